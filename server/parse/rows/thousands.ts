import type { Form } from '../../form/form';
import type { Cell } from '../../report/report';
import { fold } from '../../text/fold';

// `103 103` in one cell may be two counts as well as one with a blank between its thousands.

/**
 * Cells without the numbers that a blank parts and no sum confirms: where all that can be decided fail, or none can and both parts are the
 * same. Where another such number is confirmed the report writes them so, and all are believed.
 */
export function withoutDoubtfulThousands(cells: Cell[], form: Form, view: string): void {
  const parted = cells.flatMap((cell, index) => {
    if (cell.kind !== 'count') return [];
    const printed = fold(view.slice(cell.span.start, cell.span.end)).replaceAll('\0', '');
    return /\d \d/u.test(printed) ? [{ index, printed, fits: fitsOf(index, form, cells) }] : [];
  });
  if (parted.some(({ fits }) => fits === true)) return;
  for (const { index, printed, fits } of parted) {
    const cell = cells[index];
    const isTwice = new Set(printed.split(' ')).size === 1;
    if (cell && (fits === false || isTwice))
      cells[index] = { kind: 'text', span: cell.span, value: undefined };
  }
}

/** Whether one of the sums of a cell holds, blanks and marks as 0; undefined where none can be decided. */
function fitsOf(index: number, form: Form, cells: readonly Cell[]): boolean | undefined {
  const sums = (form.equationsOf[index] ?? []).flatMap((at) => {
    const { left = [], right = [] } = form.equations[at] ?? {};
    const sum = (side: readonly number[]): number =>
      side.reduce((all, each) => all + numberOf(cells[each]), 0);
    const difference = sum(left) - sum(right);
    return Number.isNaN(difference) ? [] : [difference === 0];
  });
  return sums.length === 0 ? undefined : sums.includes(true);
}

function numberOf(cell: Cell | undefined): number {
  if (cell?.kind === 'count') return cell.value;
  return cell?.kind === 'blank' || cell?.kind === 'mark' || cell?.kind === 'merged' ? 0 : Number.NaN;
}
