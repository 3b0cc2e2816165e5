import { type CellSpec, rowAndColumn, type TableId } from '../../../form/form';
import { type Report, valueOf } from '../../../report/report';

/** Each digit of a figure repeats by chance about once in ten times: so many of them do not. Round figures have fewer. */
const leastDigits = 5;
/** Figures that stay what they were from year to year, without anyone having copied them. */
const lasting = new Set(['inForce', 'disclosedTotal', 'itemsLastYear']);

/** How many figures a table has that are not 0, where all are last year's and too many for chance; undefined where they are not. */
export function equalFigures(report: Report, last: Report, table: TableId): number | undefined {
  const { form, cells } = report;
  const own = form.cells.filter((cell) => cell.table === table);
  const value = ({ cells: all }: Report, { index }: CellSpec): number | null => valueOf(all[index]);
  if (own.some((cell) => value(report, cell) !== value(last, cell))) return undefined;
  const telling = own.filter((cell) => !isSum(report, cell) && !isLasting(report, cell));
  // Sums follow from their parts, and figures that are alike may have one cause: each counts once.
  const figures = new Set(telling.map(({ index }) => valueOf(cells[index]) ?? 0));
  figures.delete(0);
  const filled = telling.filter(({ index }) => (valueOf(cells[index]) ?? 0) !== 0);
  // How disputes end does not follow from one another: each figure counts, although they are small.
  const isIndependent = table === 'disputes' && filled.length >= leastDigits;
  const digits = [...figures].reduce(
    (all, figure) => all + String(figure).replace(/\D|(?<!0)0+$/gu, '').length,
    0,
  );
  return figures.size < 2 || (digits < leastDigits && !isIndependent)
    ? undefined
    : own.filter((cell) => (value(report, cell) ?? 0) !== 0).length;
}

const isLasting = ({ form }: Report, { index }: CellSpec): boolean =>
  lasting.has(rowAndColumn(form, index).column.id);

const isSum = ({ form }: Report, { index }: CellSpec): boolean =>
  (form.equationsOf[index] ?? []).some((each) => {
    const right = form.equations[each]?.right ?? [];
    return right.length === 1 && right[0] === index;
  });
