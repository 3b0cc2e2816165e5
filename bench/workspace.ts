import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { run } from '../server/cli/run';
import type { Io } from '../server/cli/streams/io';
import { parseReport } from '../server/parse/parse';
import { decode } from '../server/workspace/decode';
import { createShelf } from '../server/workspace/filed';
import { createIndex } from '../server/workspace/reports';
import { balancedFacts } from '../test/core/support/facts';
import { layouts } from '../test/core/support/layouts';
import { nextFacts, tell } from '../test/core/support/neighbours';
import { type Column, printTable, quantile } from './support/table';

// How long a folder of many reports takes: `nianbao check` over all of them, each held against that of the year before, beside merely
// reading and decoding the same files. What is counted is the time of the processor, and the tasks take turns, so that whatever else
// the machine does falls on none of them or on all. How many reports and how often: `npm run bench -- workspace 2000 3`; a path in
// place of the number measures the reports of that folder.

const years = 4;
const kilobyte = 1024;

/** Writes reports of agencies on years that follow each other, in all layouts, into a new folder. */
function written(count: number): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-bench-'));
  for (let agency = 0; agency * years < count; agency++) {
    const size = [0, 5, 60, 400][agency % 4] ?? 5;
    const layout = layouts[agency % layouts.length]?.id ?? 'tsv';
    let figures: readonly number[] = balancedFacts(agency + 1, size);
    for (let year = 0; year < years && agency * years + year < count; year++) {
      if (year > 0) figures = nextFacts(figures, agency * years + year, size);
      const name = `示范${agency}县水务局`;
      const text = tell({ seed: agency, size, year: 2021 + year, figures, agency: name, layout });
      const file = path.join(
        folder,
        String(2021 + year),
        `${name}${2021 + year}年政府信息公开工作年度报告.txt`,
      );
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return folder;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|md|html)$/u.test(file))
    .map((file) => path.join(folder, file));

const textOf = (file: string): string => decode(readFileSync(file))?.text ?? '';

/** Runs the command line in this process; answers what it wrote last. */
async function check(folder: string): Promise<string> {
  let last = '';
  const io: Io = {
    cwd: folder,
    isTerminal: false,
    colours: false,
    traces: false,
    input: Readable.from([]),
    writesTo: async () => false,
    untilStopped: () => AbortSignal.abort(),
    progress: () => undefined,
    write: async (text) => {
      last = text;
    },
    writeError: () => undefined,
  };
  await run(['check', '.'], io, { languageServer() {}, agentServer() {} });
  return last;
}

/** What is measured of a folder. */
const tasksOf = (folder: string, files: readonly string[]): Readonly<Record<string, () => unknown>> => ({
  读文件并解码: () => files.map(textOf),
  加上识别: () => files.map((file) => parseReport(textOf(file))),
  'nianbao check': () => check(folder),
});

/** How much memory an index of the files takes, and how long it takes to find the neighbours of all. */
function measureIndex(files: readonly string[]): void {
  const shelf = createShelf();
  const index = createIndex();
  const reports = files.map((file) => {
    const text = textOf(file);
    const report = parseReport(text);
    index.set(file, [shelf.file({ document: file, text }, report)]);
    return { document: file, report };
  });
  const start = performance.now();
  const found = reports.filter((each) => index.neighboursOf(each)).length;
  const each = (1000 * (performance.now() - start)) / reports.length;
  console.log(`索引：${found} 份找到上一年的；每找一次 ${each.toFixed(1)} 微秒。`);
}

interface Row {
  readonly name: string;
  readonly times: readonly number[];
}

async function main(): Promise<void> {
  const [wanted = '2000', rounds = '3'] = process.argv.slice(2);
  const isCount = /^\d+$/u.test(wanted);
  const folder = isCount ? written(Number(wanted)) : path.resolve(wanted);
  try {
    const files = filesIn(folder);
    const size = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
    console.log(`${files.length} 份年报，${(size / kilobyte / files.length).toFixed(1)} KB 一份。`);
    const rows: (Row & { readonly times: number[] })[] = [];
    for (let round = 0; round < Number(rounds); round++) {
      for (const [index, [name, task]] of Object.entries(tasksOf(folder, files)).entries()) {
        const start = process.cpuUsage();
        await task();
        const { user, system } = process.cpuUsage(start);
        rows[index] ??= { name, times: [] };
        rows[index]?.times.push((user + system) / 1000);
      }
    }
    const median = ({ times }: Row): number => quantile(times, 0.5);
    const base = rows[0] ? median(rows[0]) : Number.NaN;
    const columns: readonly Column<Row>[] = [
      { name: '中位数', of: ({ name }) => name },
      { name: '毫秒', of: (row) => median(row).toFixed(0) },
      { name: '份/秒', of: (row) => ((1000 * files.length) / median(row)).toFixed(0) },
      { name: '倍', of: (row) => `×${(median(row) / base).toFixed(1)}` },
    ];
    printTable(columns, rows);
    console.log((await check(folder)).trimEnd().split('\n').at(-1));
    measureIndex(files);
  } finally {
    if (isCount) rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
