import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { Report } from '../../../report/report';
import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import type { Sentence } from '../scope/scene';
import { sumsFor } from './accepted-sums';
import { mostApplicants, resultBefore } from './applicants-of-result';
import { applicants, results } from './quantity-keys';

// Applicants are counted in what came in, in that with what was carried over, or in what was answered: a list of them in one of these.

/** One applicant of a list, with what divides it from the next; the words that lead it, which say of what it is a list. */
const oneOf = /[CVe][Aa]{0,4}n[,&;]{0,2}$/u;
const leads: readonly (readonly [flow: string, words: RegExp])[] = [
  ['receivedNew', /N[Aa]{0,4},?$/u],
  ['received', /R[Aa]{0,4}$/u],
  ['answered', /(?<![HR])D[Aa]{0,4},?$/u],
];

/** What the words before the first of a list of applicants say that it divides, without a number: 办结自然人申请 3 件、企业申请 2 件. */
export function flowBefore(
  { beginnings }: Sentence,
  { letters }: Clause,
  from: number,
  text: string,
): string {
  const earlier = beginnings.slice(-mostApplicants, -1).map((clause) => `${clause.letters},`);
  // 不予公开的 38 件中，商业企业申请较多，共 8 件: who was named before is told again.
  let before = (earlier.join('') + letters.slice(0, from)).replace(/[CV][Aa]?[x^d~]{0,3},$/u, '');
  for (let count = 0; count < mostApplicants && oneOf.test(before); count++)
    before = before.replace(oneOf, '');
  // 予以公开自然人申请 30 件、企业申请 8 件.
  const [, result = ''] = /(?:^|[^GPQUKEr&])([GPQUK])[DM]{0,2}$/u.exec(before) ?? [];
  if (result !== '') return `result:${results[result]}:one`;
  return leads.find(([, words]) => words.test(before))?.[0] ?? resultBefore(before, beginnings, text);
}

/** 行政诉讼 2 件，另有 1 件尚未审结: not one of those before. */
export const apartFrom = (text: string, start: number): string =>
  /[另还尚仍剩余]/u.test(text.slice(Math.max(0, start - '此外另有'.length), start)) ? 'apart' : '';

/** The rows in which applicants are counted, in the order of their accept-sets. */
const rows = 3;
const [NEW, WITH_OVER, RESULTS] = [0, 1, 2] as const;

/**
 * The sums that an applicant of a list may mean: `own` are all of them, `whole` is the key of the number that the list divides. A list is
 * of one row: the one that its words name, or in which all of it is found, or the whole before it, or else most of it.
 */
export function sumsInList(
  draft: Draft,
  drafts: readonly Draft[],
  own: readonly CellSum[],
  { whole, report }: { readonly whole: string; readonly report: Report },
): readonly CellSum[] {
  const list = listAround(draft, drafts);
  const allowed = allowedBy(draft.flow);
  const holding = allowed.filter((row) => list.every((each) => isIn(each, row, report)));
  const ofFlow = draft.flow === '' ? holding : allowed.slice(0, 1);
  const kept = [ofFlow, rowsOfWhole(draft, drafts, { whole, report }), best(list, allowed, report)];
  // Where nothing of it is found, a list is still of one.
  const [told = list.length > 1 ? [NEW] : allowed] = kept.filter(({ length }) => length > 0);
  return own.filter((_, index) => told.includes(index % rows));
}

/** 收到自然人申请 34 件: whether a list is found only with what was carried over, of which nothing is said. */
export function isWithOver(draft: Draft, drafts: readonly Draft[], report: Report): boolean {
  if (draft.flow !== 'received') return false;
  const list = listAround(draft, drafts);
  const isAllIn = (row: number): boolean => list.every((each) => isIn(each, row, report));
  return isAllIn(WITH_OVER) && !isAllIn(NEW);
}

function allowedBy(flow: string): readonly number[] {
  if (flow === 'answered') return [RESULTS];
  if (flow === 'receivedNew') return [NEW];
  return flow === 'received' ? [NEW, WITH_OVER] : [NEW, WITH_OVER, RESULTS];
}

/** The applicants told side by side with one, without another number between them. */
function listAround(draft: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const at = drafts.indexOf(draft);
  const near = drafts.slice(Math.max(0, at - mostApplicants), at + mostApplicants);
  const place = near.indexOf(draft);
  const isOther = (each: Draft): boolean =>
    each.kind !== 'number' ||
    each.flow !== draft.flow ||
    !(applicants.has(each.key) || (each.key === 'otherwiseProcessed' && !each.firm));
  const start = near.slice(0, place).findLastIndex(isOther) + 1;
  const end = near.slice(place).findIndex(isOther);
  const list = near.slice(start, end < 0 ? undefined : place + end);
  return list.filter(({ key }) => applicants.has(key));
}

/** Whether a row has the number that is told of an applicant. */
function isIn({ key, lexeme }: Draft, row: number, report: Report): boolean {
  const { low = 0, high = 0 } = lexeme.quantity ?? {};
  const sums = sumsFor(report.form).plain.get(key) ?? [];
  return sums.some(({ cells }, index) => {
    const value = index % rows === row ? sumOf(report, cells) : Number.NaN;
    return low <= value && value <= high;
  });
}

/** The rows whose total is the number told of all before the list. */
function rowsOfWhole(
  draft: Draft,
  drafts: readonly Draft[],
  { whole, report }: { readonly whole: string; readonly report: Report },
): readonly number[] {
  if (whole === '') return [];
  const before = drafts.slice(0, drafts.indexOf(draft));
  const told = before.findLast(({ key, kind }) => key === whole && kind === 'number')?.lexeme.quantity?.value;
  const { plain } = sumsFor(report.form);
  const totals = [...(plain.get('received') ?? []), ...(plain.get('answered') ?? []).slice(0, 1)];
  return totals.flatMap(({ cells }, row) => (sumOf(report, cells) === told ? [row] : []));
}

/** The row in which most of a list is found, counted by the cases; empty where none has any of it. */
function best(list: readonly Draft[], allowed: readonly number[], report: Report): readonly number[] {
  const weights = allowed.map((row) =>
    list.reduce((sum, each) => sum + (isIn(each, row, report) ? (each.lexeme.quantity?.low ?? 0) : 0), 0),
  );
  const most = Math.max(...weights);
  return most > 0 ? allowed.slice(weights.indexOf(most)).slice(0, 1) : [];
}
