import { cellAt } from '../../../form/form';
import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { Report } from '../../../report/report';
import type { Draft } from '../clauses/draft';

// What 办结 8 件 may mean.

const valueAt = (path: string, report: Report): number => sumOf(report, [cellAt(report.form, path)]);

/** The first of the sums of all answers without so many of them; none where there are not so many. */
const without = (own: readonly CellSum[], name: string, less: number, most: number): CellSum[] =>
  less > 0 && less <= most ? own.slice(0, 1).map((sum) => ({ ...sum, name, less, rare: true })) : [];

/** Of the sums of all answers (`own`) those to what came in this year: without the answers to what was carried over. */
export function answeredOfNew(own: readonly CellSum[], report: Report): CellSum[] {
  const over = valueAt('applications.carriedOver.total', report);
  return without(own, '本年新收中已办结', over, over);
}

/**
 * The readings of a number of answers; `own` are the sums of its key. Who counts only what came in this year leaves out the answers to what was
 * carried over, and tells of neither; who names what was withdrawn leaves that out, as far as the table has it under 其他. What goes over into
 * the next year is left of all.
 */
export function readingsOfAnswered(
  draft: Draft,
  drafts: readonly Draft[],
  keys: ReadonlySet<string>,
  { own, report }: { readonly own: readonly CellSum[]; readonly report: Report },
): readonly CellSum[] {
  const isSaid = draft.flow === 'ofNew';
  const isOfNew = isSaid || ((keys.has('received') || keys.has('receivedNew')) && !keys.has('carriedOver'));
  const withdrawn = drafts
    .filter(({ key }) => key === 'withdrawn')
    .reduce((sum, { lexeme }) => sum + (lexeme.quantity?.value ?? 0), 0);
  const mostWithdrawn = valueAt('applications.results.other.other.total', report);
  const readings = [
    ...own.filter(({ rare }) => !rare || !keys.has('carriedForward')),
    ...(isOfNew ? answeredOfNew(own, report) : []),
    ...without(own, '办理结果除去撤回的', withdrawn, mostWithdrawn),
  ];
  return isSaid || isEven(draft, drafts) ? readings : readings.filter(({ rare }) => !rare);
}

/**
 * Whether what was answered may be a part of all: not where the same sentences tell what came in, what came over and what goes on, and only
 * all would make them even.
 */
function isEven(draft: Draft, drafts: readonly Draft[]): boolean {
  const told = (test: (key: string) => boolean): number | undefined => {
    const found = drafts.filter(({ key, kind, aside }) => test(key) && kind !== 'all' && !aside);
    return found.length === 1 ? (found[0]?.lexeme.quantity?.value ?? 0) : undefined;
  };
  const received = told((key) => key.startsWith('received'));
  const over = told((key) => key === 'carriedOver');
  const left = told((key) => key === 'carriedForward');
  if (received === undefined || over === undefined || left === undefined) return true;
  return (draft.lexeme.quantity?.value ?? 0) + left === received + over;
}
