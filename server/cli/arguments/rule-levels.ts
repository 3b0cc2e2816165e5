import { type AnalysisOptions, type RuleLevel, ruleLevels } from '../../analysis';
import { rules } from '../../rules/all';
import { listed, say } from '../../text/say';
import { Failure } from '../../workspace/failure';

/** The levels of rules that differ from their own. */
export type Levels = NonNullable<AnalysisOptions['rules']>;

/** Reads `heading-wording=off,late-publication=warning`; throws a Failure that names the rule or the level that there is not. */
export const levelsOf = (given = ''): Levels =>
  Object.fromEntries(given.split(',').filter(Boolean).map(levelOf));

function levelOf(each: string): [string, RuleLevel] {
  const [id = '', ...rest] = each.split('=').map((word) => word.trim());
  if (!rules.some((rule) => rule.id === id))
    throw new Failure(say`没有规则 ${id}；nianbao rules 列出全部规则`);
  const level = ruleLevels.find((known) => known === rest.join('='));
  if (!level) throw new Failure(say`规则 ${id} 的级别应为 ${listed(ruleLevels)} 之一，如 ${id}=off`);
  return [id, level];
}
