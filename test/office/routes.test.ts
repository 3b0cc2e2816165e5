import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nianbao } from '../cli/nianbao';
import { differences, type Facts, factsOf, tablesOf } from './facts';
import { convert } from './programs';
import { routes, tableOfRoutes } from './routes';

const samples = path.resolve('samples');
/** Real reports with what is in them, by the names of their files, where they lie beside the repository. */
const real = ['seeds', 'reports'].map((name) => path.resolve('../shared', name));
const truth: Readonly<Record<string, { readonly agency?: string }>> = Object.assign(
  {},
  ...real
    .map((folder) => path.join(folder, 'truth.json'))
    .filter(existsSync)
    .map((file) => JSON.parse(readFileSync(file, 'utf8'))),
);
/** The truth of a real report, without a name that its text abbreviates or misspells: nobody could read it there. */
function legibleIn(file: string): object {
  const { agency, ...others } = truth[path.basename(file)] ?? {};
  return agency !== undefined && readFileSync(file, 'utf8').includes(agency) ? { agency, ...others } : others;
}
const isReal = (file: string): boolean =>
  Object.keys(truth).some((name) => path.parse(name).name === path.parse(file).name);

/** The samples, and the real reports where they are. */
const files = [samples, ...real]
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((file) => /年度报告\.(?:txt|md|html)$/u.test(file) || path.basename(file) in truth);

/** So many samples go each route, each time others, so that all layouts come by; real reports go all through LibreOffice. */
const most = 5;

function some(all: readonly string[], from: number): string[] {
  const own = all.filter((file) => !isReal(file));
  const start = from % Math.max(1, own.length);
  return [...all.filter(isReal), ...own.slice(start), ...own.slice(0, start)].slice(
    0,
    all.length - own.length + most,
  );
}

/** What the command line exports of a file. */
async function exported(file: string): Promise<object> {
  const { stdout, stderr } = await nianbao(['export', file]);
  assert.ok(stdout !== '', stderr);
  return JSON.parse(stdout);
}

describe('a report that another program has converted', function () {
  this.timeout(300_000);

  const temporary = mkdtempSync(path.join(os.tmpdir(), 'nianbao-office-'));
  after(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const originals = new Map<string, Facts>();
  const folderOf = (name: string): string => {
    const folder = path.join(temporary, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => path.join(folder, name));

  before(async () => {
    for (const file of files) {
      copyFileSync(file, path.join(folderOf(path.extname(file).slice(1)), path.basename(file)));
      originals.set(path.parse(file).name, factsOf({ ...(await exported(file)), ...legibleIn(file) }));
    }
    for (const to of ['docx', 'xlsx'])
      for (const ending of ['txt', 'md', 'html'])
        await nianbao(['export', '--to', to, '--out', folderOf(`our ${to}`), folderOf(ending)]);
  });

  for (const [index, route] of routes.entries()) {
    const { from, by, to, loses } = route;
    it(`is read as before: ${from} by ${by} as ${to}${loses ? ', but for what is lost' : ''}`, async () => {
      const folder = folderOf(`${from} ${by} ${to}`);
      // pandoc breaks lines where it likes, and a sentence of a real report with them.
      const own = filesIn(folderOf(from)).filter((file) => by === 'LibreOffice' || !isReal(file));
      const before = some(own, index * most);
      await convert(route, before, folder, folderOf('profile'));
      assert.equal(readdirSync(folder).length, before.length, 'a file was not converted');
      let lost = 0;
      for (const file of filesIn(folder)) {
        const whole = originals.get(path.parse(file).name);
        assert.ok(whole);
        const [original, now] = [whole, factsOf(await exported(file))].map((facts) =>
          from === 'our xlsx' ? tablesOf(facts) : facts,
        ) as [Facts, Facts];
        const different = differences(original, now);
        lost += different.length;
        const unexpected = different.filter((each) => !loses?.places.test(each));
        assert.deepEqual(unexpected, [], path.basename(file));
      }
      assert.equal(lost > 0, loses !== undefined, 'what is said to be lost is not');
    });
  }

  it('is told of in docs/conversions.md as it is here', () => {
    const page = readFileSync('docs/conversions.md', 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
    assert.deepEqual(rows.slice(1), tableOfRoutes());
  });
});
