import type { AlignBand } from './align-runs';
import { figuresIn } from './figure-runs';
import { namedRows } from './named-rows';
import type { Band, Hit, LabelledRow, LabelledTable } from './run';

const weights = {
  sameLine: 12,
  adjacent: 9,
  dealt: 8,
  near: 5,
  sameLinePart: 8,
  adjacentPart: 6,
  part: 3,
  after: 2,
  afterAlone: 4,
};

/** Whether labels stand before their figures, as in the form, or behind them, as some copies have it. */
export type LabelSide = 'before' | 'behind';

/** Says whether labels may stand behind their figures: the table begins with figures, before any row's label in full. */
export function mayStandBehind(bands: readonly Band[]): boolean {
  const first = bands.find(({ entries }) => figuresIn(entries) > 0);
  return bands.length > 1 && !first?.hits.some(({ share }) => share === 1);
}

/** What the labels around each band say. */
export function evidenceOf(
  bands: readonly Band[],
  rest: readonly Hit[],
  known: LabelledTable,
  side: LabelSide,
): AlignBand[] {
  const dealt = dealtLabels(bands, known);
  return bands.map((band, index) => {
    const behind = bands[index + 1]?.hits ?? (index === bands.length - 1 ? rest : []);
    const evidence = new Map<number, number>();
    const add = (row: number, weight: number): void => {
      evidence.set(row, Math.max(evidence.get(row) ?? 0, weight));
    };
    const label = dealt.get(index);
    if (label !== undefined) add(label, weights.dealt);
    const own = side === 'before' ? band.hits : [...behind].reverse();
    for (const [place, hit] of own.entries()) {
      const closest = place === own.length - 1 && label === undefined;
      const distance = own.length - 1 - place;
      add(hit.row, weightOf(hit, closest, distance, band.entries[0]?.line));
    }
    const next = side === 'before' ? behind[0] : band.hits.at(-1);
    if (next) {
      const known = evidence.get(next.row);
      if (known !== undefined && next.share < 1) evidence.set(next.row, known + weights.part);
      else add(next.row, next.share * (own.length === 0 ? weights.afterAlone : weights.after));
    }
    const values = figuresIn(band.entries);
    return { values, blanks: band.entries.length - values, evidence, labelled: band.hits.length > 0 };
  });
}

function weightOf(
  { share, token }: Hit,
  closest: boolean,
  distance: number,
  line: number | undefined,
): number {
  if (share < 1 && token.line === line) return weights.sameLinePart * share;
  if (share < 1) return (closest ? weights.adjacentPart : weights.part) * share;
  if (!closest) return Math.max(0, weights.near - 0.3 * distance);
  return token.line === line ? weights.sameLine : weights.adjacent;
}

/** Several labels, and then as many bands without labels between them: the first label goes with the first band, and so on. */
function dealtLabels(bands: readonly Band[], known: LabelledTable): ReadonlyMap<number, number> {
  const dealt = new Map<number, number>();
  for (let index = 0; index < bands.length; index++) {
    let count = 1;
    while (bands[index + count]?.hits.length === 0) count++;
    const band = bands[index];
    if (!band || band.hits.length < Math.max(2, count)) continue;
    const named = namedRows(band, known);
    // One band may have the figures of all rows that are named before it.
    const isWhole = named.length > 1 && count === 1 && needOf(named) === figuresIn(band.entries);
    if (isWhole && named[0]) dealt.set(index, known.rows.indexOf(named[0]));
    if (count === 1 || named.length !== count) continue;
    for (const [at, row] of named.entries()) dealt.set(index + at, known.rows.indexOf(row));
  }
  return dealt;
}

const needOf = (rows: readonly LabelledRow[]): number => rows.reduce((sum, { need }) => sum + need, 0);
