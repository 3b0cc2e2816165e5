import { schemaVersions } from '../../export/json';
import { exportNames } from '../../export/kinds';
import { mark } from '../../text/say';
import { tongues } from '../../tongues/tongues';
import { formats } from './formats';

/** An option of a command: what it takes and what it is for. */
export interface Option {
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
const timeLimit = {
  values: 'SECONDS',
  help: mark`一份文件最多用多少秒（默认 60），超过的放下并说明，其余照常`,
};

const rules = { values: 'ID=LEVEL,…', help: mark`规则的级别：error、warning、information、hint、off` };

const parts = {
  values: 'FILE',
  help: mark`下级机关的名单：JSON 文件，{"机关": ["下级机关", "通配符", …], …}`,
};

const demands = {
  values: 'FILE',
  help: mark`本地编制通知的要求：JSON 文件，写明各部分的篇幅、要写到的内容和要写明的数量，用于哪些机关、年度`,
};

const jobs = {
  values: 'N',
  help: mark`用几个进程，1 到 256，或者 auto（默认）：多于 256 个文件时与处理器核数相同；写出的与 1 相同`,
};

const filesFrom = {
  values: 'FILE',
  help: mark`文件的清单，一行一个，或者以 NUL 分隔，- 为标准输入；其中不是年报的略过`,
};

/** What comes on standard input. */
const stdin = {
  values: ['report', 'ndjson'],
  help: mark`标准输入是什么：report，PATH 为 - 时是一份年报；ndjson，一行一份 {"file", "text"}，各自处理，随读随写`,
};

/** The commands and their options: the one place that says which there are. */
export const commands = {
  check: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: mark`核对年报：文件、文件夹（含下级）、通配符，- 为标准输入`,
    options: {
      format: {
        values: formats,
        help: mark`输出格式：文本、每份年报一行 JSON、SARIF 2.1.0、可打印的核对表、GitHub 和 GitLab 的注解`,
      },
      rules,
      parts,
      demands,
      'files-from': filesFrom,
      stdin,
      'fail-on': { values: ['error', 'warning', 'never'], help: mark`有此级别及以上的问题时退出码为 1` },
      jobs,
      watch: { help: mark`有改动就再核对，直到 Ctrl+C` },
      'time-limit': timeLimit,
    },
  },
  report: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: mark`汇总成一页：各机关各年度的检查结果、各条规则查出多少、没有找到的、主要数据与上年和下级之和`,
    options: {
      format: { values: ['html', 'json'], help: mark`一个可以排序、打印的网页，或者同样内容的 JSON` },
      rules,
      parts,
      demands,
      'files-from': filesFrom,
      jobs,
      'time-limit': timeLimit,
    },
  },
  export: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: mark`导出：JSON 一份年报得一份文档，多份每份一行；或者 Word、Excel、CSV、Markdown、网页`,
    options: {
      schema: { values: schemaVersions, help: mark`JSON 的版本：nianbao/report/2，或以前的 1` },
      spans: { help: mark`标明各项内容在文件中的位置（版本 2）` },
      to: {
        values: exportNames,
        help: mark`导出成什么；docx 和 xlsx 是格式规定的样子，须用 --out；xlsx、csv 只有表，没有正文和落款`,
      },
      out: {
        values: 'DIR',
        help: mark`每份年报写成文件夹 DIR 里的一个文件；除了以前导出的 JSON，已有的不覆盖`,
      },
      lines: { help: mark`JSON 总是一份年报一行，只有一份时也是` },
      flat: { help: mark`一份年报一行，各格是列：JSON 或 CSV` },
      long: { help: mark`一格一行：JSON 或 CSV` },
      'files-from': filesFrom,
      stdin,
      'skip-done': {
        values: 'OUT',
        help: mark`略过 OUT 里已有的：以前写成的 JSON 各行，或者 --out 的文件夹`,
      },
      jobs,
      'time-limit': timeLimit,
    },
  },
  fix: {
    operands: 'PATH…',
    most: Number.POSITIVE_INFINITY,
    help: mark`显示可以放心修改之处（不改表中数字）的补丁`,
    options: {
      figures: { help: mark`也改表中数字，限于只有一种改法能使全部勾稽关系成立的` },
      write: { help: mark`改到文件里，不显示补丁` },
      'void-signature': { help: mark`有数字签名的 Word 文档也改，签名随之失效；没有这一项就不改` },
      'files-from': filesFrom,
      'time-limit': timeLimit,
    },
  },
  rules: { operands: '[ID]', most: 1, help: mark`列出规则，或显示一条规则的说明`, options: {} },
  lsp: {
    operands: '',
    most: 0,
    help: mark`语言服务器，供各种编辑器使用`,
    options: { stdio: { help: mark`经标准输入输出通信` } },
  },
  mcp: {
    operands: '[FOLDER…]',
    most: Number.POSITIVE_INFINITY,
    help: mark`供 AI 助手使用（Model Context Protocol，经标准输入输出）：只读这些文件夹（默认当前文件夹）里的年报，什么也不改`,
    options: { 'time-limit': timeLimit },
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** What all commands take, wherever it stands. */
export const everywhere = {
  locale: { values: tongues, help: mark`用哪种语言说明：简体、繁体、英文；年报自己的字不译` },
} as const satisfies Readonly<Record<string, Option>>;

/** The options that a command alone takes. */
export const optionsOf = (name: CommandName): readonly (readonly [string, Option])[] =>
  Object.entries<Option>(commands[name].options);
