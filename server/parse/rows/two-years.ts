import type { Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { figuresIn } from './figure-runs';
import type { Band, LabelledTable } from './run';

/** So many rows with twice their figures, and so large a share of all rows, are two years side by side. */
const fewestRows = 3;
const leastShare = 0.8;

/** So far above a table its year may stand. */
const caption = 60;

const year = /20\d\d(?=年)/gu;

/** The rows that were read, and the figures of another year that stand beside them. */
interface OneYear {
  readonly bands: readonly Band[];
  readonly other: readonly Token[];
}

/**
 * The rows of one year where two are printed: two tables beside or below each other, or one with twice its figures in nearly all rows.
 * `from` is where the table begins in the view. Of two years that are named the later is the report's own, the other is shown for
 * comparison; where none are the first is, as one reads. Answers the figures of the other year apart.
 */
export function oneYear(bands: readonly Band[], table: LabelledTable, view: string, from: number): OneYear {
  return (
    oneOfTwo(bands, table, view, from) ?? oneHalf(bands, table, view.slice(from, startOf(bands[0], from)))
  );
}

const startOf = (band: Band | undefined, otherwise: number): number => band?.entries[0]?.start ?? otherwise;

/** Of rows that are printed twice, each time with their label, the first or the second; undefined where nearly all are printed once. */
function oneOfTwo(
  bands: readonly Band[],
  { rows }: LabelledTable,
  view: string,
  from: number,
): OneYear | undefined {
  const places = new Map<number, Band[]>();
  for (const band of bands) {
    const hit = band.hits.at(-1);
    const row = rows[hit?.row ?? -1];
    if (hit?.share !== 1 || !row || row.optional || figuresIn(band.entries) !== row.need) continue;
    places.set(hit.row, [...(places.get(hit.row) ?? []), band]);
  }
  const twice = [...places.values()].filter(({ length }) => length === 2);
  if (twice.length < fewestRows || twice.length < leastShare * places.size) return undefined;
  const sets = [0, 1].map((place) => twice.flatMap((pair) => pair[place] ?? []));
  const [first = [], second = []] = sets;
  const [upper, lower] = [startOf(first[0], from), startOf(second[0], from)];
  const end = Math.max(...first.map((band) => startOf(band, from)));
  // Below each other each has its year above it, which is not yet the table; beside each other the head names both.
  const years =
    lower > end
      ? [lastYear(view.slice(Math.max(0, from - caption), upper)), lastYear(view.slice(end, lower))]
      : yearsIn(view.slice(from, upper));
  const dropped = new Set((years[1] ?? 0) > (years[0] ?? 0) ? first : second);
  return {
    bands: bands.filter((band) => !dropped.has(band)),
    other: [...dropped].flatMap(figuresOf),
  };
}

const yearsIn = (text: string): number[] => [
  ...new Set([...text.matchAll(year)].map(([found]) => Number(found))),
];

const lastYear = (text: string): number => Number([...text.matchAll(year)].at(-1)?.[0] ?? 0);

/**
 * The rows of one year where nearly all rows have just twice their figures: a year's figures stand together, or a column of each year
 * by turns, as more rows add up.
 */
function oneHalf(bands: readonly Band[], { rows }: LabelledTable, head: string): OneYear {
  const needOf = ({ hits }: Band): number => rows[hits.at(-1)?.row ?? -1]?.need ?? 0;
  const doubled = bands.filter(
    (band) => figuresIn(band.entries) > 0 && figuresIn(band.entries) === 2 * needOf(band),
  );
  const named = bands.filter((band) => figuresIn(band.entries) > 0 && needOf(band) > 0);
  // The one long row of 表四 does not tell which year stands where in it, and stays open.
  if (doubled.length < fewestRows || doubled.length < leastShare * named.length) return { bands, other: [] };
  const [first = 0, second = 0] = yearsIn(head);
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
