import { figuresIn } from '../rows/figure-runs';
import type { Band } from '../rows/run';
import type { Token } from '../tokens/token';
import type { Layout } from './row-layouts';

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

/** Says whether the figures of a row, or its empty cells where it has none, stand on one line. */
export function isOnLine(entries: readonly Token[]): boolean {
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
