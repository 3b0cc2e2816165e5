import { foldUnit } from '../../text/fold';
import type { Span } from '../../text/span';
import { widths as anyWidths, merged, type Stretch, stretchOf } from '../rows/stretches';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { cellsBelowLabels, standAlike } from './below-labels';
import { cellsBelowWhole } from './below-whole-rows';
import type { Layout } from './row-layouts';

/**
 * Columns of a table that is set with blanks: the stretches of the line in which figures or the labels of the head stand, with at
 * least one column of blanks between them in every line. Figures that stand below each other are in one stretch however they are
 * justified. Where there are as many stretches as cells, they are the cells, and a gap in a line is an empty one. Lines that do not
 * stand below each other blur the stretches: there are too few then, and nothing is said.
 */
export interface Grid {
  /** The cell in whose column a token stands; −1 for none. */
  readonly cellOf: (token: Token) => number;
}

/** What columns are looked for in. */
interface Page {
  /** How many cells a line has. */
  readonly size: number;
  readonly view: string;
  /** How wide a Chinese character may be; undefined where nothing tells. */
  readonly widths?: readonly number[];
}

/**
 * The columns of lines of `size` cells, given their figures and the labels of the head, and how wide a Chinese character may be; undefined
 * where they do not show.
 */
export function gridOf(
  lines: readonly (readonly Token[])[],
  head: readonly Span[],
  { size, view, widths = anyWidths }: Page,
): Grid | undefined {
  const figures = lines.map((line) => line.filter(isFigure));
  if (!figures.every((line) => isSet(view, line))) return undefined;
  const free = figures.filter((line) => line.every(({ start }) => isFree(view, start)));
  const sheets = free.length > 0 ? sheetsOf(free, { size, view, widths }) : [];
  return (
    agreed(sheets, (sheet) => (isKept(head, sheet) ? columnsAre(head, sheet) : undefined)) ??
    agreed(sheets, (sheet) => columnsAre([], sheet)) ??
    belowWhole(figures, { size, view, widths }) ??
    (free.length > 0 ? onPages(free, head, { size, view, widths }) : undefined)
  );
}

/** The columns in which the figures of rows stand that lack none. */
function belowWhole(lines: Sheet['free'], { size, view, widths }: Required<Page>): Grid | undefined {
  const pageOf = pagesIn(view, lines.flat());
  return agreed(widths, (width) => {
    const cells = cellsBelowWhole({
      lines,
      size,
      view,
      width,
      pageOf,
      isFree: ({ start }) => isFree(view, start),
    });
    return cells && { cellOf: ({ start }) => cells.get(start) ?? -1 };
  });
}

/** The columns below the labels of a head, page by page: programs that copy pages set the lines of each in steps of its own. */
function onPages(free: Sheet['free'], head: readonly Span[], at: Required<Page>): Grid | undefined {
  const pageOf = pagesIn(at.view, [...free.flat(), ...head]);
  const pages = new Map<number, (readonly Token[])[]>();
  for (const line of free) {
    const page = pageOf(line[0]?.start ?? 0);
    const mine = pages.get(page) ?? [];
    mine.push(line);
    pages.set(page, mine);
  }
  const grids = new Map(
    [...pages].map(([page, lines]) => {
      const labels = pages.size === 1 ? head : head.filter(({ start }) => pageOf(start) === page);
      return [page, belowHead(labels, sheetsOf(lines, at))];
    }),
  );
  if ([...grids.values()].every((grid) => grid === undefined)) return undefined;
  return { cellOf: (token) => grids.get(pageOf(token.start))?.cellOf(token) ?? -1 };
}

/** Tells how many form feeds stand before a place, from the first of some marks on. */
function pagesIn(view: string, marks: readonly Span[]): (at: number) => number {
  const feeds: number[] = [];
  const end = Math.max(...marks.map(({ start }) => start));
  let feed = view.indexOf('\f', Math.min(...marks.map(({ start }) => start)));
  for (; feed >= 0 && feed < end; feed = view.indexOf('\f', feed + 1)) feeds.push(feed);
  return (at) => feeds.filter((each) => each < at).length;
}

const belowHead = (head: readonly Span[], sheets: readonly Sheet[]): Grid | undefined =>
  agreed(sheets, (sheet) => {
    const below = columnsBelow(head, sheet);
    return below?.isWhole ? below : (columnsBeside(head, sheet) ?? below);
  });

const sheetsOf = (free: Sheet['free'], { size, view, widths }: Required<Page>): Sheet[] =>
  widthsOf(free, view, widths).map((width) => ({ free, size, view, width }));

/** The grid that is found, were Chinese characters as wide as they may be: what two widths do not agree on is not told. */
function agreed<T>(choices: readonly T[], find: (choice: T) => Grid | undefined): Grid | undefined {
  const [grid, ...others] = choices.flatMap((choice) => find(choice) ?? []);
  if (!grid || others.length === 0) return grid;
  return {
    cellOf: (token) => {
      const cell = grid.cellOf(token);
      return others.every((other) => other.cellOf(token) === cell) ? cell : -1;
    },
  };
}

interface Sheet {
  /** Lines in which nothing was moved to make room. */
  readonly free: readonly (readonly Token[])[];
  readonly size: number;
  readonly view: string;
  readonly width: number;
}

