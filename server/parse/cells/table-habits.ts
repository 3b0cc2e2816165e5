import type { Column, Form } from '../../form/form';
import type { Span } from '../../text/span';
import type { Assignment } from '../rows/align-runs';
import { figuresIn } from '../rows/figure-runs';
import type { ColumnLabel } from '../rows/printed-labels';
import type { Band, Hit, LabelledRow, LabelledTable } from '../rows/run';
import { widthsIn } from '../rows/stretches';
import type { Token } from '../tokens/token';
import { type Grid, gridOf } from './fixed-width-columns';
import { isOnLine } from './neighbouring-rows';
import { type Habit, habitOf, type SlottedRow } from './separator-columns';

/** What rows are placed by besides their figures. */
export interface Context {
  readonly known: LabelledTable;
  readonly view: string;
  readonly form: Form;
  /** Whether the figures of the report's tables stand column after column. */
  readonly downwards: boolean;
  readonly columns: readonly ColumnLabel[];
  /** The labels behind the last figures. */
  readonly rest: readonly Hit[];
}

/** How the rows of a table are laid out, by the number of their cells. */
export interface Placing extends Context {
  readonly bands: readonly Band[];
  readonly habitOf: (band: Band, need: number) => Habit | undefined;
  readonly gridOf: (target: Pick<LabelledRow, 'need' | 'row'>) => Grid | undefined;
  /** The columns that were looked for so far. */
  readonly grids: ReadonlyMap<number, Grid | undefined>;
}

/** What all rows show of how each is laid out; looked at only where one is incomplete. */
export function placingOf(
  assignments: readonly Assignment[],
  bands: readonly Band[],
  context: Context,
): Placing {
  const { rows, table } = context.known;
  const alone = assignments.flatMap(({ first, bands: count, row, rows: span }) => {
    const band = bands[first];
    return band && rows[row] && count === 1 && span === 1 ? [{ band, need: rows[row].need }] : [];
  });
  const habits = new Map<string, Habit>();
  const grids = new Map<number, Grid | undefined>();
  return {
    ...context,
    bands,
    grids,
    habitOf: (band, need) => {
      if (figuresIn(band.entries) === band.entries.length) return undefined;
      const key = habitKey(band, need);
      const known = habits.get(key);
      if (known) return known;
      const like = alone.filter((each) => each.need === need && habitKey(each.band, need) === key);
      const habit = habitOf(
        like.map((each) => slotted(each.band)),
        need,
      );
      habits.set(key, habit);
      return habit;
    },
    gridOf: ({ need, row }) => {
      if (grids.has(need)) return grids.get(need);
      const lines = alone.filter((each) => each.need === need).map(({ band }) => band.entries);
      const head = headOf(context, bands, table.rows[row]?.columns ?? []);
      const widths = widthsIn(around(lines.flat(), context.view));
      const grid = gridOf(lines, head, { size: need, view: context.view, widths });
      grids.set(need, grid);
      return grid;
    },
  };
}

/** The text around some tokens, as far as it may tell how wide characters are. */
const around = (tokens: readonly Token[], view: string): string =>
  view.slice(Math.max(0, (tokens[0]?.start ?? 0) - farthest), (tokens.at(-1)?.end ?? 0) + farthest);

const farthest = 20_000;

const habitKey = ({ entries }: Band, need: number): string => `${need} ${isOnLine(entries)}`;

/** A band as one row among others with separators. */
export function slotted({ entries, hits }: Band): SlottedRow {
  const label = hits.at(-1)?.token;
  return { entries, label: label?.line === entries[0]?.line ? label : undefined };
}

/** The labels of some columns, but where they are the label of a row. */
function headOf({ columns }: Context, bands: readonly Band[], wanted: readonly Column[]): Span[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const rows = new Set(
    bands.flatMap(({ hits }) => hits.filter(({ share }) => share === 1).map(({ token }) => token.start)),
  );
  return columns.filter(({ id, span }) => ids.has(id) && !rows.has(span.start)).map(({ span }) => span);
}
