import assert from 'node:assert/strict';
import { type Figures, plants } from '../../../bench/support/plant';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { parseReport } from '../../../server/parse/parse';
import { explainFindings } from '../../../server/repair/findings';
import type { Finding } from '../../../server/report/finding';
import { checkReport } from '../../../server/rules/check';
import { balancedFacts } from '../support/facts';
import { randomOf } from '../support/random';
import { written } from '../support/written';

const bare = ({ repairs: _, ...finding }: Finding): Omit<Finding, 'repairs'> => finding;

describe('findings whose repairs nobody has asked for', () => {
  for (const layout of ['tsv', 'html'])
    for (const [kind, plant] of Object.entries(plants))
      it(`are told in the same words and order before anything was proved: ${kind}, ${layout}`, () => {
        for (let seed = 1; seed <= 4; seed++) {
          const figures: Figures = balancedFacts(seed, 40);
          plant(randomOf(seed), form, figures);
          const text = written(layout, { seed, size: 40, figures });
          const context = { report: parseReport(text), text };
          for (const equations of ['cause', 'all'] as const) {
            const told = explainFindings(context, checkReport(context, {}), { equations });
            assert.deepEqual(told.findings.map(bare), told.withRepairs().map(bare));
          }
        }
      });
});
