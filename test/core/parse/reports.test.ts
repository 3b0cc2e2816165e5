import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';
import { simplify } from '../../../server/text/fold';

// Real reports with hand-checked figures lie beside the repository where it is developed; they are not part of it.
const folders = ['seeds', 'reports'].map((name) => path.resolve('../shared', name));
const present = folders.filter((folder) => existsSync(path.join(folder, 'truth.json')));

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Where an export differs from the truth; more than the truth has is no difference. */
function differences(truth: unknown, found: unknown, at = ''): string[] {
  if (!isTree(truth) || !isTree(found))
    return Object.is(truth, found) ? [] : [`${at}: ${JSON.stringify(found)} for ${JSON.stringify(truth)}`];
  return Object.keys(truth).flatMap((key) => differences(truth[key], found[key], at ? `${at}.${key}` : key));
}

/** The truth without a name that the text abbreviates or misspells throughout: nobody could read it there. */
function legible(truth: unknown, text: string): unknown {
  if (!isTree(truth) || typeof truth.agency !== 'string') return truth;
  const { agency, ...others } = truth;
  return simplify(text.replace(/\s|\([a-zà-ǜ]+\)/g, '')).includes(agency) ? truth : others;
}

describe('real reports', () => {
  it('are at hand or are known not to be', () => {
    for (const folder of folders.filter((each) => !present.includes(each)))
      console.log(
        `        ${path.basename(folder)}: no truth.json beside the repository, nothing to compare with`,
      );
    for (const folder of present) assert.ok(readFileSync(path.join(folder, 'truth.json'), 'utf8').length > 2);
  });

  for (const folder of present) {
    const truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Tree;
    for (const [name, expected] of Object.entries(truth)) {
      it(`read cell for cell: ${path.basename(folder)}/${name}`, () => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        const found = JSON.parse(exportReport(analyze(text)));
        assert.deepEqual(differences(legible(expected, text), found), []);
      });
    }
  }
});