/** How wide a Chinese character may be: so that figures stand in the fewest stretches, no two of a line in the same. */
function widthsOf(free: Sheet['free'], view: string, widths: readonly number[]): number[] {
  const found = widths.flatMap((width) => {
    const columns = merged(free.flat().map((token) => stretchOf(view, token, width)));
    const isTold = free.every((line) =>
      isApart(line, (token) => indexIn(columns, stretchOf(view, token, width))),
    );
    return isTold ? [{ width, columns: columns.length }] : [];
  });
  const fewest = Math.min(...found.map(({ columns }) => columns));
  return found.filter(({ columns }) => columns === fewest).map(({ width }) => width);
}

/** As many stretches as cells: these are the columns. */
function columnsAre(head: readonly Span[], { free, size, view, width }: Sheet): Grid | undefined {
  const columns = merged([...head, ...free.flat()].map((mark) => stretchOf(view, mark, width)));
  if (columns.length !== size) return undefined;
  const cellOf = (token: Token): number =>
    isFree(view, token.start) ? indexIn(columns, stretchOf(view, token, width)) : -1;
  return free.every((line) => isApart(line, cellOf)) ? { cellOf } : undefined;
}

/** Columns of which those of some figures may not be told. */
interface PartGrid extends Grid {
  readonly isWhole: boolean;
}

/** Too few stretches, as some columns are empty: each that stands below just one label of a full head is that label's. */
function columnsBelow(head: readonly Span[], sheet: Sheet): PartGrid | undefined {
  const { free, size, view, width } = sheet;
  const all = head.map((label) => stretchOf(view, label, width));
  const labels = all.length === size ? all.sort((a, b) => a.from - b.from) : merged(all);
  if (labels.length !== size) return undefined;
  const columns = merged(free.flat().map((token) => stretchOf(view, token, width)));
  const kept = merged(keptIn(head, sheet));
  const cells = columns.map((column) => {
    const above = kept.filter((label) => label.from < column.to && column.from < label.to);
    const [label] = above;
    return label && above.length === 1
      ? labels.findIndex(({ from, to }) => from === label.from && to === label.to)
      : -1;
  });
  const cellOf = (token: Token): number => {
    const column = isFree(view, token.start) ? indexIn(columns, stretchOf(view, token, width)) : -1;
    return cells[column] ?? -1;
  };
  const known = cells.filter((cell) => cell >= 0);
  // One line alone is no evidence of columns unless all of it is below labels.
  const isWhole = known.length === cells.length;
  if (free.length === 1 && !isWhole) return undefined;
  const isInOrder = known.every((cell, index) => index === 0 || cell > (known[index - 1] ?? -1));
  return isInOrder && free.every((line) => isApart(line, cellOf)) ? { cellOf, isWhole } : undefined;
}

/**
 * Where the labels of a head stand above their columns: not those that were moved to make room, and of one that moved the next only its
 * beginning, as what stands below its end may be below where the next would stand.
 */
function keptIn(head: readonly Span[], sheet: Sheet): Stretch[] {
  const { view, width } = sheet;
  const areKept = isKept(head, sheet);
  return head.flatMap((label) => {
    if (!isFree(view, label.start)) return [];
    const { from, to } = stretchOf(view, label, width);
    return { from, to: !areKept && hasNext(head, label) ? from + 1 : to };
  });
}

const hasNext = (head: readonly Span[], { end }: Span): boolean =>
  head.some(({ start }) => start === end + 1);

/** Whether no label of a head was moved to make room for one before it: where two stand close, figures have to stand alike below theirs. */
function isKept(head: readonly Span[], { free, view, width }: Sheet): boolean {
  if (!head.some((label) => hasNext(head, label))) return true;
  const labels = head.map((label) => stretchOf(view, label, width));
  return standAlike(
    free.flat().map((token) => stretchOf(view, token, width)),
    labels,
  );
}

/** Not all figures touch a label, but they stand as far from the middles of a full head's, or clearly nearest to them. */
function columnsBeside(head: readonly Span[], sheet: Sheet): Grid | undefined {
  const { free: lines, size, view, width } = sheet;
  if (head.length !== size) return undefined;
  const cells = cellsBelowLabels({ lines, head, view, width, isKept: isKept(head, sheet) });
  return cells && { cellOf: ({ start }) => cells.get(start) ?? -1 };
}

const indexIn = (columns: readonly Stretch[], { from }: Stretch): number =>
  columns.findIndex((column) => column.from <= from && from < column.to);

/** Says whether no two figures of a line are in one cell. */
function isApart(line: readonly Token[], cellOf: (token: Token) => number): boolean {
  const cells = line.map(cellOf).filter((cell) => cell >= 0);
  return new Set(cells).size === cells.length;
}

/** Says whether more than one blank, or nothing at all, stands before a place: what stands there was not moved to make room. */
function isFree(view: string, start: number): boolean {
  const isBlank = (at: number): boolean => at < 0 || /[\s\0]/u.test(view.charAt(at));
  return isBlank(start - 1) && (view.charAt(start - 1) === '\n' || isBlank(start - 2));
}

/** A row's figures in the cells in whose columns they stand. */
export function gridWay(entries: readonly Token[], size: number, { cellOf }: Grid): Layout {
  const cells = entries.map((entry) => (isFigure(entry) ? cellOf(entry) : -1));
  return Array.from({ length: size }, (_, cell) => cells.indexOf(cell));
}

/** Says whether figures stand on one line with nothing but blanks between them. */
function isSet(view: string, line: readonly Token[]): boolean {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last) return true;
  if (first.line !== last.line) return false;
  for (let at = first.end; at < last.start; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === 9 || unit === 124) return false;
  }
  return true;
}
