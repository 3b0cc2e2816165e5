import type { AlignBand } from './align';
import { type Band, figuresIn, type Hit, type LabelledRow } from './bands';

const weights = {
  sameLine: 12,
  adjacent: 9,
  dealt: 8,
  near: 5,
  adjacentPart: 6,
  part: 3,
  after: 2,
  afterAlone: 4,
};

/** Whether labels stand before their figures, as in the form, or behind them, as some copies have it. */
export type LabelSide = 'before' | 'behind';

/** Says whether labels may stand behind their figures: the text begins with figures and ends with a label. */
export function mayStandBehind(bands: readonly Band[], rest: readonly Hit[]): boolean {
  const isFull = ({ share }: Hit): boolean => share === 1;
  return bands.length > 1 && !bands[0]?.hits.some(isFull) && rest.some(isFull);
}

/** What the labels around each band say. */
export function evidenceOf(
  bands: readonly Band[],
  rest: readonly Hit[],
  rows: readonly LabelledRow[],
  side: LabelSide,
): AlignBand[] {
  const dealt = dealtLabels(bands, rows);
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
  if (share < 1) return (closest ? weights.adjacentPart : weights.part) * share;
  if (!closest) return Math.max(0, weights.near - 0.3 * distance);
  return token.line === line ? weights.sameLine : weights.adjacent;
}

/** Several labels, and then as many bands without labels between them: the first label goes with the first band, and so on. */
function dealtLabels(bands: readonly Band[], known: readonly LabelledRow[]): ReadonlyMap<number, number> {
  const dealt = new Map<number, number>();
  for (let index = 0; index < bands.length; index++) {
    const named = (bands[index]?.hits ?? []).filter(({ share, row }) => share > 0.5 && !known[row]?.optional);
    const rows = [...new Set(named.map(({ row }) => row))];
    let count = 1;
    while (bands[index + count]?.hits.length === 0) count++;
    if (count > 1 && rows.length === count)
      for (const [at, row] of rows.entries()) dealt.set(index + at, row);
  }
  return dealt;
}
