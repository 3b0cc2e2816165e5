import { cellAt } from '../../form/form';
import type { CellSum, Claim, Subject } from '../../report/claim';
import { sumOf } from '../../report/claim';
import type { Report } from '../../report/report';
import type { Draft } from './draft';
import { type Prose, spanIn } from './prose';
import { sumsFor } from './subjects';

/** Makes claims of the drafts of a paragraph: what a phrase may mean depends on what its neighbours speak of. */
export function settle(drafts: readonly Draft[], report: Report, prose: Prose): Claim[] {
  const keys = new Set(drafts.map(({ key }) => key));
  return drafts.flatMap((draft) => {
    const sums = sumsOf(draft, keys, report, prose);
    if (sums.length === 0) return [];
    const { lexeme, kind } = draft;
    const { quantity } = lexeme;
    const phrase = spanIn(prose, draft.start, Math.max(draft.end, lexeme.end));
    const { low, high } = kind === 'number' ? amount(draft) : { low: 0, high: 0 };
    return [
      {
        subject: subjectOf(draft.key),
        span: quantity ? spanIn(prose, quantity.start, quantity.digitsEnd) : phrase,
        phrase,
        unit: quantity?.unit ?? '',
        kind,
        low,
        high,
        sums,
        firm: draft.firm || isSibling(draft.key, keys),
      },
    ];
  });
}

const subjectOf = (key: string): Subject => (key.split(':')[0] ?? key) as Subject;

/** Amounts of money in 万元, as the form has them, with what their rounding leaves open. */
function amount({ lexeme }: Draft): { low: number; high: number } {
  const { unit = '', low = 0, high = 0, decimals = 0 } = lexeme.quantity ?? {};
  if (!unit.endsWith('元')) return { low, high };
  const factor = unit === '元' ? 1e-4 : unit === '亿元' ? 1e4 : 1;
  const slack = factor / 10 ** decimals;
  return { low: low * factor - slack, high: high * factor + slack };
}

const loneResults: Readonly<Record<string, readonly string[]>> = {
  granted: ['partiallyGranted', 'grantedOrPartially'],
  refused: ['unable', 'notProcessed', 'otherwiseProcessed'],
  otherwiseProcessed: [],
};
const results = ['partiallyGranted', 'refused', 'unable', 'notProcessed'];

/** A bare 公开 or 其他 counts applications where the classes beside it are named in full. */
const isSibling = (key: string, keys: ReadonlySet<string>): boolean =>
  (key === 'granted' || key === 'otherwiseProcessed') && results.some((each) => keys.has(each));

function sumsOf({ key }: Draft, keys: ReadonlySet<string>, report: Report, prose: Prose): readonly CellSum[] {
  const { plain, wider } = sumsFor(report.form);
  const own = plain.get(key) ?? [];
  const narrower = loneResults[key];
  if (narrower && !narrower.some((each) => keys.has(each))) return [...own, ...(wider.get(key) ?? [])];
  if (key === 'answered') return [...own, ...answered(own, report, prose)];
  // Where those after a reconsideration are named beside it, 行政诉讼 may mean the direct ones alone.
  if (key === 'litigations' && keys.has('laterLitigations')) {
    return [...own, ...(plain.get('directLitigations') ?? [])];
  }
  return own;
}

/** Who counts only what came in this year leaves out the answers to what was carried over. */
function answered(own: readonly CellSum[], report: Report, _prose: Prose): CellSum[] {
  const valueAt = (path: string): number => sumOf(report, [cellAt(report.form, path)]);
  const over = valueAt('applications.carriedOver.total');
  return over > 0 ? own.map((sum) => ({ ...sum, name: '本年新收中已办结', less: over })) : [];
}
