import type { Form, TableId } from '../../../form/form';
import { allows } from '../../../report/agreement';
import type { Claim } from '../../../report/claim';
import type { Report } from '../../../report/report';

// What the narrative tells of tables that are not there yet.

/** A sum of cells that comes to another, or to a number. */
interface Sum {
  readonly cells: readonly number[];
  readonly over: readonly number[];
  readonly value: number;
}

/**
 * What belongs into the cells of a table that is not there yet, by their paths: the number that the sentences of the narrative state or
 * that follows from those, and nothing where they tell of something that a 0 might contradict. Rows of which they tell nothing begin
 * with 0, and what follows from that is told as well; where the rest being 0 contradicts them, all that is connected to what they tell
 * stays open. A cell of which nothing is told is left out: it may begin with 0.
 */
export function toldOf(report: Report, table: TableId): ReadonlyMap<string, string> {
  const { form } = report;
  const own = (index: number): boolean => form.cells[index]?.table === table;
  const claims = report.claims.filter(({ sums }) => sums.some(({ cells }) => cells.some(own)));
  if (claims.length === 0) return new Map();
  const stated = claims.flatMap((claim) => statedIn(claim));
  const equations = form.equations
    .filter((each) => each.table === table)
    .map(({ left, right }) => ({ cells: left, over: right, value: 0 }));
  const known = followed(stated, equations);
  const begun = zerosBeside(form, table, [...claims.flatMap(cellsTold), ...nonZeroAmong(known)]);
  const whole = followed(stated, equations, new Map([...begun, ...known]));
  const isTrue =
    [...stated, ...equations].every((sum) => holds(whole, sum)) &&
    claims.every((each) => agrees(whole, each));
  if (isTrue) return toBeWritten(form, table, whole, own);
  const sure = claims.flatMap(({ high, sums }) => (high > 0 ? sums.flatMap(({ cells }) => cells) : []));
  const open = new Set(connectedTo(form, [...sure, ...nonZeroAmong(known)], stated));
  return toBeWritten(form, table, known, (index) => open.has(index));
}

/** What is known of the cells of a table, and nothing for those that stay open, by their paths. */
const toBeWritten = (
  form: Form,
  id: TableId,
  known: ReadonlyMap<number, number>,
  isOpen: (index: number) => boolean,
): ReadonlyMap<string, string> =>
  new Map(
    form.cells.flatMap(({ index, path, table }): [string, string][] => {
      const value = known.get(index);
      if (table !== id || (value === undefined && !isOpen(index))) return [];
      return [[path, value === undefined ? '' : String(value)]];
    }),
  );

/** The cells that a claim tells to have something in them: of one in exact words those that it is read of first, else all that it may mean. */
function cellsTold(claim: Claim): readonly number[] {
  if (claim.high === 0) return [];
  const [first] = statedIn(claim);
  return first ? first.cells : claim.sums.flatMap(({ cells }) => cells);
}

/** Zeros for the rows of a table of which nothing is told, but for what is a sum: that follows. */
function zerosBeside(form: Form, id: TableId, told: readonly number[]): ReadonlyMap<number, number> {
  const rows = new Set(told.flatMap((index) => form.cells[index]?.row ?? []));
  const sums = new Set(form.equations.flatMap(({ rule, right }) => (rule === 'flow-balance' ? [] : right)));
  return new Map(
    form.cells
      .filter(({ index, table, row }) => table === id && !rows.has(row) && !sums.has(index))
      .map(({ index }) => [index, 0]),
  );
}

/** Whether what a claim may mean is what it says, or may still be. */
const agrees = (known: ReadonlyMap<number, number>, claim: Claim): boolean =>
  claim.sums.some(
    ({ cells, less }) =>
      cells.some((index) => !known.has(index)) || allows(claim, sumIn(known, cells) - less),
  );

/** Whether a sum holds, or may still. */
const holds = (known: ReadonlyMap<number, number>, { cells, over, value }: Sum): boolean =>
  [...cells, ...over].some((index) => !known.has(index)) ||
  sumIn(known, cells) === value + sumIn(known, over);

/** What a claim states in exact words, in the sense in which it is read first; nothing where it leaves something open. */
function statedIn({ firm, low, high, sums }: Claim): Sum[] {
  const [first] = sums.filter(({ rare }) => !rare);
  return first && firm && low === high ? [{ cells: first.cells, over: [], value: low + first.less }] : [];
}

const nonZeroAmong = (known: ReadonlyMap<number, number>): number[] =>
  [...known].flatMap(([index, value]) => (value === 0 ? [] : [index]));

/**
 * The counts that follow from sums: the only one that a sum still lacks, or zeros where nothing is left for the others. What is stated of
 * several cells together is taken out of a sum that they are all in.
 */
function followed(
  stated: readonly Sum[],
  equations: readonly Sum[],
  before: ReadonlyMap<number, number> = new Map(),
): ReadonlyMap<number, number> {
  const known = new Map(before);
  const lackedBy = (cells: readonly number[]): number[] => cells.filter((index) => !known.has(index));
  const settle = (cells: readonly number[], total: number): void => {
    let unknown = lackedBy(cells);
    let left = total - sumIn(known, cells);
    for (const group of stated) {
      const part = lackedBy(group.cells);
      if (part.length >= unknown.length || !part.every((index) => unknown.includes(index))) continue;
      unknown = unknown.filter((index) => !part.includes(index));
      left -= group.value - sumIn(known, group.cells);
    }
    const isSettled = left === 0 || unknown.length === 1;
    if (isSettled && left >= 0) for (const index of unknown) known.set(index, left);
  };
  for (let size = -1; known.size > size; ) {
    size = known.size;
    for (const { cells, over, value } of [...stated, ...equations]) {
      if (lackedBy(over).length === 0) settle(cells, value + sumIn(known, over));
      else if (lackedBy(cells).length === 0) settle(over, sumIn(known, cells) - value);
    }
  }
  return known;
}

const sumIn = (known: ReadonlyMap<number, number>, cells: readonly number[]): number =>
  cells.reduce((sum, index) => sum + (known.get(index) ?? 0), 0);

/** The cells that equations or sentences connect to some, and those of their rows. */
function connectedTo(form: Form, some: readonly number[], stated: readonly Sum[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [...some];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    const at = index;
    const { table, row } = form.cells[at] ?? {};
    for (const each of form.cells) if (each.table === table && each.row === row) waiting.push(each.index);
    for (const each of form.equationsOf[at] ?? []) {
      const { left = [], right = [] } = form.equations[each] ?? {};
      waiting.push(...left, ...right);
    }
    for (const { cells } of stated) if (cells.includes(at)) waiting.push(...cells);
  }
  return reached;
}
