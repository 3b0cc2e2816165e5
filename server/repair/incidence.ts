import type { Form } from '../form/form';
import { editions } from '../parse/lexicon/lexicon';

/** An equation that a cell enters: `sign` is +1 on its right side, −1 on its left. */
export interface Entry {
  readonly equation: number;
  readonly sign: 1 | -1;
}

/** A cell that enters an equation. */
export interface Member {
  readonly cell: number;
  readonly sign: 1 | -1;
}

/** Cells that are printed in a row or a column. */
export interface Line {
  readonly cells: readonly number[];
  /** For every equation that they enter, how many of them do. */
  readonly equations: ReadonlyMap<number, number>;
}

/** Which cells enter which equations of a form, and with which sign: what the search walks on. */
export interface Incidence {
  readonly form: Form;
  /** For every equation its cells. */
  readonly members: readonly (readonly Member[])[];
  /** For every cell its equations. */
  readonly entries: readonly (readonly Entry[])[];
  /** For every equation a number of its rule: no cell enters two equations of one rule. */
  readonly family: readonly number[];
  /** How many rules there are. */
  readonly families: number;
  /** Equations that share no cell with those of another component. */
  readonly components: readonly (readonly number[])[];
  /** Rows and columns of the tables whose cells enter equations, in the order in which they are printed. */
  readonly lines: readonly Line[];
}

/** The incidence of a form whose cells in `without` are not asked for and enter nothing. */
export function incidenceOf(form: Form, without: ReadonlySet<number> = new Set()): Incidence {
  return (without.size === 0 ? whole.get(form) : undefined) ?? incidenceFrom(form, without);
}

function incidenceFrom(form: Form, without: ReadonlySet<number>): Incidence {
  const asked = (cell: number): boolean => !without.has(cell);
  const members = form.equations.map(({ left, right }) => [
    ...left.filter(asked).map((cell): Member => ({ cell, sign: -1 })),
    ...right.filter(asked).map((cell): Member => ({ cell, sign: 1 })),
  ]);
  const entries: Entry[][] = form.cells.map(() => []);
  for (const [equation, cells] of members.entries()) {
    for (const { cell, sign } of cells) entries[cell]?.push({ equation, sign });
  }
  const rules = [...new Set(form.equations.map(({ rule }) => rule))];
  return {
    form,
    members,
    entries,
    family: form.equations.map(({ rule }) => rules.indexOf(rule)),
    families: rules.length,
    components: componentsOf(members, entries),
    lines: linesOf(form, entries),
  };
}

function componentsOf(members: Incidence['members'], entries: Incidence['entries']): number[][] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (const start of members.keys()) {
    if (seen.has(start) || members[start]?.length === 0) continue;
    seen.add(start);
    const component = [start];
    // The loop goes on over what it appends.
    for (const equation of component) {
      for (const { cell } of members[equation] ?? []) {
        for (const next of entries[cell] ?? []) {
          if (seen.has(next.equation)) continue;
          seen.add(next.equation);
          component.push(next.equation);
        }
      }
    }
    components.push(component.sort((a, b) => a - b));
  }
  return components;
}

function linesOf({ tables }: Form, entries: Incidence['entries']): Line[] {
  const watched = (cell: number): boolean => (entries[cell]?.length ?? 0) > 0;
  const lines = tables.flatMap(({ rows }) => {
    const along = rows.map(({ firstCell, columns }) => columns.map((_, column) => firstCell + column));
    const down = (rows[0]?.columns ?? []).map((_, column) => along.map((cells) => cells[column] ?? -1));
    return [...along, ...down].map((cells) => cells.filter(watched));
  });
  return lines.filter(({ length }) => length > 1).map((line) => lineOf(line, entries));
}

function lineOf(cells: readonly number[], entries: Incidence['entries']): Line {
  const equations = new Map<number, number>();
  for (const cell of cells) {
    for (const { equation } of entries[cell] ?? [])
      equations.set(equation, (equations.get(equation) ?? 0) + 1);
  }
  return { cells, equations };
}

/** Says whether two cells stand beside each other in a row or column. */
export const areNeighbours = ({ lines }: Incidence, one: number, other: number): boolean =>
  lines.some(({ cells }) => {
    const place = cells.indexOf(one);
    return place >= 0 && (cells[place - 1] === other || cells[place + 1] === other);
  });

// Worked out once: they follow from the forms alone, and every error asks for them at every keystroke.
const whole: ReadonlyMap<Form, Incidence> = new Map(
  Object.values(editions).map((form) => [form, incidenceFrom(form, new Set())]),
);
