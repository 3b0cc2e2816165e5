import { edition2021 } from '../../../server/form/edition-2021';
import { layoutCalled } from './layouts';
import { mapRows, sheetOf } from './layouts/sheet';

/** A report that is flawless but for its figures, in a layout; a figure that is null is lost with its separator. */
export function written(
  layout: string,
  {
    seed,
    size,
    figures,
  }: { readonly seed: number; readonly size: number; readonly figures: readonly (number | null)[] },
): string {
  const rows = edition2021.tables.flatMap((table) => table.rows);
  const sheet = mapRows(sheetOf(seed, size), (row) => {
    const first = rows.find(({ id }) => id === row.id)?.firstCell ?? 0;
    const cells = row.cells.map((_, column) => figures[first + column] ?? null);
    return { ...row, cells: cells.map((value) => (value === null ? undefined : String(value))) };
  });
  return layoutCalled(layout).render(sheet);
}
