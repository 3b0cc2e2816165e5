import { agreeingSums, sumOf } from '../../../report/agreement';
import type { Claim } from '../../../report/claim';
import type { Related } from '../../../report/finding';
import type { ChangeRelation } from '../../../report/relation';
import { cellInWords } from '../../../report/told';
import { say } from '../../../text/say';
import { ownWord } from '../../named';
import { fits } from '../../narrative/support/change';
import { compact } from '../../residue/support/compact';
import { lastCells, type Pair } from './last-year';

/** A change that the text states, with what last year's report has for the number that changed. */
export interface Comparison {
  readonly relation: ChangeRelation;
  /** The change as the report has it. */
  readonly origin: ChangeRelation;
  /** Every value that the earlier number may rightly have. */
  readonly values: readonly number[];
  /** How it is called what the table of last year has for just what the tables of this year confirm: 2022 年报告的本年新收. */
  readonly source: string;
  readonly related: readonly Related[];
}

/** What the year before is called. */
const yearBefore = /同比|上年|上一年|去年|前一年|20\d\d年/u;
/** All that may stand between a number and its change; any other word speaks of another number, time or scope. */
const connecting =
  /20\d\d年(?:度|底|末)?|上一?年(?:度|底|末)?|去年[底末]?|前一年度?|同期|同比|相较于?|相比|对比|[与和同较比]|[增减升降]至|(?:增加|减少|上升|下降|增长)[至到]|增[长加多幅速]|大?约|将?近|接近|超过?|逾|了|降幅|率|幅度|达|上[升涨]|提[高升]|下[降滑]|减少|降低|回落|[多少]出?|全年|(?:新收|办结)?(?:申请|受理|收件|办件|新收|办结)(?:总?量|总数|件?数)|总量|总数|数量|净增(?![加长])|净|[的了又则而略共为是()]|有所|[小大]幅|略有|明显|收到|受理|[\d.,、]|万元|[件宗份例起个封条次]/gu;

/** What divides a number, so that the change may be of the whole or of the part. */
const divided = /其中|[包内](?:含|括)|含上年/u;
/** So far back a sentence may have begun. */
const longestSentence = 300;

/** 与上年末持平, behind a number, or behind several of which it says so of each. */
const level =
  /^[件宗份例起个封条次][,;]?(?:数量|件数|总数|总量)?均?(?:与|和|同|跟)(?:上一?年度?|去年|前一年度?|(20\d\d)年度?)[末底]?的?(?:数量)?(?:保持)?(?:持平|相同|一致|一样(?=[。.;；]|$))/u;
/** So many characters lead from 由 to the earlier number. */
const longestOrigin = 12;
/** What the earlier number is compared by where it comes first, and all behind. */
const led = /^[^与和同较比]*[与和同较比](.{0,24}相比),.*$/u;
/** So far behind a number its unit and 与上年持平 reach. */
const levelReach = 24;
/** The changes of numbers that this year's tables confirm, and that last year's tables have as well. */
export function comparisonsIn(pair: Pair): Comparison[] {
  const changes = pair.report.relations.filter((each) => each.kind === 'change');
  return [...changes.filter((each) => isWithLastYear(pair, each)), ...unchanged(pair)].flatMap((relation) => {
    const { text, report } = pair;
    const { start, end } = relation.now.span;
    const from = sentenceStart(text, start);
    // 其中自然人申请由 64 件增至 79 件 names what has changed.
    if (!isFrom(relation) && divided.test(text.slice(from, start))) return [];
    const claims = report.claims.filter(({ span }) => from <= span.start && span.end <= end);
    const comparisons = claims.flatMap((claim) => comparisonOf(pair, relation, claim) ?? []);
    const own = comparisons.find(({ relation: { now } }) => now.span.start === start);
    // What is said behind several numbers may be said of each.
    const isOther = ({ relation: other, values }: Comparison): boolean =>
      other.now.span.start !== start && !isFrom(other) && values.some((value) => isMet(other, value));
    return own && !comparisons.some(isOther) ? [own] : [];
  });
}

/** Whether every step of a change leads from an earlier number to the later one. */
const isMet = ({ now, steps }: ChangeRelation, before: number): boolean =>
  steps.every((step) => fits(step, now.value, before));

/** Numbers that are said to be last year's: changes by nothing, whose words are the change. */
function unchanged({ report, text, year }: Pair): ChangeRelation[] {
  return report.claims.flatMap(({ kind, span, unit, low }): ChangeRelation[] => {
    if (kind !== 'number') return [];
    const words = compact(text, { start: span.end, end: Math.min(text.length, span.end + levelReach) });
    const [found = '', named] = level.exec(words.text) ?? [];
    if (found === '' || (named !== undefined && Number(named) !== year - 1)) return [];
    const from = found.search(/[与和同]/u);
    const word = words.spanOf(from, found.length - from);
    const step = { rise: true, word, by: { value: 0, unit, span: word }, decimals: 0 };
    return [{ kind: 'change', now: { span, unit, value: low }, before: undefined, steps: [step] }];
  });
}

