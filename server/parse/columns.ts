import { foldUnit, ignored } from '../text/fold';
import { type Band, figuresIn } from './bands';
import type { Entry, Layout } from './fit';
import type { Token } from './tokens';

/**
 * The nearest band that has exactly `need` figures and stands in the text as this one does: over several lines, or on one line and,
 * if there is one, with its label in the same column, so that merged cells take as much room.
 */
export function completeBandNear(first: number, bands: readonly Band[], need: number): Band | undefined {
  const mine = bands[first];
  if (!mine) return undefined;
  const onLine = isOnLine(mine.entries);
  const column = labelColumn(mine);
  let nearest: Band | undefined;
  for (let distance = 1; distance < bands.length; distance++) {
    for (const index of [first - distance, first + distance]) {
      const band = bands[index];
      if (!band || figuresIn(band.entries) !== need || isOnLine(band.entries) !== onLine) continue;
      if (!onLine || labelColumn(band) === column) return band;
      nearest ??= band;
    }
  }
  return nearest;
}

/** The column of the label that stands on the band's line; −1 for none. */
function labelColumn({ entries, hits }: Band): number {
  const label = hits.at(-1)?.token;
  return label && label.line === entries[0]?.line ? label.cell : -1;
}

function isOnLine(entries: readonly Token[]): boolean {
  const figures = entries.filter(({ kind }) => kind !== 'blank');
  return figures.length === 0
    ? entries[0]?.line === entries.at(-1)?.line
    : figures[0]?.line === figures.at(-1)?.line;
}

/**
 * The layout of a row that has as many entries, empty cells among them, as a complete one near it: the same places are the same
 * cells. Undefined where the numbers differ, or a figure stands where the complete row has an empty cell.
 */
export function sameShape(entries: readonly Token[], complete: readonly Token[]): Layout | undefined {
  if (entries.length !== complete.length) return undefined;
  const layout: number[] = [];
  for (let index = 0; index < entries.length; index++) {
    if (complete[index]?.kind !== 'blank') layout.push(index);
    else if (entries[index]?.kind !== 'blank') return undefined;
  }
  return layout;
}

/** Entries as `layoutsOf` takes them, with their places in the line where the text is laid out in columns with blanks. */
export function placesOf(
  entries: readonly Token[],
  complete: readonly Token[] | undefined,
  view: string,
): { readonly entries: Entry[]; readonly columns: readonly number[] | undefined } {
  const figures = complete?.filter(({ kind }) => kind !== 'blank');
  const aligned = figures && isAligned(view, figures) && isAligned(view, entries) ? figures : undefined;
  const measure = aligned ? betterMeasure(aligned, entries, view) : undefined;
  return {
    entries: entries.map((token) => ({
      kind: token.kind === 'blank' ? 'blank' : 'value',
      number: token.value?.kind === 'count' ? token.value.number : undefined,
      at: measure?.(token),
    })),
    columns: measure && aligned?.map(measure),
  };
}

/** Says whether tokens stand on one line with runs of blanks between them, so that their places mean something. */
function isAligned(view: string, tokens: readonly Token[]): boolean {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || first.line !== last.line) return false;
  const between = view.slice(first.start, last.end);
  return !between.includes('\t') && !between.includes('|') && (between.includes('  ') || first === last);
}

/** Some programs count a Chinese character as one column, some as two: the measure under which the figures match better. */
function betterMeasure(
  complete: readonly Token[],
  entries: readonly Token[],
  view: string,
): (token: Token) => number {
  const measures = [1, 2].map(
    (width) =>
      (token: Token): number =>
        columnOf(view, token, width),
  );
  const misfit = (measure: (token: Token) => number): number => {
    const columns = complete.map(measure);
    return entries.reduce(
      (sum, token) => sum + Math.min(...columns.map((column) => Math.abs(column - measure(token)))),
      0,
    );
  };
  const [narrow, wide] = measures as [(token: Token) => number, (token: Token) => number];
  return misfit(narrow) < misfit(wide) ? narrow : wide;
}

/** The column in which the middle of a token stands, where Chinese characters are `width` columns wide. */
function columnOf(view: string, token: Token, width: number): number {
  const lineStart = view.lastIndexOf('\n', token.start - 1) + 1;
  let column = 0;
  for (let at = lineStart; at < token.start; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit !== ignored) column += unit > 0x2e7f ? width : 1;
  }
  return column + (token.end - token.start) / 2;
}
