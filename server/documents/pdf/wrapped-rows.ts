import type { PagePart } from './pages';
import { isFigure, type PageText, type TextLine } from './texts';

// A row of a table without lines has its figures beside the first line of its label, and the label goes on below in a narrow column; what
// stands apart from it is the next row.

/** The lines of a label are no further apart, in sizes of their characters; rows are, by so much of that. */
const tight = 1.7;
const apart = 1.25;
/** A line with so many figures, and nothing behind them, is a row of a table. */
const fewestFigures = 2;
/** Columns of words begin at most so far apart, in sizes of their characters. */
const sameColumn = 1;
/** Texts of one column are hardly apart, but behind the number of a label. */
const close = 0.3;
const closeBehindNumber = 1;
const number = /^\d{1,2}[.．、]?$/u;

type Part = { readonly page: number; readonly line: TextLine };

/** Where a row's own label begins, and where its figures do; what stands before is of several rows. */
interface Columns {
  readonly label: number;
  readonly figures: number;
}

/** Pages with the lines of the labels of each row joined, where the rows stand apart from each other; all other lines as they are. */
export function withWholeRows(parts: readonly PagePart[]): PagePart[] {
  const whole: PagePart[] = [];
  for (let at = 0; at < parts.length; ) {
    const end = endOfRow(parts, at);
    const row = parts.slice(at, end).filter((part): part is Part => 'line' in part);
    const [first] = row;
    if (first && row.length > 1) whole.push({ ...first, line: joined(row.map(({ line }) => line)) });
    else whole.push(...parts.slice(at, end));
    at = end;
  }
  return whole;
}

/** Behind the last line of the row that begins at `at`; behind that line alone where no more is surely of it. */
function endOfRow(parts: readonly PagePart[], at: number): number {
  const columns = columnsOf(parts[at]);
  if (!columns) return at + 1;
  let [end, step] = [at + 1, 0];
  for (; goesOn(parts, end, columns); end++)
    if (isIn(parts[end], columns)) step = Math.max(step, stepTo(parts, end, columns));
  const isApart = (place: number): boolean => stepTo(parts, place, columns) > apart * step;
  return step > 0 && isApart(at) && isApart(end) ? end : at + 1;
}

/** Undefined for what is no row. */
function columnsOf(part: PagePart | undefined): Columns | undefined {
  if (!part || !('line' in part)) return undefined;
  const texts = columnsIn(part.line.texts);
  const first = texts.findIndex(({ text }) => isFigure(text));
  const figures = texts.slice(first);
  const [label, figure] = [texts[first - 1], texts[first]];
  const isRow = figures.length >= fewestFigures && figures.every(({ text }) => isFigure(text));
  return isRow && label && figure ? { label: label.left - label.size, figures: figure.left } : undefined;
}

/** Whether a line is right below the one before, and all of it beside the figures of a row. */
function goesOn(parts: readonly PagePart[], at: number, { figures }: Columns): boolean {
  const [before, part] = [parts[at - 1], parts[at]];
  if (!before || !part || !('line' in before) || !('line' in part) || before.page !== part.page) return false;
  const { texts, size, base } = part.line;
  const isWords = ({ text, right }: PageText): boolean => !isFigure(text) && right < figures;
  return texts.every(isWords) && base - before.line.base < tight * size;
}

/** Whether something stands where the label of a row does, or behind. */
const isIn = (part: PagePart | undefined, { label }: Columns): boolean =>
  part !== undefined && (!('line' in part) || part.line.texts.some(({ left }) => left >= label));

/** How far a line stands below the last one with something in these columns; infinitely far where that is on another page or none. */
function stepTo(parts: readonly PagePart[], at: number, columns: Columns): number {
  let last = at - 1;
  while (last >= 0 && !isIn(parts[last], columns)) last--;
  const [before, part] = [parts[last], parts[at]];
  const isBelow = before && part && 'line' in before && 'line' in part && before.page === part.page;
  return isBelow ? part.line.base - before.line.base : Number.POSITIVE_INFINITY;
}

/** The first line with the words of the others in its columns. */
function joined([first, ...others]: readonly TextLine[]): TextLine {
  const { texts = [], ...line } = first ?? { left: 0, right: 0, base: 0, size: 0 };
  const all = columnsIn(texts);
  const figures = all.findIndex(({ text }) => isFigure(text));
  const words = all.slice(0, figures);
  for (const each of others.flatMap((other) => columnsIn(other.texts))) {
    const at = words.findIndex(({ left }) => Math.abs(left - each.left) < sameColumn * each.size);
    // 5. 属 with 于三类 below both.
    const end = words.findLastIndex(({ left }) => left < each.right) + 1;
    if (at < 0) words.splice(words.filter(({ left }) => left < each.left).length, 0, each);
    else words.splice(at, Math.max(end - at, 1), [...words.slice(at, end), each].reduce(beside));
  }
  return { ...line, texts: [...words, ...all.slice(figures)] };
}

/** The texts of a line, those that stand close by each other as one. */
function columnsIn(texts: readonly PageText[]): PageText[] {
  const columns: PageText[] = [];
  for (const each of texts) {
    const before = columns.at(-1);
    const room = before && number.test(before.text.trim()) ? closeBehindNumber : close;
    const isClose = before && each.left - before.right < room * each.size;
    if (isClose && !isFigure(before.text) && !isFigure(each.text))
      columns.splice(-1, 1, beside(before, each));
    else columns.push(each);
  }
  return columns;
}

const beside = (one: PageText, more: PageText): PageText => ({
  ...one,
  text: one.text + more.text,
  right: Math.max(one.right, more.right),
});
