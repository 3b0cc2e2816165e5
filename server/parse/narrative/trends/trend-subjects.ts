import type { Form } from '../../../form/form';
import type { CellSum } from '../../../report/claim';
import { isLastYear, isThisYear } from '../parts/named-years';
import type { Stream } from '../parts/paragraph-words';
import { sumsFor } from '../quantities/accepted-sums';
import { applicants } from '../quantities/quantity-keys';
import { isDisputeTotal } from '../scope/topic';

/** What the words of a clause count, by their letters. */
const subjects: readonly (readonly [letters: RegExp, key: string])[] = [
  [/^(?:RA[Aa]{0,8}|A[Aa]{0,8}R?|Ra{1,8}|a{1,8}R?)$/u, 'received'],
  [/^(?:NA[Aa]{0,8}|A[Aa]{0,8}N|Na{1,8})$/u, 'receivedNew'],
  [/^(?:H?DA[Aa]{0,8}|A[Aa]{0,8}H?D)$/u, 'answered'],
  [/^(?:c>[HDAa]{0,4}|>c[HDAa]{0,4}|[Aa]{1,4}c>)$/u, 'carriedForward'],
  [/^S?Ba?$/u, 'reconsiderations'],
  [/^S?La?$/u, 'litigations'],
  [/^L?1L?a?$/u, 'directLitigations'],
  [/^L?2L?a?$/u, 'laterLitigations'],
  [/^S?(?:B&L|L&B)a?$/u, 'disputes'],
  [/^S?Ba?k$/u, 'outcome:reconsideration:corrected'],
  [/^S?Ba?u$/u, 'outcome:reconsideration:upheld'],
  [/^S?La?[kb]$/u, 'outcome:litigation:corrected'],
  [/^S?La?u$/u, 'outcome:litigation:upheld'],
  [/^(?:vF|Fv)$/u, 'documentsInForce'],
  [/^iF$/u, 'documentsIssued'],
  [/^jF$/u, 'documentsRepealed'],
  [/^f$/u, 'fees'],
  [/^[NAa]*C[Na]{1,4}$/u, 'naturalPersons'],
  [/^[NAa]*V[Na]{1,4}$/u, 'organizations'],
  [/^[AaD]*G[aD]*$/u, 'granted'],
  [/^[AaD]*P[aD]*$/u, 'partiallyGranted'],
  [/^[AaD]*Q[aD]*$/u, 'refused'],
  [/^[AaD]*U[aD]*$/u, 'unable'],
  [/^[AaD]*K[aD]*$/u, 'notProcessed'],
  [/^[AaD]*E[aD]*$/u, 'otherwiseProcessed'],
  [/^[MHD]{0,4}W[M]?$/u, 'licenses'],
  [/^[MHD]{0,4}Y[M]?$/u, 'penalties'],
  [/^[MHD]{0,4}Z[M]?$/u, 'coercions'],
];

/** What the words of a clause from `start` to `end` count this year, as the tables have it; none where they do not. */
export function sumsOfSubject(stream: Stream, start: number, end: number, form: Form): readonly CellSum[] {
  const from = subjectFrom(stream, start, end);
  // 答复规范率, 行政许可事项: not how many they were.
  const isNumber = amount.test(stream.between(end - 1, end)) && !isMatter(stream, end - 1);
  if (!isNumber) return [];
  const key = keyIn(stream, from, end) || flowIn(stream, from, end);
  const sums = sumsOfKey(key, form);
  // 行政复议案件增加 3 件: all there were, decided or not.
  return isDisputeTotal(key) ? sums.slice(0, 1) : sums;
}

/** 新收数量同比增长四成: what came in or was dealt with, where the applications of the report are spoken of. */
function flowIn(stream: Stream, from: number, end: number): string {
  const topic = stream.topicAt(end);
  return topic?.letter === 'A' && !topic.doubtful ? (bareFlows[lettersOf(stream, from, end)] ?? '') : '';
}
const bareFlows: Readonly<Record<string, string>> = {
  N: 'receivedNew',
  R: 'received',
  D: 'answered',
  HD: 'answered',
};

const amount =
  /^(?:案件)?(?:决定)?件?(?:的?总?[量数]|的?数量|的?总数量|的?件数|的?总?金?额)?[是为]?(?:虽然?|尽管)?$/u;
const isMatter = (stream: Stream, at: number): boolean =>
  'WYZ'.includes(stream.letter(at)) && stream.textAt(at).includes('事项');

/** Where the words for what is counted begin: behind those for the year and for all that is reported for. */
export function subjectFrom(stream: Stream, start: number, end: number): number {
  let from = start;
  while (from < end && (stream.letter(from) === '@' || isThisYear(stream, from) || stream.isOwnScope(from)))
    from++;
  return from;
}

