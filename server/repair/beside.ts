import type { Table } from '../form/form';
import type { Operation } from './operations';
import { keyOf } from './rank';
import { brokenOf, type Change, changed, isDecided, type Sheet } from './sheet';

/** So many figures other than 0 have to have moved: where there are fewer, two errors look like a shift by chance. */
const fewestMoved = 3;

/** Equations of one table that are broken together by a single shift, and the shifts that it may have been. */
export interface Displaced {
  readonly equations: readonly number[];
  readonly shifts: readonly (readonly Operation[])[];
}

/**
 * In a table whose rows are printed beside each other on one line, a figure that slips in or is lost moves all that stand behind
 * it: finds the shifts of the rest of that line that let several broken equations hold at once, and all others of the table. Undefined
 * where there are none.
 */
export function displacedIn(sheet: Sheet, table: Table): Displaced | undefined {
  const equations = sheet.incidence.form.equations.flatMap((each) =>
    each.table === table.id ? each.index : [],
  );
  const broken = brokenOf(sheet, equations);
  if (broken.length < 2 || !equations.every((equation) => isDecided(sheet, equation))) return undefined;
  const line = table.rows.flatMap(({ firstCell, columns }) => columns.map((_, at) => firstCell + at));
  const found = new Map<string, readonly Operation[]>();
  const last = line.length - 1;
  for (let first = 0; first < last - 1; first++) {
    for (const step of [1, -1] as const) {
      const changes = shifted(sheet, line, step === 1 ? [first, last] : [last, first]);
      if (moved(sheet, changes) < fewestMoved || !mendsAll(sheet, equations, changes)) continue;
      found.set(keyOf(changes), [{ kind: 'shift', changes, grade: 1, step }]);
    }
  }
  return found.size > 0 ? { equations, shifts: [...found.values()] } : undefined;
}

// What the cells from `start` to `end` say when each takes its neighbour's figure, and the last what its equation asks for. Empty
// where the figure at the start would be lost.
function shifted(sheet: Sheet, line: readonly number[], [start, end]: readonly [number, number]): Change[] {
  const step = end > start ? 1 : -1;
  const from = (place: number): number => sheet.given[line[place] ?? -1] ?? 0;
  const changes: Change[] = [];
  for (let place = start; place !== end; place += step)
    changes.push({ cell: line[place] ?? -1, from: from(place), to: from(place + step) });
  const [entry] = sheet.incidence.entries[line[end] ?? -1] ?? [];
  const residual = changed(sheet, changes).residuals[entry?.equation ?? -1] ?? 0;
  const to = from(end) - (entry?.sign ?? 1) * residual;
  const dropped = from(start);
  if (to < 0 || (dropped !== 0 && dropped !== to && dropped !== from(start - step))) return [];
  const all = [...changes, { cell: line[end] ?? -1, from: from(end), to }];
  return all.filter((change) => change.from !== change.to).sort((a, b) => a.cell - b.cell);
}

// How many of the figures that changes put in stand elsewhere among them.
function moved({ given }: Sheet, changes: readonly Change[]): number {
  const stand = new Set(changes.map(({ cell }) => given[cell]));
  return changes.filter(({ to }) => to > 0 && stand.has(to)).length;
}

const mendsAll = (sheet: Sheet, equations: readonly number[], changes: readonly Change[]): boolean =>
  brokenOf(changed(sheet, changes), equations).length === 0;
