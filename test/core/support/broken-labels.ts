/** How labels are broken over lines: after how many characters, with the figures beside which piece, merged cells along with them or not. */
export interface Break {
  readonly width: number;
  readonly at: 'first' | 'middle' | 'last';
  readonly isNeighbourBroken: boolean;
}

const isCell = (text: string): boolean => /^(?:[\d.]*|[-/])$/u.test(text.trim());

/** Breaks the labels of rows whose cells `separator` parts, each piece on a line of its own. Other lines stay as they are. */
export const withBrokenLabels = (text: string, separator: string, how: Break): string =>
  text
    .split('\n')
    .map((line) => broken(line, separator, how))
    .join('\n');

function broken(line: string, separator: string, { width, at, isNeighbourBroken }: Break): string {
  const cells = line.split(separator);
  const label = cells.findLastIndex((cell) => !isCell(cell));
  const figures = cells.slice(label + 1);
  if (label < 0 || figures.length === 0 || cells.slice(0, label).some((cell) => /\d+$/u.test(cell)))
    return line;
  const columns = cells
    .slice(0, label + 1)
    .map((cell, index) => (isNeighbourBroken || index === label ? piecesOf(cell, width) : [cell]));
  const height = Math.max(...columns.map(({ length }) => length));
  const pieces = columns.at(-1)?.length ?? 1;
  const beside = { first: 0, middle: pieces >> 1, last: pieces - 1 }[at];
  return Array.from({ length: height }, (_, row) => {
    const words = columns.map((column) => column[row] ?? '');
    // Only the label's own pieces go on; an empty cell before them holds their column.
    return [...words, ...(row === beside ? figures : [])]
      .join(separator)
      .replace(/[\t|, ]+$/u, (end) => (row === beside ? end : ''));
  }).join('\n');
}

const piecesOf = (text: string, width: number): string[] =>
  text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''];
