import type { Form } from '../../../form/form';
import type { CellSum } from '../../../report/claim';
import { type Clause, isWithin } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { sumsFor } from './accepted-sums';
import { narrowed } from './flow-of-applicants';
import { applicants, results } from './quantity-keys';

/** A result or a row with its number, and what leads to its parts: 予以公开 12 件，其中; 不予公开的 8 件中，; behind a bracket nothing does. */
const lead = /(?:^|[^GPQUKEe&r])(G&P|P&G|[GPQUK]|S?r[SM]?[QUK]?)[DHMAa]{0,4}(n?)[Aa]{0,2},(t?)$/u;
const counted = /[GPQUKE][DHMAa]{0,4}n/gu;

/**
 * The flow of applicants that divide a result, by the letters `before` the first of them: `result:` and its key, with `:one` where the sentence
 * has told of no other. Empty where they divide none.
 */
export function resultBefore(before: string, beginnings: readonly Clause[], text: string): string {
  const [, letters = '', number, listed] = lead.exec(before) ?? [];
  const own = before.split(',').at(-1) ?? '';
  const at = beginnings.findLastIndex((clause, index) =>
    /[GPQUKr]/u.test(index === beginnings.length - 1 ? own : clause.letters),
  );
  const clause = beginnings[at];
  if (letters === '' || !clause) return '';
  const isBracketed = number !== '' && (beginnings[at + 1]?.depth ?? 0) > clause.depth;
  // 部分公开的 48 件，自然人 41 件: a sentence that begins with so many.
  const isLed = number !== '' && !/n/u.test(before.slice(0, before.indexOf(letters)));
  if (!listed && !isWithin(text, clause.lexemes.at(-1)?.end ?? 0) && !isBracketed && !isLed) return '';
  const row = clause.lexemes.findLast(({ letter }) => letter === 'r')?.name;
  const both = letters.includes('&') ? 'grantedOrPartially' : results[letters];
  const key = letters.includes('r') ? `reason:${row ?? ''}` : both;
  const isOne = (before.match(counted) ?? []).length < 2 && (!isLed || listed || isBracketed);
  return key === undefined ? '' : `result:${key}${isOne ? ':one' : ''}`;
}

/** A list of applicants is not longer, nor farther from what it divides. */
export const mostApplicants = 12;

/**
 * The sums that an applicant may mean whose list divides one result (予以公开 12 件，其中自然人 9 件), which `flow` names; undefined where it
 * divides none. Where the list comes to what was told before the result, or other results stand before it, it may divide all as well: then
 * `own` is added.
 */
export function sumsInResult(
  draft: Draft,
  drafts: readonly Draft[],
  own: readonly CellSum[],
  form: Form,
): readonly CellSum[] | undefined {
  const [, result, isOne] = /^result:(.+?)(:one)?$/u.exec(draft.flow) ?? [];
  const wholes = result === undefined ? undefined : sumsFor(form).plain.get(result);
  if (!wholes) return undefined;
  const sums = wholes.flatMap((whole) => narrowed(whole, [draft.key], form));
  const sure = isOne !== undefined && !isOfBefore(drafts, drafts.indexOf(draft), result ?? '');
  return sure ? sums : [...sums, ...own.map((sum) => ({ ...sum, rare: true }))];
}

/** 收到 10 件，予以公开 5 件，其中自然人 7 件、法人 3 件: whether the applicants behind a result come to what was told before it. */
function isOfBefore(drafts: readonly Draft[], at: number, result: string): boolean {
  const whole = drafts.slice(0, at).findLastIndex(({ key, kind }) => key === result && kind === 'number');
  if (whole < 0) return false;
  const list = drafts.slice(whole + 1, whole + 1 + mostApplicants).filter(({ key }) => applicants.has(key));
  const sum = list.reduce((all, { lexeme }) => all + (lexeme.quantity?.low ?? 0), 0);
  const before = drafts.slice(Math.max(0, whole - mostApplicants), whole);
  return before.some(({ kind, lexeme }) => kind === 'number' && lexeme.quantity?.value === sum);
}
