import { lineFrom, type RowLayout, tableHead } from '../../form/written';

/** A cell of a table as it is copied: what it says, and the columns in which it begins and ends on the grid that browsers draw. */
export interface PastedCell {
  readonly text: string;
  readonly column: number;
  readonly end: number;
}

export interface PastedRow {
  readonly cells: readonly PastedCell[];
  /** How many of them are labels, where the row is known as one of the form; undefined where it is not. */
  readonly labels?: number | undefined;
}

/** The lines of a copied table in a layout: a line a row, what is merged said once, and each figure in its own column. */
export function pastedLines(rows: readonly PastedRow[], layout: RowLayout): readonly string[] {
  const lines = rows.map(splitRow);
  const places = placesOf(lines);
  return layout === 'markdown' ? markdownLines(lines, places) : plainLines(lines, places, layout);
}

type Cells = readonly PastedCell[];

/** A row in its two parts; one without figures is a head. */
interface Line {
  readonly labels: readonly PastedCell[];
  readonly figures: readonly PastedCell[];
}

const figure = /^(?:[+＋−-]{0,2}[\d０-９][\d０-９,，.]*\s?(?:万?元|件|[（(][^（）()]*[）)])?|[-—–−/\\无]*)$/u;
const digit = /[\d０-９]/u;

function splitRow({ cells, labels }: PastedRow): Line {
  const first = labels ?? cells.findLastIndex(({ text }) => !figure.test(text)) + 1;
  const figures = cells.slice(first);
  const isHead = labels === undefined && !figures.some(({ text }) => digit.test(text));
  return isHead ? { labels: cells, figures: [] } : { labels: cells.slice(0, first), figures };
}

/** The columns of the text that the columns of the grid are: those of the labels are one. */
interface Places {
  readonly width: number;
  of(column: number): number;
  /** The columns of the text that a cell reaches over. */
  over(cell: PastedCell): readonly number[];
}

function placesOf(lines: readonly Line[]): Places {
  const starts = [...new Set(lines.flatMap(({ figures }) => figures.map(({ column }) => column)))];
  starts.sort((a, b) => a - b);
  const first = starts[0] ?? 0;
  const isLabelled = first > 0;
  const of = (column: number): number =>
    column < first
      ? 0
      : Number(isLabelled) +
        Math.max(
          0,
          starts.findLastIndex((each) => each <= column),
        );
  const width = starts.length + Number(isLabelled);
  return {
    width,
    of,
    over: ({ column, end }) => {
      const [from, to] = [of(column), of(end - 1)];
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    },
  };
}

/** The texts of cells in their places, up to the last cell. */
function laidOut(cells: readonly PastedCell[], { of }: Places): string[] {
  const texts: string[] = [];
  for (const { text, column } of cells) {
    const place = of(column);
    while (texts.length <= place) texts.push('');
    texts[place] = `${texts[place]}${text}`;
  }
  return texts;
}

/** A row with figures: what stands over several rows gets lines of its own. */
function bodyLines({ labels, figures }: Line, places: Places): string[][] {
  const said = labels.map(({ text }) => text).filter((text) => text !== '');
  const own = said.pop();
  const cells = laidOut(figures, places);
  if (own !== undefined) cells[0] = own;
  return [...said.map((text) => [text]), cells];
}

const plainLines = (lines: readonly Line[], places: Places, layout: RowLayout): string[] =>
  lines
    .flatMap((line) => (line.figures.length > 0 ? bodyLines(line, places) : [headLine(line, places)]))
    .map((cells) => lineFrom(cells, layout));

/** A row of a head, which ends with its last label. */
function headLine({ labels }: Line, places: Places): string[] {
  const texts = laidOut(labels, places);
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** Parts of the table that have heads of their own become tables of their own: Markdown merges no cells. */
function markdownLines(lines: readonly Line[], places: Places): string[] {
  const written: string[] = [];
  let head: Cells[] = [];
  let width = 0;
  for (const [index, line] of lines.entries()) {
    const isAlone = line.labels.filter(({ text }) => text !== '').length === 1;
    const next = lines[index + 1];
    if (line.figures.length === 0 && !(isAlone && width > 0 && next && next.figures.length > 0)) {
      head.push(line.labels);
      continue;
    }
    if (head.length > 0 || width === 0) {
      const [caption, rows] = captionOf(head);
      const part = partWidth(lines.slice(index), places);
      if (written.length > 0) written.push('');
      if (caption) written.push(caption, '');
      // Rows that are copied without a head go into a table that has one.
      if (rows.length > 0) written.push(...tableHead(mergedHead(rows, places, part)));
      width = part;
      head = [];
    }
    const body = line.figures.length > 0 ? bodyLines(line, places) : [laidOut(line.labels, places)];
    written.push(...body.map((cells) => lineFrom(padded(cells, width), 'markdown')));
  }
  return written;
}

const padded = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '');

/** A row of one cell over the head of a part is its caption. */
function captionOf(head: readonly Cells[]): [string | undefined, readonly Cells[]] {
  const [first, ...others] = head;
  const said = first?.filter(({ text }) => text !== '') ?? [];
  return said.length === 1 && others.length === 1 ? [said[0]?.text, others] : [undefined, head];
}

/** How wide the rows are up to the next head. */
function partWidth(lines: readonly Line[], places: Places): number {
  const end = lines.findIndex(({ figures }) => figures.length === 0);
  const own = lines.slice(0, end < 0 ? lines.length : Math.max(end, 1));
  const widest = Math.max(...own.flatMap((line) => bodyLines(line, places).map((cells) => cells.length)));
  return Math.max(widest, 1);
}

/** One row for a head of several: in each place what is printed lowest there. */
function mergedHead(head: readonly Cells[], places: Places, width: number): string[] {
  const texts = Array<string>(width).fill('');
  for (const row of head) {
    for (const cell of row) {
      for (const place of places.over(cell)) if (place < width && cell.text !== '') texts[place] = cell.text;
    }
  }
  return texts;
}
