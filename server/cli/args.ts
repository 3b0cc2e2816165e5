import { type ParseArgsConfig, parseArgs } from 'node:util';
import { schemaVersions } from '../export/json';
import { exportNames } from '../export/kinds';
import { Failure } from '../workspace/failure';
import { formats } from './formats';

/** An option of a command: what it takes and what it is for. */
interface Option {
  /** The values it takes, the default first; free text where it is a word for one; undefined for a switch. */
  readonly values?: readonly string[] | string;
  readonly help: string;
}

/** A command as the help shows it and as its arguments are read. */
interface Command {
  /** What stands after the name. */
  readonly operands: string;
  readonly most: number;
  readonly help: string;
  readonly options: Readonly<Record<string, Option>>;
}

/** How many seconds one file may take. */
const timeLimit = { values: 'SECONDS', help: '一份文件最多用多少秒（默认 60），超过的放下并说明，其余照常' };

const parts = {
  values: 'FILE',
  help: '下级机关的名单：JSON 文件，{"机关": ["下级机关", "通配符", …], …}',
};

const jobs = {
  values: 'N',
  help: '用几个进程，1 到 256，或者 auto（默认）：多于 256 个文件时与处理器核数相同；写出的与 1 相同',
};

const filesFrom = {
  values: 'FILE',
  help: '文件的清单，一行一个，或者以 NUL 分隔，- 为标准输入；其中不是年报的略过',
};

/** What comes on standard input. */
const stdin = {
  values: ['report', 'ndjson'],
  help: '标准输入是什么：report，PATH 为 - 时是一份年报；ndjson，一行一份 {"file", "text"}，各自处理，随读随写',
};

/** The commands and their options: the one place that says which there are. */
export const commands = {
  check: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: '核对年报：文件、文件夹（含下级）、通配符，- 为标准输入',
    options: {
      format: {
        values: formats,
        help: '输出格式：文本、每份年报一行 JSON、SARIF 2.1.0、可打印的核对表、GitHub 和 GitLab 的注解',
      },
      rules: { values: 'ID=LEVEL,…', help: '规则的级别：error、warning、information、hint、off' },
      parts,
      'files-from': filesFrom,
      stdin,
      'fail-on': { values: ['error', 'warning', 'never'], help: '有此级别及以上的问题时退出码为 1' },
      jobs,
      watch: { help: '有改动就再核对，直到 Ctrl+C' },
      'time-limit': timeLimit,
    },
  },
  report: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: '汇总成一页：各机关各年度的检查结果、没有找到的、主要数据与上年和下级之和',
    options: {
      format: { values: ['html', 'json'], help: '一个可以排序、打印的网页，或者同样内容的 JSON' },
      parts,
      'files-from': filesFrom,
      jobs,
      'time-limit': timeLimit,
    },
  },
  export: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: '导出：JSON 一份年报得一份文档，多份每份一行；或者 Word、Excel、CSV、Markdown、网页',
    options: {
      schema: { values: schemaVersions, help: 'JSON 的版本：nianbao/report/2，或以前的 1' },
      spans: { help: '标明各项内容在文件中的位置（版本 2）' },
      to: {
        values: exportNames,
        help: '导出成什么；docx 和 xlsx 是格式规定的样子，须用 --out',
      },
      out: { values: 'DIR', help: '每份年报写成文件夹 DIR 里的一个文件；除了以前导出的 JSON，已有的不覆盖' },
      lines: { help: 'JSON 总是一份年报一行，只有一份时也是' },
      flat: { help: '一份年报一行，各格是列：JSON 或 CSV' },
      long: { help: '一格一行：JSON 或 CSV' },
      'files-from': filesFrom,
      stdin,
      'skip-done': { values: 'OUT', help: '略过 OUT 里已有的：以前写成的 JSON 各行，或者 --out 的文件夹' },
      jobs,
      'time-limit': timeLimit,
    },
  },
  fix: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: '显示可以放心修改之处（不改表中数字）的补丁',
    options: {
      figures: { help: '也改表中数字，限于只有一种改法能使全部勾稽关系成立的' },
      write: { help: '改到文件里，不显示补丁' },
      'void-signature': { help: '有数字签名的 Word 文档也改，签名随之失效；没有这一项就不改' },
      'files-from': filesFrom,
      'time-limit': timeLimit,
    },
  },
  rules: { operands: '[ID]', most: 1, help: '列出规则，或显示一条规则的说明', options: {} },
  lsp: {
    operands: '',
    most: 0,
    help: '语言服务器，供各种编辑器使用',
    options: { stdio: { help: '经标准输入输出通信' } },
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** What the caller asked for. */
export interface Call {
  readonly command: CommandName | 'help' | 'version';
  /** The command that help is asked for. */
  readonly about?: CommandName;
  readonly operands: readonly string[];
  /** The paths that `--files-from` lists, once it was read. */
  readonly listed?: readonly string[];
  /** Switches that were given. */
  readonly switches: ReadonlySet<string>;
  /** Options with a value; those with a default always have one. */
  readonly values: Readonly<Record<string, string>>;
}

const none = { operands: [], switches: new Set<string>(), values: {} };

/** Reads the arguments; throws a Failure that names what is unknown, missing or too much. */
export function readArgs(args: readonly string[]): Call {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h') return { command: 'help', ...none };
  if (first === '--version' || first === '-v') return { command: 'version', ...none };
  if (!isCommand(first)) {
    throw new Failure(
      first.startsWith('-') ? `没有选项 ${first}` : `没有命令 ${first}；nianbao --help 列出全部命令`,
    );
  }
  const { values, positionals } = parse(first, rest);
  if (values.help) return { command: 'help', about: first, ...none };
  if (positionals.length > commands[first].most)
    throw new Failure(`多余的参数 ${positionals[commands[first].most]}`);
  return { command: first, operands: positionals, ...sorted(first, values) };
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

const optionsOf = (name: CommandName): [string, Option][] => Object.entries(commands[name].options);

function parse(name: CommandName, args: string[]) {
  const options: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const [option, { values }] of optionsOf(name))
    options[option] = { type: values ? 'string' : 'boolean' };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Failure(translated(error));
  }
}

