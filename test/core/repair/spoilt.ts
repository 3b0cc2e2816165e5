import assert from 'node:assert/strict';
import type { Figures } from '../../../bench/support/plant';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { balancesOf } from '../../../server/report/balance';
import type { Finding } from '../../../server/report/finding';
import { balancedFacts } from '../support/facts';
import { written } from '../support/written';

const sums = new Set(['row-total', 'results-total', 'flow-balance', 'disputes-total']);

/** A report that balances but for figures, by their paths, that are off by a number. */
export function spoilt(changes: Readonly<Record<string, number>>, layout = 'tsv'): string {
  const figures: Figures = balancedFacts(2, 60);
  for (const [path, by] of Object.entries(changes)) {
    const cell = cellAt(form, path);
    assert.ok(cell >= 0, path);
    figures[cell] = (figures[cell] ?? 0) + by;
  }
  return written(layout, { seed: 2, size: 60, figures });
}

/** The report with nothing off. */
export const clean = spoilt({});

/** Those of findings that are about sums, or offer figures. */
export const sumFindings = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    ({ rule, repairs }) => sums.has(rule) || repairs.some(({ edits }) => edits.some(({ cell }) => cell)),
  );

/** The equations of a text that do not hold. */
export const brokenIn = (text: string): number[] =>
  balancesOf(parseReport(text))
    .filter(({ difference }) => difference !== 0)
    .map(({ equation }) => equation.index);
