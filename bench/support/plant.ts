import type { Form } from '../../server/form/form';
import { cellAt, tableOf } from '../../server/form/form';
import { below, pick } from '../../test/core/support/random';

/** Figures with an error in them, as `explain` takes them. */
export type Figures = (number | null)[];

type Random = () => number;

/** Puts an error of its kind into figures; answers false where these have no room for one. */
export type Plant = (random: Random, form: Form, figures: Figures) => boolean;

/** The kinds of errors that the bench plants, by what people call them. */
export const plants: Readonly<Record<string, Plant>> = {
  '表三 一格写错': (random, form, figures) => retype(random, figures, anyCell(random, form)),
  '表三 两格写错': (random, form, figures) => {
    const [one, other] = [anyCell(random, form), anyCell(random, form)];
    return one !== other && retype(random, figures, one) && retype(random, figures, other);
  },
  '表三 三格写错': (random, form, figures) => {
    const cells = new Set([anyCell(random, form), anyCell(random, form), anyCell(random, form)]);
    return cells.size === 3 && [...cells].every((cell) => retype(random, figures, cell));
  },
  '表三 六格写错': (random, form, figures) => {
    const cells = new Set(Array.from({ length: 6 }, () => anyCell(random, form)));
    return cells.size === 6 && [...cells].every((cell) => retype(random, figures, cell));
  },
  '移到下一行（空格）': (random, form, figures) => move(random, form, figures, { down: 1, onto: 'empty' }),
  '移到下一行（有数）': (random, form, figures) => move(random, form, figures, { down: 1, onto: 'full' }),
  '移到下一列（空格）': (random, form, figures) => move(random, form, figures, { down: 0, onto: 'empty' }),
  '移到下一列（有数）': (random, form, figures) => move(random, form, figures, { down: 0, onto: 'full' }),
  上下两格互换: (random, form, figures) => swap(random, form, figures, 1),
  左右两格互换: (random, form, figures) => swap(random, form, figures, 0),
  一列错下一行: (random, form, figures) => shift(random, form, figures, 1),
  一列错上一行: (random, form, figures) => shift(random, form, figures, -1),
  一行错后一列: (random, form, figures) => shiftRow(random, form, figures),
  错位并另有一格: (random, form, figures) =>
    shift(random, form, figures, 1) && retype(random, figures, anyCell(random, form)),
  互换并另有一格: (random, form, figures) =>
    swap(random, form, figures, below(random, 2)) && retype(random, figures, anyCell(random, form)),
  '表四 各类一起错后一列': (random, form, figures) => shiftDisputes(random, form, figures),
  '表四 总计与一项互换': (random, form, figures) => {
    const { firstCell } = pick(random, tableOf(form, 'disputes').rows);
    return exchange(figures, firstCell + below(random, 4), firstCell + 4);
  },
  总计未随之改: (random, form, figures) => stale(random, form, figures),
  缺一个总计: (random, form, figures) => lose(random, form, figures, true),
  缺一个分项: (random, form, figures) => lose(random, form, figures, false),
  缺一格并另有一格写错: (random, form, figures) =>
    lose(random, form, figures, random() < 0.5) && retype(random, figures, anyCell(random, form)),
};

/**
 * Retypes a cell of 表四, any or one of the parts; kept apart because the narrative is what tells its cells from each other.
 * Answers its index; undefined where there is no room.
 */
export function plantDispute(
  random: Random,
  form: Form,
  figures: Figures,
  kind: 'any' | 'part' = 'any',
): number | undefined {
  const cells = form.cells.filter(
    ({ table, path }) => table === 'disputes' && (kind === 'any' || !path.endsWith('.total')),
  );
  const { index } = pick(random, cells);
  return retype(random, figures, index) ? index : undefined;
}

/**
 * Retypes what a kind of applicants had carried over, and, `withTotal`, the row's total along with it, as it comes out when the
 * figure was wrong before the row was added up. Answers false where there is no room.
 */
export function plantCarriedOver(random: Random, form: Form, figures: Figures, withTotal: boolean): boolean {
  const cell = cellAt(form, 'applications.carriedOver.naturalPerson') + below(random, 6);
  const total = cellAt(form, 'applications.carriedOver.total');
  const before = figures[cell] ?? 0;
  if (!retype(random, figures, cell)) return false;
  if (withTotal) figures[total] = (figures[total] ?? 0) + (figures[cell] ?? 0) - before;
  return true;
}

const rowsOf = (form: Form) => tableOf(form, 'applications').rows;