/** Says in Chinese what parseArgs found wrong; its messages put the option's name first, in quotes. */
function translated(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(?:-\w, )?(--?[^\s']+)/.exec(message)?.[1] ?? message;
  if (/^Unknown option/.test(message)) return `没有选项 ${option}`;
  return /does not take an argument/.test(message) ? `选项 ${option} 不带值` : `选项 ${option} 缺少值`;
}

function sorted(
  name: CommandName,
  given: Readonly<Record<string, unknown>>,
): Pick<Call, 'switches' | 'values'> {
  const switches = new Set<string>();
  const values: Record<string, string> = {};
  for (const [option, { values: allowed }] of optionsOf(name)) {
    const value = given[option];
    if (value === true) switches.add(option);
    else if (typeof value === 'string') {
      if (value === '') throw new Failure(`选项 --${option} 缺少值`);
      if (Array.isArray(allowed) && !allowed.includes(value)) {
        throw new Failure(`选项 --${option} 没有值 ${value}，可用：${allowed.join('、')}`);
      }
      values[option] = value;
    } else if (Array.isArray(allowed)) values[option] = allowed[0];
  }
  return { switches, values };
}

/** The help of a command, or of all where none is asked for. */
export function helpText(about?: CommandName): string {
  return about ? commandHelp(about) : overview;
}

function commandHelp(name: CommandName): string {
  const { operands, help } = commands[name];
  const options = optionsOf(name);
  const usage = ['nianbao', name, ...(options.length > 0 ? ['[选项]'] : []), operands].join(' ').trimEnd();
  const list = options.map(([option, { values, help }]): readonly [string, string] => [
    `--${option}${typeof values === 'string' ? ` ${values}` : values ? ` ${values.join('|')}` : ''}`,
    typeof values === 'object' ? `${help}（默认 ${values[0]}）` : help,
  ]);
  return `${help}。\n\n用法：${usage}\n${options.length > 0 ? `\n选项：\n${columns(list)}` : ''}`;
}

const overview = `nianbao：核对政府信息公开工作年度报告。

用法：nianbao 命令 [选项] …

命令：
${columns(Object.entries(commands).map(([name, { operands, help }]) => [`${name} ${operands}`, help]))}
选项：
${columns([
  ['-h, --help', '显示帮助；写在命令之后则显示该命令的帮助'],
  ['-v, --version', '显示版本'],
])}
退出码：0 没有达到 --fail-on 的问题；1 有；2 无法执行（选项不对、路径读不了等）。
`;

function columns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
}
