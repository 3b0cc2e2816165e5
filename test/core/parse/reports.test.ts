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

/** What happens to texts between their page and an editor, and changes nothing that they say. */
const journeys: Readonly<Record<string, (text: string) => string>> = {
  'with empty lines between its lines': (text) => text.replace(/\n/g, '\n\n'),
  'without empty lines': (text) => text.replace(/\n\s*\n+/g, '\n'),
  'without blanks at the ends of its lines': (text) => text.replace(/^[^\S\n]+|[^\S\n]+$/gm, ''),
  'with pipes for tabs': (text) => text.replace(/\t/g, ' | '),
  'with line ends of Windows': (text) => text.replace(/\n/g, '\r\n'),
  'with wide digits': (text) =>
    text.replace(/(?<![<&#"=\w-][^>\u4e00-\u9fff]*)\d(?![^<>]*>)/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    ),
  'with narrow brackets': (text) =>
    text.replace(/（(?=.项|[一二三四五六七])/g, '(').replace(/(?<=[(（].)）/g, ')'),
  'with a page number in table 三': (text) =>
    text.replace(/(?<=[^>])\n(?=[^\n]*(?:重复申请|重復申請|重複申請))/, '\n\n- 4 -\n\n'),
};

describe('real reports', function () {
  this.timeout(30_000);

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

      it(`read as before on other ways: ${path.basename(folder)}/${name}`, () => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        for (const [way, change] of Object.entries(journeys)) {
          const found = JSON.parse(exportReport(analyze(change(text))));
          assert.deepEqual(differences(legible(expected, text), found), [], way);
        }
      });
    }
  }
});