const at = (form: Form, row: number, column: number): number => (rowsOf(form)[row]?.firstCell ?? 0) + column;

const anyCell = (random: Random, form: Form): number =>
  at(form, below(random, rowsOf(form).length), below(random, 7));

function retype(random: Random, figures: Figures, cell: number): boolean {
  const meant = figures[cell];
  if (meant === null || meant === undefined) return false;
  const digits = String(meant);
  const place = below(random, digits.length);
  const digit = String(below(random, 10));
  const wrote = pick(random, [
    digits.slice(0, place) +
      digits.slice(place).slice(0, 2).split('').toReversed().join('') +
      digits.slice(place + 2),
    digits.slice(0, place) + digit + digits.slice(place),
    digits.slice(0, place) + digits.slice(place + 1),
    digits.slice(0, place) + digit + digits.slice(place + 1),
    String(meant + pick(random, [-1, 1])),
    String(below(random, 2 * meant + 10)),
  ]);
  const value = Number(wrote);
  if (value === meant || value < 0 || wrote === '') return false;
  figures[cell] = value;
  return true;
}

function move(
  random: Random,
  form: Form,
  figures: Figures,
  { down, onto }: { down: 0 | 1; onto: 'empty' | 'full' },
): boolean {
  const row = below(random, rowsOf(form).length - down);
  const column = below(random, 6 + down);
  const [from, to] = [at(form, row, column), at(form, row + down, column + 1 - down)];
  const [value = 0, other = 0] = [figures[from], figures[to]];
  if (!value || (onto === 'empty') !== (other === 0) || value === other) return false;
  figures[from] = 0;
  // What stood there is written over or, as often, added to.
  figures[to] = other === 0 || random() < 0.5 ? value : value + (other ?? 0);
  return true;
}

function swap(random: Random, form: Form, figures: Figures, down: number): boolean {
  const row = below(random, rowsOf(form).length - down);
  const column = below(random, 6 + down);
  return exchange(figures, at(form, row, column), at(form, row + down, column + 1 - down));
}

function exchange(figures: Figures, one: number, other: number): boolean {
  if (figures[one] === figures[other]) return false;
  [figures[one], figures[other]] = [figures[other] ?? 0, figures[one] ?? 0];
  return true;
}

// The rows of 表四 are printed on one line: what slips in moves all that stands behind it.
function shiftDisputes(random: Random, form: Form, figures: Figures): boolean {
  const { rows } = tableOf(form, 'disputes');
  const line = rows.flatMap(({ firstCell, columns }) => columns.map((_, column) => firstCell + column));
  return shiftLine(figures, line.slice(below(random, 6)));
}

function shift(random: Random, form: Form, figures: Figures, step: 1 | -1): boolean {
  const column = below(random, 7);
  const first = below(random, rowsOf(form).length - 4);
  const last = first + 3 + below(random, rowsOf(form).length - first - 3);
  const line = Array.from({ length: last - first + 1 }, (_, index) => at(form, first + index, column));
  return shiftLine(figures, step === 1 ? line : line.toReversed());
}

function shiftRow(random: Random, form: Form, figures: Figures): boolean {
  const row = below(random, rowsOf(form).length);
  const first = below(random, 4);
  return shiftLine(
    figures,
    Array.from({ length: 7 - first }, (_, index) => at(form, row, first + index)),
  );
}

// A 0 slips in at the start, everything moves on by one cell, and the last figure is lost.
function shiftLine(figures: Figures, line: readonly number[]): boolean {
  const meant = line.map((cell) => figures[cell] ?? 0);
  const wrote = [0, ...meant.slice(0, -1)];
  for (const [index, cell] of line.entries()) figures[cell] = wrote[index] ?? 0;
  return wrote.some((value, index) => value !== meant[index]);
}

// A part was put right (and all else is as it should be), but the total of its row or column is the old one.
function stale(random: Random, form: Form, figures: Figures): boolean {
  const row = below(random, rowsOf(form).length);
  const total = random() < 0.5 ? at(form, row, 6) : cellAt(form, 'applications.results.total.naturalPerson');
  const by = 1 + below(random, 9);
  const before = Math.max(0, (figures[total] ?? 0) + pick(random, [-by, by]));
  if (before === figures[total]) return false;
  figures[total] = before;
  return true;
}

function lose(random: Random, form: Form, figures: Figures, total: boolean): boolean {
  const row = below(random, rowsOf(form).length);
  figures[at(form, row, total ? 6 : below(random, 6))] = null;
  return true;
}
