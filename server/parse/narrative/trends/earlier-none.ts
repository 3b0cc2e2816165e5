import type { Form } from '../../../form/form';
import type { TrendRelation } from '../../../report/relation';
import type { Draft } from '../clauses/draft';
import { isLastYear } from '../parts/named-years';
import { ends, type Stream } from '../parts/paragraph-words';
import { disputeKinds, isDisclosing } from '../scope/topic';
import { keyIn, sumsOfKey } from './trend-subjects';
import { relationOf } from './trends';

// What there was none of in the year before: 未出现逾期不补正的情况，上年同样没有; 上年复议后起诉 8 件，无一件被纠正.

/** The whole clause: of last year the same is said as of this one. */
const likewise =
  /^(?:也|亦|同样|一样|均|都|同|[,、]){0,3}(?:没有|未|无|为零|为0件?|是零)(?:出现|发生|作出|收到|有过|过|此类|这类|该类|的?情况|的?情形|的?申请|的?案件){0,4}$/u;
/** 8 件案件中，: what is divided, of which none came to what follows. */
const divided = /^的?(?:案件|申请|件)?(?:中|里|当中|之中)?,$/u;

/** Last year's number as the clause of the word for that year at `at` denies it; empty where it denies nothing clear. */
export function earlierNoneAt(
  stream: Stream,
  at: number,
  { drafts, form }: { readonly drafts: readonly Draft[]; readonly form: Form },
): TrendRelation[] {
  if (!isLastYear(stream, at) || !ends.includes(stream.letter(at - 1) || '.')) return [];
  const ofYear = noneOfYear(stream, at, form);
  if (ofYear.length > 0) return ofYear;
  let end = at + 1;
  while (end < at + longestClause && !ends.includes(stream.letter(end) || '.')) end++;
  if (likewise.test(stream.between(at, stream.near(end)))) return likeThis(stream, [at, end], drafts, form);
  return noneOf(stream, [at, end], form);
}
const longestClause = 12;

/** 未出现逾期不补正的情况，上年同样没有: what the clause before says there was none of this year. */
function likeThis(
  stream: Stream,
  [at, end]: readonly [at: number, end: number],
  drafts: readonly Draft[],
  form: Form,
): TrendRelation[] {
  const begin = stream.beginOf(at - 1, ends);
  const from = stream.lexemes[begin]?.start ?? 0;
  const to = stream.lexemes[at]?.start ?? 0;
  return nonesWithin(drafts, from, to).flatMap((draft) => told(stream, [at, end], draft.key, form));
}

/** The drafts of what there was none of whose words begin from one place of the text to another. */
function nonesWithin(drafts: readonly Draft[], from: number, to: number): readonly Draft[] {
  const known =
    nones.get(drafts) ?? drafts.filter(({ kind }) => kind === 'none').sort((a, b) => a.start - b.start);
  nones.set(drafts, known);
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Draft[] = [];
  for (let each = known[low]; each && each.start < to; each = known[++low]) if (each.firm) found.push(each);
  return found;
}
const nones = new WeakMap<readonly Draft[], readonly Draft[]>();

/** 上年复议后起诉的 8 件案件中，无一件被纠正: what none of so many of last year's disputes came to. */
function noneOf(stream: Stream, [at, end]: readonly [at: number, end: number], form: Form): TrendRelation[] {
  const isCounted = stream.letter(end - 1) === 'n' && divided.test(stream.between(end - 1, end + 1));
  const kind = isCounted ? disputes[stream.letter(end - 2)] : undefined;
  const isDenied = stream.letter(end + 1) === 'z' && stream.letter(end + 2) === 'k';
  if (kind === undefined || !isDenied || !ends.includes(stream.letter(end + 3) || '.')) return [];
  if (keyIn(stream, at + 1, end - 1) === '') return [];
  return told(stream, [end + 1, end + 3], `outcome:${kind}:corrected`, form);
}
/** What nobody but the form calls so. */
const disputes: Readonly<Record<string, string>> = { 1: 'direct', 2: 'later' };

/** 上年，5 件政府信息公开行政诉讼没有一件被纠正: what none of all came to. */
function noneOfYear(stream: Stream, at: number, form: Form): TrendRelation[] {
  const start = stream.letter(at + 1) === ',' ? at + 2 : at + 1;
  const from = stream.letter(start) === 'n' ? start + 1 : start;
  const kind = disputeKinds[stream.letter(from)];
  const isDenied = stream.letter(from + 1) === 'z' && stream.letter(from + 2) === 'k';
  const isWhole = ends.includes(stream.letter(from + 3) || '.');
  if (kind === undefined || !isDenied || !isWhole || !isDisclosing(stream.between(from - 1, from + 1)))
    return [];
  return told(stream, [from + 1, from + 3], `outcome:${kind}:corrected`, form);
}

/** The relation of last year's number, which is 0, with the words that say so from one place to the other. */
function told(
  stream: Stream,
  [from, to]: readonly [from: number, to: number],
  key: string,
  form: Form,
): TrendRelation[] {
  const sums = sumsOfKey(key, form).slice(0, 1);
  if (sums.length === 0) return [];
  // The year that is named before is no number of the sentence.
  const { start, end } = stream.spanAt(from);
  const span = { start: isLastYear(stream, from) ? end : start, end: stream.spanAt(to - 1).end };
  const before = { value: 0, unit: '', span };
  return [relationOf(stream, from, { now: undefined, before, sums, isNamed: true }, {})];
}
