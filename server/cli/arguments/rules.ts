import { severityNames } from '../../report/finding';
import { rules } from '../../rules/all';
import { rulePage } from '../../rules/pages';
import { type Rule, titleOf } from '../../rules/rule';
import { mark, said, say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { type ExitCode, exit, type Io } from '../streams/io';
import type { Call } from './args';

/** Lists the rules, or shows the page of the one that is named. */
export async function showRules({ operands: [id] }: Call, io: Io): Promise<ExitCode> {
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length)) + 2;
    await io.write(rules.map((rule) => `${lineOf(rule, width)}\n`).join(''));
    return exit.clean;
  }
  const page = rulePage(id);
  if (page === undefined) throw new Failure(say`没有规则 ${id}；nianbao rules 列出全部规则`);
  await io.write(`${page.trimEnd()}\n`);
  return exit.clean;
}

function lineOf(rule: Rule, width: number): string {
  const { id, severity, isOptional, fixable } = rule;
  const levels = [off, ...Object.values(severityNames)].map(said);
  const level = said(isOptional ? off : severityNames[severity]);
  const mendable = say`可改`;
  return [
    id.padEnd(width) + level.padEnd(Math.max(...levels.map((each) => each.length))),
    fixable ? mendable : (/\p{Script=Han}/u.test(mendable) ? '　' : ' ').repeat(mendable.length),
    titleOf(rule),
  ].join('  ');
}

const off = mark`关闭`;
