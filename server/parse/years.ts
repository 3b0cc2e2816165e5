import { type Band, figuresIn, type LabelledTable } from './bands';
import type { Token } from './tokens';

/** So many rows with twice their figures, and so large a share of all rows, are two years side by side. */
const fewestRows = 3;
const leastShare = 0.8;

const year = /20\d\d(?=年)/gu;

/**
 * The rows of one year where a table prints two side by side: nearly all rows have just twice their figures. The later year that the
 * head names is the report's own, the other is shown for comparison; where it names none the first is, as one reads. A year's figures
 * stand together, or a column of each year by turns: as more rows add up. Answers the figures of the other year apart.
 */
export function oneYear(
  bands: readonly Band[],
  { rows }: LabelledTable,
  head: string,
): { readonly bands: readonly Band[]; readonly other: readonly Token[] } {
  const needOf = ({ hits }: Band): number => rows[hits.at(-1)?.row ?? -1]?.need ?? 0;
  const doubled = bands.filter(
    (band) => figuresIn(band.entries) > 0 && figuresIn(band.entries) === 2 * needOf(band),
  );
  const named = bands.filter((band) => figuresIn(band.entries) > 0 && needOf(band) > 0);
  // The one long row of 表四 does not tell which year stands where in it, and stays open.
  if (doubled.length < fewestRows || doubled.length < leastShare * named.length) return { bands, other: [] };
  const years = [...head.matchAll(year)].map(([found]) => Number(found));
  const [first = 0, second = 0] = [...new Set(years)];
  const place = second > first ? 1 : 0;
  const halves = (take: Take): number =>
    doubled.filter((band) => addsUp(take(figuresOf(band), place))).length;
  const take = halves(byTurns) > halves(together) ? byTurns : together;
  const other: Token[] = [];
  const own = bands.map((band) => {
    if (!doubled.includes(band)) return band;
    const both = figuresOf(band);
    const entries = take(both, place);
    other.push(...both.filter((token) => !entries.includes(token)));
    return { ...band, entries };
  });
  return { bands: own, other };
}

type Take = (tokens: readonly Token[], place: number) => readonly Token[];

const together: Take = (tokens, place) =>
  tokens.slice((place * tokens.length) / 2, ((place + 1) * tokens.length) / 2);

const byTurns: Take = (tokens, place) => tokens.filter((_, index) => index % 2 === place);

const figuresOf = ({ entries }: Band): readonly Token[] => entries.filter(({ kind }) => kind !== 'blank');

/** Whether the last of some figures is the sum of the others. */
function addsUp(tokens: readonly Token[]): boolean {
  const numbers = tokens.map(({ value }) => (value?.kind === 'count' ? value.number : 0));
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
}
