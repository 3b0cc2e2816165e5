/** A column of a printed table: its heading and what stands in it. */
export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => string;
}

/** Prints rows under their headings: the first column to the left, all others, which are figures, to the right. */
export function printTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const cells = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => widthOf(line[index] ?? ''))));
  for (const line of cells) {
    const padded = line.map((text, index) => {
      const blanks = ' '.repeat((widths[index] ?? 0) - widthOf(text));
      return index === 0 ? text + blanks : blanks + text;
    });
    console.log(padded.join('  '));
  }
}

/** The value below which a share of the values lies; 0 where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, char) => width + (char > '\u2e7f' ? 2 : 1), 0);
