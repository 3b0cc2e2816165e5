import type { Analysis } from '../../analysis';
import { type Form, tableOf } from '../../form/form';
import type { Cell } from '../../report/report';
import type { Span } from '../../text/span';
import { locate } from './locate';

/** A figure that belongs to what stands at the cursor. */
export interface Highlight {
  readonly span: Span;
  /** `self` for the figure under the cursor. */
  readonly role: 'self' | 'related';
}

/**
 * The figures that belong to what stands at `offset`: to a total its parts, to a part the totals and balances that it enters;
 * to the label of a row or column its figures. Empty where nothing of the kind stands, or nothing belongs to it.
 */
export function related(analysis: Analysis, offset: number): readonly Highlight[] {
  const place = locate(analysis, offset);
  const { form, cells } = analysis.report;
  if (place?.kind === 'cell') {
    const others = partners(form, place.index).filter((index) => index !== place.index);
    if (others.length === 0 || !isPrinted(place.cell)) return [];
    return highlights(cells, [place.index], 'self').concat(highlights(cells, others, 'related'));
  }
  if (place?.kind === 'row') {
    const row = tableOf(form, place.table).rows[place.row];
    return highlights(cells, row?.columns.map((_, at) => row.firstCell + at) ?? [], 'related');
  }
  if (place?.kind !== 'column') return [];
  return highlights(
    cells,
    form.cells
      .filter((spec) => spec.table === place.table && columnId(form, spec.index) === place.id)
      .map(({ index }) => index),
    'related',
  );
}

function columnId(form: Form, index: number): string | undefined {
  const spec = form.cells[index];
  return spec && tableOf(form, spec.table).rows[spec.row]?.columns[spec.column]?.id;
}

/** The cells that the equations of a cell tie to it: of sums that it states all addends, of others only their other side. */
function partners(form: Form, index: number): number[] {
  const equations = (form.equationsOf[index] ?? []).flatMap((each) => form.equations[each] ?? []);
  const stated = equations.filter(({ rule, right }) => rule !== 'flow-balance' && right.includes(index));
  if (stated.length > 0) return [...new Set(stated.flatMap(({ left }) => left))];
  const tied = equations.flatMap(({ rule, left, right }) =>
    rule === 'flow-balance' ? [...left, ...right] : right,
  );
  return [...new Set(tied)];
}

const isPrinted = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && cell.span.end > cell.span.start;

const highlights = (
  cells: readonly Cell[],
  indices: readonly number[],
  role: Highlight['role'],
): Highlight[] =>
  indices
    .map((index) => cells[index])
    .filter(isPrinted)
    .map(({ span }) => ({ span, role }));
