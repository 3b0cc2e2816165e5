import { edition2021 } from '../../../server/form/edition-2021';
import { layoutCalled } from './layouts';
import { mapRows, sheetOf } from './layouts/sheet';

/**
 * A report that is flawless but for its figures, in a layout; for a figure that is null stands `empty`, or it is lost with its
 * separator where that is not given.
 */
export function written(
  layout: string,
  {
    seed,
    size,
    figures,
    empty,
  }: {
    readonly seed: number;
    readonly size: number;
    readonly figures: readonly (number | null)[];
    readonly empty?: string;
  },
): string {
  const rows = edition2021.tables.flatMap((table) => table.rows);
  const sheet = mapRows(sheetOf(seed, size), (row) => {
    const first = rows.find(({ id }) => id === row.id)?.firstCell ?? 0;
    const cells = row.cells.map((_, column) => figures[first + column] ?? null);
    return { ...row, cells: cells.map((value) => (value === null ? empty : String(value))) };
  });
  return layoutCalled(layout).render(sheet);
}
