import type { Item } from '../tokens/item';
import { partsBetween } from '../tokens/split-cell';
import { isFigure, type Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { type ReadRegion, replaced } from './read-region';
import type { Region } from './region';
import { oddRuns, type Run } from './row-runs';
import type { LabelledTable } from './run';

// A column that is hardly wider than its figures: no more than one blank stands between two of them in text that is set with blanks,
// as between the thousands of one (`20 806`) or behind its sign (`- 70`).

const SPACE = 32;

/**
 * A region in which figures that a single blank parts are figures of their own, where the row then has just as many as it needs. Two
 * that could be one with a blank between its thousands are so only if the row adds up with them or no other row is printed like that.
 */
export function withCloseFigures(
  { items, region }: ReadRegion,
  known: LabelledTable,
  view: string,
): ReadRegion {
  const parts = partsIn(items, region, view);
  if (parts.size === 0) return { items, region };
  const runs = [...oddRuns(items, region, view, known)];
  const odd = new Set(runs.flatMap(({ members }) => members.map(({ token }) => token)));
  const isHabit = [...parts.keys()].some((token) => isNumber(token) && !odd.has(token));
  const split = new Map(runs.flatMap((run) => [...apartIn(run, { parts, isHabit, known })]));
  if (split.size === 0) return { items, region };
  return replaced({ items, region }, split);
}

type Parts = ReadonlyMap<Token, readonly Token[]>;

/** The figures that have blanks in them, with what stands between these. */
function partsIn(items: readonly Item[], { from, to }: Region, view: string): Parts {
  const found = new Map<Token, readonly Token[]>();
  for (let index = from; index < to; index++) {
    const token = items[index]?.token;
    if (!token || !isFigure(token) || token.columns > 0 || token.end - token.start < 3) continue;
    const pieces = partsBetween(view, token.start, token.end, SPACE);
    if (pieces.length < 2 || pieces.some(({ value }) => !value)) continue;
    found.set(
      token,
      pieces.map(({ start, end, value }) => ({
        ...token,
        kind: value?.kind === 'mark' ? ('mark' as const) : ('value' as const),
        start,
        end,
        value,
      })),
    );
  }
  return found;
}

const isNumber = ({ value }: Token): boolean => value?.kind === 'count';

interface Close {
  readonly parts: Parts;
  /** Whether a row that lacks nothing has a figure with a blank between its thousands. */
  readonly isHabit: boolean;
  readonly known: LabelledTable;
}

/** The figures of a run that are to be parted; none where more than one choice leaves the row complete. */
function apartIn({ members, needs }: Run, { parts, isHabit, known }: Close): Parts {
  const figures = members.map(({ token }) => token).filter((token) => isFigure(token));
  const close = figures.filter((token) => parts.has(token));
  if (close.length === 0 || close.length > mostClose) return none;
  const ways: Parts[] = [];
  for (let chosen = 1; chosen < 2 ** close.length; chosen++) {
    const way = new Map(
      close.flatMap((token, at) => (chosen & (1 << at) ? [[token, parts.get(token) ?? []] as const] : [])),
    );
    const row = figures.flatMap((token) => way.get(token) ?? token);
    if (needs.includes(row.length)) ways.push(way);
  }
  const summed = ways.filter((way) =>
    isSum(
      figures.flatMap((token) => way.get(token) ?? token),
      known,
    ),
  );
  const [only, another] = summed.length > 0 ? summed : ways;
  const isSure = only && !another && (summed.length > 0 || !isHabit || ![...only.keys()].some(isNumber));
  return isSure ? only : none;
}

const none: Parts = new Map();
/** A row with more figures that may be two is not looked at. */
const mostClose = 6;

/** Whether rows that end in their total add up. */
function isSum(figures: readonly Token[], { table }: LabelledTable): boolean {
  const width = table.rows[0]?.columns.length ?? 0;
  if (table.rows[0]?.columns.at(-1)?.id !== 'total' || figures.length % width !== 0) return false;
  for (let at = 0; at < figures.length; at += width) if (!addsUp(figures.slice(at, at + width))) return false;
  return true;
}
