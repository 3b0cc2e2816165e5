import type { Clause } from '../clauses/clauses';
import type { Scene } from './scene';

// 法律服务机构最为活跃，提交申请 45 件; 行政诉讼呈上升趋势，全年 22 件: one kind of applicants, disputes or decisions and how it stands or went, and so
// many in the clause behind.

/** A class of applicants; a kind of disputes or decisions; applications. Each with what says how it went. */
const subject = /^(x?l?)(?:([CV])[Aa]?|([BL12])a?|([WYZ])M?|(A)[Aa]?)[x^d~]{1,3}$/u;
const how =
  '(?:仍|也|均|继续|持续|总体|整体|明显|显著|大幅|小幅|快速|稳步|逐年|有所|略有|较为|比较|相对|最为|更为|呈现?|较|最|更|为|保持|出现){0,3}';
const behind = '(?:明显|显著|较快|较多|较大|较少|迅速|的?势头|的?趋势|的?态势){0,2}';
const stands =
  '活跃|踊跃|集中|旺盛|突出|频繁|平稳|稳定|多|少|次之|其次|居[首次]|位[居列]第[一二三]|排名?第[一二三]|上升|下降|增长|增加|减少|回落|攀升|上涨|增多|走[高低]|下滑';
const standing = new RegExp(`^(?:申请|案件|决定)?(?:总?[量数]|数量|件数)?${how}(?:${stands})${behind}$`, 'u');

/** A clause that only counts, with what the one before it is about; undefined where that says more. */
export function withNamed(clause: Clause, before: Clause, { text, agents }: Scene): Clause | undefined {
  const [, lead = '', applicant, ...others] = subject.exec(before.letters) ?? [];
  const isNamed = applicant !== undefined || others.some((each) => each !== undefined);
  const noun = isNamed ? before.lexemes[lead.length] : undefined;
  if (!noun) return undefined;
  const isCounting = applicant === undefined ? clause.letters === 'n' : /^a?n$/u.test(clause.letters);
  const words = text.slice(noun.end, before.lexemes.at(-1)?.end);
  const [first] = before.lexemes;
  const isOwn = lead !== 'x' || agents.isOwn(text.slice(first?.start, first?.end));
  // 行政许可事项呈上升趋势: what may be decided, not what was.
  const isMatter = text.slice(noun.start, noun.end).includes('事项');
  if (!isCounting || !isOwn || isMatter || !standing.test(words)) return undefined;
  const isCurrent = clause.current[0] ?? true;
  // 自然人申请持续增加，全年 61 件: what they asked with is the table's.
  const asked = before.lexemes.slice(lead.length + 1, lead.length + 2).filter((each) => each.letter === 'a');
  const nouns = [noun, ...asked];
  return {
    ...clause,
    letters: nouns.map((each) => each.letter).join('') + clause.letters,
    lexemes: [...nouns, ...clause.lexemes],
    current: [...nouns.map(() => isCurrent), ...clause.current],
    scope: clause.scope ?? before.scope,
    summed: -1,
  };
}

/** The clause that names what the next one counts, without what says how that went; the clause itself where it does not. */
export function withoutHow(clause: Clause, next: Clause | undefined, scene: Scene): Clause {
  if (!/[\^d]/u.test(clause.letters)) return clause;
  const named = next?.before === ',' && next.depth === clause.depth && withNamed(next, clause, scene);
  if (!named) return clause;
  const to = clause.letters.search(/[CVBL12WYZA]/u) + 1;
  return {
    ...clause,
    letters: clause.letters.slice(0, to),
    lexemes: clause.lexemes.slice(0, to),
    current: clause.current.slice(0, to),
  };
}
