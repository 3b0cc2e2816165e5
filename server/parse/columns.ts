import { foldUnit, ignored } from '../text/fold';
import { type Band, figuresIn } from './bands';
import type { Entry, Layout } from './fit';
import type { Token } from './tokens';

/**
 * The bands that have exactly `need` figures and stand in the text as this one does: over several lines, or on one line, first those
 * with their label in the same column, so that merged cells take as much room; the nearest first.
 */
export function completeBandsNear(first: number, bands: readonly Band[], need: number): readonly Band[] {
  const mine = bands[first];
  if (!mine) return [];
  const onLine = isOnLine(mine.entries);
  const column = labelColumn(mine);
  const alike: Band[] = [];
  const others: Band[] = [];
  for (let distance = 1; distance < bands.length; distance++) {
    for (const index of [first - distance, first + distance]) {
      const band = bands[index];
      if (!band || figuresIn(band.entries) !== need || isOnLine(band.entries) !== onLine) continue;
      (!onLine || labelColumn(band) === column ? alike : others).push(band);
      if (alike.length >= witnesses) return alike;
    }
  }
  return [...alike, ...others];
}

/** So many complete rows must stand in the same columns for the columns to mean something. */
const witnesses = 2;

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
  complete: readonly Band[],
  view: string,
): { readonly entries: Entry[]; readonly columns: readonly number[] | undefined } {
  const rows = complete
    .slice(0, witnesses)
    .map((band) => band.entries.filter(({ kind }) => kind !== 'blank'));
  const usable =
    rows.length === witnesses && rows.every((row) => isAligned(view, row)) && isAligned(view, entries);
  const aligned = usable ? rows[0] : undefined;
  const measure = aligned && rows[1] ? agreeingMeasure(aligned, rows[1], view) : undefined;
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

/** How far apart the figures of two rows may stand in one column. */
const slack = 2.5;

/**
 * Some programs count a Chinese character as one column, some as two: the measure under which two complete rows stand in the same
 * columns; undefined where they do so under neither, and places say nothing.
 */
function agreeingMeasure(
  first: readonly Token[],
  second: readonly Token[],
  view: string,
): ((token: Token) => number) | undefined {
  const misfit = (measure: (token: Token) => number): number =>
    Math.max(...first.map((token, index) => Math.abs(measure(token) - measure(second[index] ?? token))));
  return [1, 2]
    .map(
      (width) =>
        (token: Token): number =>
          columnOf(view, token, width),
    )
    .map((measure) => ({ measure, off: misfit(measure) }))
    .filter(({ off }) => off <= slack)
    .sort((a, b) => a.off - b.off)[0]?.measure;
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
