import { performance } from 'node:perf_hooks';
import { edition2021 } from '../../server/form/edition-2021';
import { cellAt, type Form, tableOf } from '../../server/form/form';
import { type Diagnosis, explain } from '../../server/repair/explain';
import type { Evidence } from '../../server/repair/rank';
import { balancedFacts } from '../../test/core/support/facts';
import { randomOf } from '../../test/core/support/random';
import { type Figures, type Plant, plantCarriedOver, plantDispute, plants } from './plant';

/** How often, over many tables, the engine found what had been there before an error was planted. */
export interface Tally {
  planted: number;
  detected: number;
  /** The truth is among the explanations. */
  inSet: number;
  /** It is the first of them. */
  first: number;
  /** It is one of several that nothing tells from the first. */
  tied: number;
  readonly sizes: number[];
  /** Milliseconds. */
  readonly times: number[];
}

/** A kind of error: plants one into figures and answers what is known besides; undefined where it finds no room. */
type Experiment = (
  random: () => number,
  form: Form,
  figures: Figures,
  truth: readonly number[],
) => Evidence | undefined;

const planting =
  (plant: Plant): Experiment =>
  (random, form, figures) =>
    plant(random, form, figures) ? {} : undefined;

const dispute =
  (withSentence: boolean): Experiment =>
  (random, form, figures, truth) => {
    const cell = plantDispute(random, form, figures);
    if (cell === undefined) return undefined;
    // The sentence states the figure that was spoilt, as a report tells of the cases that it had.
    return withSentence ? { narrative: [{ sums: [[cell]], value: truth[cell] ?? 0 }] } : {};
  };

// The sentence counts the cases, as their total does: it tells that the total is right, and nothing of its parts.
const partOfDispute: Experiment = (random, form, figures, truth) => {
  const cell = plantDispute(random, form, figures, 'part');
  const row = tableOf(form, 'disputes').rows.find(
    ({ firstCell, columns }) => cell !== undefined && firstCell <= cell && cell < firstCell + columns.length,
  );
  if (!row) return undefined;
  const total = row.firstCell + row.columns.length - 1;
  return { narrative: [{ sums: [[total]], value: truth[total] ?? 0 }] };
};

const carriedOver =
  (withTotal: boolean, atHand: boolean): Experiment =>
  (random, form, figures, truth) => {
    if (!plantCarriedOver(random, form, figures, withTotal)) return undefined;
    // Last year's report says what it carried on to this one.
    const first = cellAt(form, 'applications.carriedOver.naturalPerson');
    const cells = Array.from({ length: 7 }, (_, column) => first + column);
    return atHand ? { lastYear: cells.map((cell) => ({ sums: [[cell]], value: truth[cell] ?? 0 })) } : {};
  };

/** The kinds of errors by name. */
export const experiments: Readonly<Record<string, Experiment>> = {
  ...Object.fromEntries(Object.entries(plants).map(([name, plant]) => [name, planting(plant)])),
  '表四 一格写错（正文有述）': dispute(true),
  '表四 一格写错（正文无述）': dispute(false),
  '表四 一项写错（正文述总计）': partOfDispute,
  '上年结转 一格写错（有上年报告）': carriedOver(false, true),
  '上年结转 连总计写错（有上年报告）': carriedOver(true, true),
  '上年结转 连总计写错（无上年报告）': carriedOver(true, false),
};

/** The tables to plant errors into. */
export interface Tables {
  /** The edition of the form; that in force where none is named. */
  readonly form?: Form;
  readonly size: number;
  readonly rounds: number;
}

/** Plants an error of one kind into tables; the same for the same arguments, but for the times. */
export function measure(experiment: Experiment, { form = edition2021, size, rounds }: Tables): Tally {
  const tally: Tally = { planted: 0, detected: 0, inSet: 0, first: 0, tied: 0, sizes: [], times: [] };
  for (let seed = 1; seed <= rounds; seed++) {
    const truth = balancedFacts(seed, size, form);
    const random = randomOf(seed * 31 + size);
    // Not every error fits into every table: a table of zeros has nothing to move.
    for (let attempt = 0; attempt < 40; attempt++) {
      const figures: Figures = [...truth];
      const evidence = experiment(random, form, figures, truth);
      if (!evidence) continue;
      count(tally, { form, truth, figures, evidence });
      break;
    }
  }
  return tally;
}

/** Several tallies as one. */
export function together(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + of(tally), 0);
  return {
    planted: sum(({ planted }) => planted),
    detected: sum(({ detected }) => detected),
    inSet: sum(({ inSet }) => inSet),
    first: sum(({ first }) => first),
    tied: sum(({ tied }) => tied),
    sizes: tallies.flatMap(({ sizes }) => sizes),
    times: tallies.flatMap(({ times }) => times),
  };
}

interface Planted {
  readonly form: Form;
  readonly truth: readonly number[];
  readonly figures: Figures;
  readonly evidence: Evidence;
}

function count(into: Tally, planted: Planted): void {
  const { form, figures, evidence } = planted;
  const start = performance.now();
  const diagnoses = explain(form, figures, { evidence });
  into.times.push(performance.now() - start);
  into.planted++;
  // A lost figure is seen by its absence; that it was a 0 shows in that the equations hold.
  if (diagnoses.length === 0 && !figures.includes(null)) return;
  into.detected++;
  into.sizes.push(diagnoses.reduce((all, { explanations }) => all * explanations.length, 1));
  const places = diagnoses.map((diagnosis) => placeOfTruth(diagnosis, planted));
  if (places.some(({ place }) => place < 0)) return;
  into.inSet++;
  if (places.every(({ place }) => place === 0)) into.first++;
  if (places.some(({ tied }) => tied)) into.tied++;
}

function placeOfTruth({ broken, explanations }: Diagnosis, { form, truth, figures }: Planted) {
  const tables = new Set(broken.flatMap((equation) => form.equations[equation]?.table ?? []));
  const place = explanations.findIndex(({ changes }) => {
    const mended = new Map(changes.map(({ cell, to }) => [cell, to]));
    return form.cells.every(({ index, table }) => {
      const elsewhere = tables.size > 0 && !tables.has(table);
      return elsewhere || (mended.get(index) ?? figures[index] ?? 0) === truth[index];
    });
  });
  const equal = explanations.filter(({ rank }) => rank === 0).length;
  return { place, tied: explanations[place]?.rank === 0 && equal > 1 };
}
