import { say } from '../../text/say';
import type { Block, Cell, Table } from '../lines/blocks';
import { withWholeFigures } from './broken-figures';
import { type GridCell, gridsOf, type RuledGrid } from './grids';
import type { Ruling } from './rulings';
import { cellSaying, linesIn, type PageText, type TextLine } from './texts';

/** A page with what is drawn on it. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly rulings: readonly Ruling[];
  /** Whether there are pictures on it. */
  readonly hasPictures: boolean;
}

/** What stands on a page from top to bottom: lines of text, and tables. */
export type PagePart = { readonly page: number; readonly line: TextLine } | Table;

/** Where things stand on all pages: without what stands at the edge of each. */
export function partsOf(pages: readonly Page[]): PagePart[] {
  const split = pages.map((page) => ({ page, ...splitOf(page) }));
  const isHead = runningIn(split.map(({ page, lines }) => ({ page, lines })));
  return split.flatMap(({ page, lines, tables }) => {
    const placed: { readonly y: number; readonly part: PagePart }[] = [
      ...lines
        .filter((line) => !isHead(page, line))
        .map((line) => ({ y: line.base, part: { page: page.number, line } })),
      ...tables.map(({ grid, table }) => ({ y: grid.ys[0] ?? 0, part: table })),
    ];
    return placed.sort((a, b) => a.y - b.y).map(({ part }) => part);
  });
}

interface Split {
  readonly lines: readonly TextLine[];
  readonly tables: readonly { readonly grid: RuledGrid; readonly table: Table }[];
}

function splitOf(page: Page): Split {
  const grids = gridsOf(page.rulings);
  const inside = new Map<GridCell, PageText[]>();
  const outside: PageText[] = [];
  for (const text of page.texts) {
    const [x, y] = [(text.left + text.right) / 2, text.base - 0.35 * text.size];
    const cell = grids.map((grid) => cellAt(grid, x, y)).find((each) => each !== undefined);
    if (!cell) outside.push(text);
    else inside.set(cell, [...(inside.get(cell) ?? []), text]);
  }
  const used = grids.filter(({ cells }) => cells.some((cell) => inside.has(cell)));
  return {
    lines: linesIn(withWholeFigures(outside)),
    tables: used.map((grid, index) => ({
      grid,
      table: tableOf(grid, inside, tableCalled(page.number, used.length > 1 ? index + 1 : undefined)),
    })),
  };
}

function cellAt({ xs, ys, cells }: RuledGrid, x: number, y: number): GridCell | undefined {
  const [column, row] = [xs.findLastIndex((each) => each <= x), ys.findLastIndex((each) => each <= y)];
  const isWithin = column >= 0 && row >= 0 && column < xs.length - 1 && row < ys.length - 1;
  return isWithin ? cells[row * (xs.length - 1) + column] : undefined;
}

function tableOf(
  { xs, ys, cells }: RuledGrid,
  inside: ReadonlyMap<GridCell, PageText[]>,
  name: string,
): Table {
  const width = xs.length - 1;
  const rows = Array.from({ length: ys.length - 1 }, (_, row) => {
    const own = [...new Set(cells.slice(row * width, (row + 1) * width))].sort((a, b) => a.left - b.left);
    return own.map((cell, at): Cell => {
      const place = say`${name}第 ${row + 1} 行第 ${at + 1} 格`;
      const room = (xs[cell.right + 1] ?? 0) - (xs[cell.left] ?? 0);
      return {
        column: cell.left,
        columns: cell.right - cell.left + 1,
        isContinued: cell.top < row,
        place,
        blocks: saying(cellSaying(inside.get(cell) ?? [], room), place),
      };
    });
  });
  return { kind: 'table', rows };
}

/** What the tables of a page are called, by their places on it where there are several; what follows is a row. */
const tableCalled = (page: number, place: number | undefined): string =>
  place === undefined ? say`第 ${page} 页表格` : say`第 ${page} 页表格 ${place} `;

const saying = (text: string, place: string): Block[] => [
  { kind: 'paragraph', pieces: text === '' ? [] : [{ text, source: undefined }], gap: undefined, place },
];

/** So much of a page at its upper and lower edge may have what is not of its text. */
const edge = 0.12;
const pageNumber = /^[-—–―·•第(（]?\s?\d{1,4}\s?[-—–―·•页)）]?(?:\s?[/共]\s?共?\s?\d{1,4}\s?页?)?$/u;

/** Tells of lines whether they are numbers of pages, or say the same at the same place of most pages. */
function runningIn(
  pages: readonly { readonly page: Page; readonly lines: readonly TextLine[] }[],
): (page: Page, line: TextLine) => boolean {
  const counts = new Map<string, number>();
  for (const { page, lines } of pages)
    for (const line of lines)
      if (isAtEdge(page, line)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return (page, line) => {
    if (!isAtEdge(page, line)) return false;
    const text = line.texts
      .map((each) => each.text)
      .join('')
      .trim();
    const isOuter = line.base < 0.09 * page.height || line.base > 0.91 * page.height;
    return (
      (isOuter && pageNumber.test(text)) ||
      (pages.length > 2 && (counts.get(keyOf(line)) ?? 0) > pages.length / 2)
    );
  };
}

const isAtEdge = ({ height }: Page, { base }: TextLine): boolean =>
  base < edge * height || base > (1 - edge) * height;

const keyOf = ({ texts, base }: TextLine): string =>
  `${Math.round(base / 4)} ${texts
    .map(({ text }) => text)
    .join('')
    .replace(/\d{1,4}|\s/gu, '')}`;
