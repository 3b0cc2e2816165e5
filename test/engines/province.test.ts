import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { edition2021 } from '../../server/form/edition-2021';
import { cellAt } from '../../server/form/form';
import { balancedFacts } from '../core/support/facts';
import { tell } from '../core/support/neighbours';
import { plantedIn } from '../core/support/planted';

const run = promisify(execFile);
const bin = path.join(process.env.ENGINES ?? '', 'bin');
const received = cellAt(edition2021, 'applications.received.total');
const counties = 120;

/** The commands of the README for thousands of reports, each with the line of Chinese over it. */
const commands: ReadonlyMap<string, string> = new Map(
  [
    ...(
      /### 成千上万份[\s\S]*?```sh\n([\s\S]*?)```/u.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
    ).matchAll(/^# (.*)\n(.*)$/gmu),
  ].map(([, about = '', command = '']) => [about.replace(/[：，].*/u, ''), command]),
);

describe('the commands of the README for a province', function () {
  this.timeout(300_000);

  const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-engines-'));
  const expected = new Map<number, { readonly reports: number; readonly received: number }>();
  const missing: string[] = [];

  before(() => {
    mkdirSync(path.join(folder, '年报'));
    for (let county = 0; county < counties; county++) {
      const agency = `第${county}县水务局`;
      // Every tenth has handed in nothing for the last year.
      const years = county % 10 === 0 ? [2023] : [2023, 2024];
      if (years.length < 2) missing.push(agency);
      for (const year of years) {
        const figures = balancedFacts(county * 2 + year, 60);
        writeFileSync(
          path.join(folder, '年报', `${agency}${year}.txt`),
          tell({ seed: county + 1, size: 60, year, figures, agency }),
        );
        const { reports = 0, received: sum = 0 } = expected.get(year) ?? {};
        expected.set(year, { reports: reports + 1, received: sum + (figures[received] ?? 0) });
      }
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** Runs a command as it stands in the README, and answers what it wrote on standard output. */
  const tried = async (about: string): Promise<string> => {
    const command = commands.get(about);
    assert.ok(command, `the README shows a command for ${about}`);
    const { stdout } = await run('sh', ['-c', command], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
      maxBuffer: 2 ** 28,
    });
    return stdout;
  };
  const rowsOf = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const province = path.join(folder, '全省.jsonl');

  it('are those that are tried here', () => {
    assert.deepEqual([...commands.keys()], ['中断了再运行同一行', 'DuckDB', '还没有交的', 'GNU parallel']);
  });

  it('have DuckDB add up what came in, by year', async () => {
    assert.deepEqual(
      rowsOf(await tried('DuckDB')).map((row) => [Number(row.year), Number(row.份数), Number(row.新收)]),
      [...expected]
        .sort(([a], [b]) => a - b)
        .map(([year, { reports, received: sum }]) => [year, reports, sum]),
    );
  });

  it('have DuckDB name who has handed in nothing', async () => {
    assert.deepEqual(
      rowsOf(await tried('还没有交的')).map(({ agency }) => agency),
      missing.sort(),
    );
  });

  it('have GNU parallel deal out the files, and every report is a line', async () => {
    await tried('GNU parallel');
    const rows = rowsOf(readFileSync(province, 'utf8'));
    assert.equal(rows.length, counties * 2 - missing.length);
    assert.equal(new Set(rows.map(({ agency, year }) => `${agency} ${year}`)).size, rows.length);
  });

  it('go on where they were interrupted', async () => {
    rmSync(province, { force: true });
    for (let seed = 1; seed <= 12; seed++)
      writeFileSync(path.join(folder, '年报', `${seed}.docx`), plantedIn(seed).right);
    await tried('中断了再运行同一行');
    const whole = readFileSync(province, 'utf8');
    assert.equal(rowsOf(whole).length, 12);
    // The last report but two was written in part.
    const lines = whole.split('\n');
    const kept = lines.slice(0, 9).join('\n');
    truncateSync(province, 0);
    appendFileSync(province, `${kept}\n${lines[9]?.slice(0, 500)}`);
    await tried('中断了再运行同一行');
    assert.equal(readFileSync(province, 'utf8'), whole);
  });
});