/** 办结增加 110 件，其中予以公开增加 9 件: where what applications came to is named behind 其中; -1 where that is told of some applicants' alone. */
export function resultFrom(stream: Stream, start: number): number {
  const marker = stream.lastBefore(start + 1, 't', '.;\n');
  if (marker < 0) return start;
  if (['C', 'V'].some((each) => stream.lastBefore(marker, each, '.;\n') >= 0)) return -1;
  return marker === start && 'GPQUKE'.includes(stream.letter(start + 1) || '.') ? start + 1 : start;
}

/** The letters of the words from `from` to `to`; a class of applicants by its own name (商业企业) is none of 法人或其他组织 and has `%`. */
export const lettersOf = (stream: Stream, from: number, to: number): string =>
  stream.lexemes
    .slice(from, to)
    .map(({ letter, name }) => (letter === 'V' && name !== '' ? '%' : letter))
    .join('');

/** A class of applicants or a row of results by its name, and nothing else beside it. */
const byName = /^(?:[NAa]*%[Na]{1,4}|[AaD]*r[Aa]{0,4})$/u;
/** A row named in no more characters may be spoken of beside anything: 国家秘密. */
const longestLoose = 4;
/** 重复申请: what nobody else counts. */
const tellingRow = /^notProcessed/u;

/** What the words from `from` to `to` count; empty where they count nothing that the tables have. */
export function keyIn(stream: Stream, from: number, to: number): string {
  const letters = lettersOf(stream, from, to).replace('+', '');
  if (!byName.test(letters)) return keyOf(letters);
  const place = from + letters.search(/[%r]/u);
  const { name = '', letter } = stream.lexemes[place] ?? {};
  if (letter !== 'r') return name;
  const row = stream.textAt(place);
  // 信访举报投诉类事项, 行政执法案卷: others have them as well.
  const isOthers = name === 'refused.enforcementFiles' || name === 'notProcessed.petition';
  if (isOthers && !/[aA]/u.test(letters) && !row.includes('申请')) return '';
  return row.length > longestLoose || tellingRow.test(name) ? `reason:${name}` : '';
}

/** What words of some letters count; empty where they count nothing that the tables have. */
export const keyOf = (letters: string): string =>
  subjects.find(([pattern]) => pattern.test(letters))?.[1] ?? '';

const trending = new Set([
  'received',
  'receivedNew',
  'answered',
  'carriedForward',
  ...applicants,
  'documentsInForce',
  'documentsIssued',
  'documentsRepealed',
  'granted',
  'partiallyGranted',
  'refused',
  'unable',
  'notProcessed',
  'otherwiseProcessed',
  'carriedOver',
  'licenses',
  'penalties',
  'coercions',
  'fees',
  'reconsiderations',
  'litigations',
  'directLitigations',
  'laterLitigations',
  'disputes',
]);
/** What the tables may have for a key; none where changes of it are not held against them. */
export const sumsOfKey = (key: string, form: Form): readonly CellSum[] =>
  trending.has(key) || /^(?:reason|outcome):/u.test(key)
    ? (sumsFor(form).plain.get(key) ?? []).filter(({ rare }) => !rare)
    : [];

/** 申请数与上年相比: where the words for what is compared with begin. */
export const comparedFrom = (stream: Stream, comparison: number): number =>
  isLastYear(stream, comparison - 1) && stream.letter(comparison - 2) === '&' ? comparison - 2 : comparison;

/** What says only how a number went. */
const how =
  /^(?:[的总量数有所略稍仍]|总体上?|整体|年度|明显|显著|大幅|小幅|出现|呈现?|持续|继续|趋势|态势|不升反降|不降反升|稳中有[升降]){0,6}$/u;
const isHow = (stream: Stream, at: number): boolean =>
  '^d5'.includes(stream.letter(at) || '.') || (stream.letter(at) === 'x' && how.test(stream.textAt(at)));

/**
 * 申请量有所回落，比上年减少 117 件: what the clause between two places names and says which way it went, as the tables have it; none where it does not.
 */
export function sumsAhead(
  stream: Stream,
  [from, to]: readonly [from: number, to: number],
  form: Form,
): readonly CellSum[] {
  let end = to;
  while (end > from && isHow(stream, end - 1)) end--;
  if (end >= to || !how.test(stream.between(end - 1, end))) return [];
  const key = keyIn(stream, subjectFrom(stream, from, end), end);
  return isDisputeTotal(key) ? [] : sumsOfKey(key, form);
}
