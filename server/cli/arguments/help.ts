import { said, say } from '../../text/say';
import { type CommandName, commands, everywhere, type Option, optionsOf } from './commands';

/** The help of a command, or of all where none is asked for. */
export const helpText = (about?: CommandName): string => (about ? commandHelp(about) : overview());

function commandHelp(name: CommandName): string {
  const { operands, help } = commands[name];
  const list = [...optionsOf(name), ...Object.entries(everywhere)].map(lineOf);
  const usage = `nianbao ${name} ${say`[选项]`} ${operands}`.trimEnd();
  return `${say`${said(help)}。`}\n\n${say`用法：${usage}`}\n\n${say`选项：`}\n${columns(list)}`;
}

/** An option as it is written, and what it is for. */
const lineOf = ([name, { values, help }]: readonly [string, Option]): Line => [
  `--${name}${typeof values === 'string' ? ` ${values}` : values ? ` ${values.join('|')}` : ''}`,
  typeof values === 'object' ? say`${said(help)}（默认 ${values[0] ?? ''}）` : said(help),
];

const overview = (): string => `${say`nianbao：核对政府信息公开工作年度报告。`}

${say`用法：nianbao 命令 [选项] …`}

${say`命令：`}
${columns(Object.entries(commands).map(([name, { operands, help }]) => [`${name} ${operands}`, said(help)]))}
${say`选项：`}
${columns([
  ['-h, --help', say`显示帮助；写在命令之后则显示该命令的帮助`],
  ['-v, --version', say`显示版本`],
  ...Object.entries(everywhere).map(lineOf),
])}
${say`退出码：0 没有达到 --fail-on 的问题；1 有；2 无法执行（选项不对、路径读不了等）。`}
`;

type Line = readonly [left: string, right: string];

function columns(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
}
