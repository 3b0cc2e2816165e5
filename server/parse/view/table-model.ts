/** How many columns and rows a cell spans; 0 rows are all that its group of rows still has. */
export interface Spans {
  readonly columns: number;
  readonly rows: number;
}

/** As browsers bound them. */
const mostSpannedColumns = 1000;
const mostSpannedRows = 65_534;
/** No statutory table is wider; what reaches farther covers nothing there. */
const mostColumns = 256;

/** A number as browsers read it in an attribute: leading blanks and what follows the digits do not count; `otherwise` for none. */
function numberIn(value: string | undefined, otherwise: number): number {
  const digits = /^\s*\+?(\d+)/u.exec(value ?? '')?.[1];
  return digits === undefined ? otherwise : Number(digits);
}

/** The spans that the attributes of a cell ask for, in the bounds that browsers keep. */
export const spansOf = (attributes: ReadonlyMap<string, string> | undefined): Spans => ({
  columns: Math.min(Math.max(1, numberIn(attributes?.get('colspan'), 1)), mostSpannedColumns),
  rows: Math.min(numberIn(attributes?.get('rowspan'), 1), mostSpannedRows),
});

/** Lays the cells of one table out as a browser does: each goes to the first column that no cell from above covers. */
export class TableModel {
  /** For each column the number of the row before which it is covered from above. */
  private readonly covered: number[] = [];
  private row = -1;
  private column = 0;

  openRow(): void {
    this.row++;
    this.column = 0;
  }

  /** No cell reaches out of its group of rows. */
  endGroup(): void {
    this.covered.length = 0;
  }

  /** Gives the next cell of the open row its place; answers the column in which it begins. */
  place({ columns, rows }: Spans): number {
    while ((this.covered[this.column] ?? 0) > this.row) this.column++;
    const { column } = this;
    this.column += columns;
    const until = rows === 0 ? Number.POSITIVE_INFINITY : this.row + rows;
    if (rows === 1) return column;
    for (let at = column; at < Math.min(this.column, mostColumns); at++)
      this.covered[at] = Math.max(this.covered[at] ?? 0, until);
    return column;
  }
}
