import type { Grid, GridCell } from './grid';

/** One place of a grid row: the cell that starts there, or what reaches over it from the left or from above. */
export type Place =
  | { readonly kind: 'cell'; readonly cell: GridCell; readonly at: number }
  | { readonly kind: 'left' | 'above'; readonly at: number; readonly first: boolean };

/** The places of every row of a table, from left to right. Lost cells have none, and what follows moves up. */
export function placesOf(grid: Grid): Place[][] {
  const blocked: { until: number; first: boolean }[] = [];
  return [...grid.head, ...grid.body].map((row, index) => {
    const places: Place[] = [];
    const queue = row.filter(({ lost }) => !lost);
    for (let at = 0; at < grid.width; ) {
      const over = blocked[at];
      if (over && over.until > index) {
        places.push({ kind: 'above', at, first: over.first });
        at++;
        continue;
      }
      const next = queue.shift();
      if (!next) break;
      places.push({ kind: 'cell', cell: next, at });
      for (let column = 0; column < next.columns; column++) {
        if (next.rows > 1) blocked[at + column] = { until: index + next.rows, first: column === 0 };
        if (column > 0) places.push({ kind: 'left', at: at + column, first: false });
      }
      at += next.columns;
    }
    return places;
  });
}
