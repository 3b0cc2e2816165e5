import { severityNames } from '../report/finding';
import { rules } from '../rules/all';
import { rulePage } from '../rules/pages';
import type { Rule } from '../rules/rule';
import { Failure } from '../workspace/failure';
import type { Call } from './args';
import { type ExitCode, exit, type Io } from './io';

/** Lists the rules, or shows the page of the one that is named. */
export async function showRules({ operands: [id] }: Call, io: Io): Promise<ExitCode> {
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length)) + 2;
    await io.write(rules.map((rule) => `${lineOf(rule, width)}\n`).join(''));
    return exit.clean;
  }
  const page = rulePage(id);
  if (page === undefined) throw new Failure(`没有规则 ${id}；nianbao rules 列出全部规则`);
  await io.write(`${page.trimEnd()}\n`);
  return exit.clean;
}

const lineOf = ({ id, severity, isOptional, fixable, summary }: Rule, width: number): string =>
  `${id.padEnd(width)}${isOptional ? '关闭' : severityNames[severity]}  ${fixable ? '可改' : '　　'}  ${summary}`;
