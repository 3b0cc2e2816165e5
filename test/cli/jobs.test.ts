import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inBig5 } from '../core/support/big5';
import { layoutCalled } from '../core/support/layouts';
import { docxOf } from '../core/support/layouts/docx';
import { sheetOf } from '../core/support/layouts/sheet';
import { reportOf } from '../core/support/whose';
import { nianbao, type Outcome, reportText, withFolder } from './nianbao';

// Other processes are those of the bundle that people run; the build comes before the tests.
const cli = path.resolve('dist/cli.js');

const agency = '云溪县水务局';
const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });
const book = ['甲', '乙', '丙'].map((name) => reportText({ 云溪县档案局: `云溪县${name}局` })).join('\n');

/** All kinds of files, those that cannot be read between those that can. */
const files = {
  '1/甲.txt': wrong,
  '1/乙.docx': docxOf(sheetOf(3, 30)),
  '1/丙.docx': 'PK\u0003\u0004 no archive',
  '1/丁.html': reportOf({ agency, year: 2023, layout: 'html-word' }),
  '1/说明.md': '# 说明\n',
  '1/年报.txt': inBig5,
  '2/水务局2024年年报.txt': reportOf({ agency, year: 2024, seed: 5 }),
  '2/另一份2023.txt': reportOf({ agency, year: 2023, seed: 7 }),
  '2/汇编.txt': book,
  '2/年报.pdf': '%PDF-1.4 no more',
  '2/甲.txt': reportText(),
  '2/甲.md': layoutCalled('gfm').render(sheetOf(9, 30)),
  'parts.json': JSON.stringify({ 云溪县人民政府: ['云溪县*局'] }),
};

const lines = ['a', 'b', 'c']
  .map((file, index) => JSON.stringify({ file, text: [wrong, book, reportText()][index] }))
  .join('\n{"file": 3}\n\n');

/** Calls that have to end in the same way, whoever does the work. */
const calls: readonly (readonly [args: string, input?: string])[] = [
  ...['text', 'json', 'sarif', 'html', 'github', 'gitlab'].map(
    (format) => [`check --format ${format} .`] as const,
  ),
  ['check --fail-on never --rules row-total=off --parts parts.json no-such.txt 2 - 1/*.docx', wrong],
  ['check no-such.txt 1/说明.md'],
  ['check --stdin ndjson', lines],
  ['check --time-limit 0.001 2/汇编.txt 2/汇编.txt/x'],
  ...[
    '',
    '--spans',
    '--schema 1',
    '--flat',
    '--long',
    '--to csv',
    '--to csv --long',
    '--to md',
    '--to html',
  ].map((options) => [`export ${options} 2 no-such.txt - 1`.replace('  ', ' '), wrong] as const),
  ['export 1/甲.txt'],
  ['export --lines 2/甲.md'],
  ['export --flat --stdin ndjson', lines],
  ['export --skip-done done.jsonl .'],
];

const written = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'base64')]),
  );

/** The processes of others that a process has started. */
const handsOf = (parent: number): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s.*--hand/u.exec(line))
    .flatMap((found) => (Number(found?.[2]) === parent ? [Number(found?.[1])] : []));

/** Those that are still there when what was killed has had time to go. */
async function leftOf(parent: number): Promise<readonly number[]> {
  for (let tries = 0; tries < 50 && handsOf(parent).length > 0; tries++) await wait(200);
  return handsOf(parent);
}

describe('nianbao with several processes', () => {
  for (const [args, input] of calls) {
    it(
      `says the same in the same order: ${args}`,
      withFolder(files, async (cwd) => {
        const first = await nianbao(['export', '--lines', '1'], { cwd });
        writeFileSync(path.join(cwd, 'done.jsonl'), first.stdout);
        const run = (jobs: string): Promise<Outcome> =>
          nianbao([...args.split(' '), '--jobs', jobs], { cwd, ...(input !== undefined && { input }) });
        const [one, three] = [await run('1'), await run('3')];
        assert.ok(one.stdout + one.stderr !== '');
        assert.deepEqual(three, one);
        assert.deepEqual(await leftOf(process.pid), []);
      }),
    );
  }

  for (const to of ['json', 'docx']) {
    it(
      `writes the same files, and refuses the same: ${to}`,
      withFolder(files, async (cwd) => {
        const out = path.join(cwd, '出');
        const run = async (...options: string[]) => {
          const outcome = await nianbao(['export', '--to', to, '--out', '出', '1', '2', ...options], { cwd });
          return { outcome, files: written(out) };
        };
        const one = await run('--jobs', '1');
        const again = await run('--jobs', '1', '--skip-done', '出');
        rmSync(out, { recursive: true });
        const three = await run('--jobs', '3');
        assert.match(one.outcome.stderr, /与 2.甲\.md 同名，没有导出/u);
        assert.deepEqual(three, one);
        assert.deepEqual(await run('--jobs', '3', '--skip-done', '出'), again);
      }),
    );
  }

  it('loses only the report that one of them died of, and says so in its place', async () => {
    const record = (file: string, text: string): Uint8Array =>
      Buffer.from(`${JSON.stringify({ file, text })}\n`);
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    async function* stream(): AsyncGenerator<Uint8Array> {
      yield record('一', wrong);
      await begun;
      // So many reports that they are not read in the time that it takes to end who reads them.
      yield Buffer.concat([record('二', book.repeat(600)), record('三', wrong), record('四', book)]);
      await wait(100);
      for (const pid of handsOf(process.pid)) process.kill(pid, 'SIGKILL');
      yield record('五', wrong);
    }
    const { status, stdout } = await nianbao(['export', '--stdin', 'ndjson', '--jobs', '2'], {
      stream: stream(),
      onWrite: () => begin(),
    });
    const told = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { file: string; error?: string } => JSON.parse(line));
    assert.deepEqual(
      told.map(({ file, error }) => `${file} ${error?.slice(0, 10)}`),
      ['一', '二', '三', '四', '四', '四', '五'].map(
        (file) => `${file} ${file === '二' ? '检查它的进程意外终止' : undefined}`,
      ),
    );
    assert.equal(status, 2);
  });

  it(
    'ends with who has read enough',
    withFolder(
      Object.fromEntries([...Array(40).keys()].map((number) => [`${number}.txt`, wrong])),
      async (cwd) => {
        const child = spawn(process.execPath, [cli, 'export', '--jobs', '2', '.'], {
          cwd,
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const ended = new Promise((resolve) => child.on('close', resolve));
        await new Promise((resolve) => child.stdout.once('data', resolve));
        const hands = handsOf(child.pid ?? 0);
        assert.ok(hands.length > 0);
        child.stdout.destroy();
        await ended;
        const isThere = (pid: number): boolean => {
          try {
            const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
            return !state.startsWith('Z');
          } catch {
            return false;
          }
        };
        while (hands.some(isThere)) await wait(50);
      },
    ),
  );

  it('takes a number of them, or auto', async () => {
    for (const jobs of ['0', '257', '1.5', 'x', '-1'])
      assert.match((await nianbao(['check', `--jobs=${jobs}`, '.'])).stderr, /--jobs/u);
    const { status } = await nianbao(['check', '--jobs', 'auto', '-'], { input: reportText() });
    assert.equal(status, 0);
  });
});