/** Whether the earlier number comes first: 由 64 件增至 79 件. */
const isFrom = ({ now, before }: ChangeRelation): boolean =>
  before !== undefined && before.span.start < now.span.start;

/** 比上年增加 18 件；其中自然人申请由 64 件增至 79 件: whether what came before in the sentence names last year and no other. */
function isBesideLastYear({ text, year }: Pair, { now, before }: ChangeRelation): boolean {
  const start = before?.span.start ?? 0;
  if (!/[由从]$/u.test(compact(text, { start: Math.max(0, start - 1), end: start }).text)) return false;
  const from = Math.max(
    text.lastIndexOf('。', start),
    text.lastIndexOf('\n', start),
    start - longestSentence,
  );
  const { text: words } = compact(text, { start: Math.max(0, from), end: now.span.start });
  const years = [...words.matchAll(/(20\d\d)年/gu)].map(([, each]) => Number(each));
  return (
    yearBefore.test(words.replaceAll(`${year}年`, '')) &&
    years.every((each) => each === year - 1 || each === year)
  );
}

function isWithLastYear(pair: Pair, relation: ChangeRelation): boolean {
  const { text, year } = pair;
  const { now, before, steps } = relation;
  if (isFrom(relation) && isBesideLastYear(pair, relation)) return true;
  const end = steps[0]?.by.span.start ?? before?.span.start ?? now.span.end;
  // 由上年的 40 件增至 50 件: what it is compared with stands before the earlier number.
  const isLed = isFrom(relation);
  const start = isLed ? Math.max(0, (before?.span.start ?? 0) - longestOrigin) : now.span.end;
  const words = compact(text, { start, end: isLed ? now.span.start : end })
    .text.replace(/^[^由从]*[由从]/u, '')
    // 与上年的 40 件相比，收到 50 件: what follows is of the later number.
    .replace(led, '$1');
  if (!isLed && isAlone(pair, relation, words)) return true;
  const years = [...words.matchAll(/(20\d\d)年/gu)].map(([, each]) => Number(each));
  const isPlain = words.replace(connecting, '') === '';
  return yearBefore.test(words) && isPlain && years.every((each) => each === year - 1);
}

/**
 * 收到申请 803 件，增幅为 17%: whether nothing in the sentence tells of another year or time than those of the report and the one before, nor
 * the earlier number, with which the change is told of by itself.
 */
function isAlone({ text, report }: Pair, relation: ChangeRelation, words: string): boolean {
  const { now, before, steps } = relation;
  if (before || steps.length === 0 || words.replace(connecting, '') !== '' || !words.includes(','))
    return false;
  const isToldFrom = report.relations.some(
    (each) =>
      each.kind === 'change' &&
      each.before &&
      each.steps.some(({ by }) => by.span.start === steps[0]?.by.span.start),
  );
  if (isToldFrom) return false;
  const from = sentenceStart(text, now.span.start);
  const { text: ahead } = compact(text, { start: from, end: now.span.start });
  return !otherTime.test(ahead + words);
}
const otherTime = /[比较]|20\d\d|同期|季度|月|半年|年来|以来|[前近]\S{1,2}年|其中/u;

function sentenceStart(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - longestSentence), offset);
  const stop = Math.max(...['。', '；', ';', '\n'].map((mark) => before.lastIndexOf(mark)));
  return offset - before.length + stop + 1;
}

/** Undefined where the tables of either year leave open what the number is or was, or it cannot be compared. */
function comparisonOf(pair: Pair, change: ChangeRelation, claim: Claim): Comparison | undefined {
  const { report, last, year } = pair;
  const isSure = claim.kind === 'number' && claim.firm && claim.low === claim.high;
  const sums = isSure ? agreeingSums(report, claim).filter(({ less }) => less === 0) : [];
  const values = sums.map(({ cells }) => sumOf(last.report, lastCells(pair, cells)));
  const [sum] = sums;
  const [value = 0] = values;
  if (
    !sum ||
    values.some((each) => Number.isNaN(each)) ||
    (value === 0 && change.steps.some(({ by }) => by.unit === '%'))
  )
    return undefined;
  // Last year's text may have counted otherwise, and this year's goes on from there.
  const told = last.report.claims.filter(
    ({ kind, subject }) => kind === 'number' && subject === claim.subject,
  );
  const { span, unit, low } = claim;
  return {
    relation: { ...change, now: { span, unit, value: low } },
    origin: change,
    values: [...values, ...told.flatMap(({ low, high }) => [low, high])],
    source: say`${year - 1} 年报告的${ownWord(sum.name)}`,
    related: lastCells(pair, sum.cells).flatMap((index): Related[] => {
      const cell = last.report.cells[index];
      if (cell?.kind !== 'count') return [];
      const message = say`${year - 1} 年${cellInWords(last.report.form, index)}：${cell.value}`;
      return [{ document: last.document, span: cell.span, message }];
    }),
  };
}
