import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseReport } from '../../../server/parse/parse';
import { agreementOf } from '../../../server/report/agreement';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';

// Real reports may lie beside the repository where it is developed; they are not part of it.
const folder = path.resolve('../shared');
const families = rules.filter(({ family }) => family === 'narrative' || family === 'document');

/** The numbers that have to be linked, and all that may be found, by the begin of a file's name. */
const expected: Readonly<Record<string, { readonly linked: string; readonly found: readonly string[] }>> = {
  'seeds/000': { linked: '', found: [] },
  'seeds/001': { linked: '8 7 1 1', found: [] },
  'seeds/002': { linked: '3', found: ['claim-mismatch 2'] },
  'seeds/003': { linked: '523 523 9 2 5 1', found: [] },
  'seeds/004': { linked: '2 1 1 98', found: ['processing-fee 六、其他事項'] },
  'reports/city': { linked: '14069 560 13810 819', found: [] },
  'reports/hongze': { linked: '21', found: ['overview-aspects 一、总体情况'] },
  'reports/huaian': { linked: '1 3119 3050 34 103 351 72 64 178 37 46 25 5 9 7', found: [] },
  'reports/shanghai': { linked: '1 0 13 34 2 9 0 2 10 0 14 1', found: [] },
  'reports/shuyang': { linked: '749 741 8 718 31 74', found: [] },
};

describe('narratives of real reports', () => {
  for (const [name, { linked, found }] of Object.entries(expected)) {
    const [place = '', start = ''] = name.split('/');
    const at = path.join(folder, place);
    const file = existsSync(at) ? readdirSync(at).find((each) => each.startsWith(start)) : undefined;
    if (!file) continue;
    it(name, () => {
      const text = readFileSync(path.join(at, file), 'utf8');
      const report = parseReport(text);
      const agreeing = report.claims.filter(
        (claim) => claim.kind === 'number' && agreementOf(report, claim) === 'agrees',
      );
      assert.equal(agreeing.map(({ span }) => text.slice(span.start, span.end)).join(' '), linked);
      assert.deepEqual(
        runRules(families, { report, text }, {}).map(
          ({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`,
        ),
        found,
      );
    });
  }

  it('are at hand or are known not to be', () => {
    if (!existsSync(folder)) console.log('        no reports beside the repository, nothing to compare with');
    assert.ok(Object.keys(expected).length > 0);
  });
});
