import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import type { Range } from 'vscode-languageserver-protocol';
import { parseReport } from '../server/parse/parse';
import { linesOf } from '../server/text/lines';
import { type Client, clientOf } from './support/client';
import { type ReportFile, reports } from './support/reports';
import { type Column, printTable, quantile } from './support/table';

// How long it takes from a keystroke (didChange) to what is found then (the answer to a document pull), over the standard input
// and output of the server as it is shipped, beside a server that finds nothing. Every keystroke changes a digit of a total, so
// that a sum breaks or is mended: what is dearest among what can be typed. The two servers take turns, so that whatever else
// the machine does falls on both.

const keystrokes = Number(process.env.KEYSTROKES ?? 400);
const unmeasured = 150;

interface Row {
  readonly name: string;
  /** Milliseconds. */
  readonly ours: readonly number[];
  readonly empty: readonly number[];
}

/** A digit that is typed over again and again: where it stands, and the two that take turns there. */
interface Digit {
  readonly range: Range;
  readonly digits: readonly [string, string];
}

/** The last digit of the total of applications received; undefined where the report has no such number. */
function totalIn({ text }: ReportFile): Digit | undefined {
  const { cells, form } = parseReport(text);
  const cell = cells[form.cells.findIndex(({ path }) => path === 'applications.received.total')];
  if (cell?.kind !== 'count') return undefined;
  const lines = linesOf(text);
  const start = lines.positionAt(cell.span.end - 1);
  const digit = text.charAt(cell.span.end - 1);
  if (!/[0-9]/u.test(digit)) return undefined;
  const range = { start, end: { line: start.line, character: start.character + 1 } };
  return { range, digits: [String((Number(digit) + 1) % 10), digit] };
}

async function timed(work: () => Promise<unknown>, into: number[] | undefined): Promise<void> {
  const start = performance.now();
  await work();
  into?.push(performance.now() - start);
}

async function measure(clients: readonly [Client, Client], report: ReportFile): Promise<Row[]> {
  const total = totalIn(report);
  if (!total) return [];
  const uri = `file:///${encodeURIComponent(report.file)}`;
  const [ours, empty] = clients;
  const untouched = await ours.open(uri, report.text);
  await empty.open(uri, report.text);
  const [wrong, right] = total.digits;
  const broken = await ours.type(uri, total.range, wrong);
  if (broken.length === 0) throw new Error(`${report.file}: a wrong total was not found`);
  const mended = await ours.type(uri, total.range, right);
  if (mended.length !== untouched.length) throw new Error(`${report.file}: a mended total was found`);
  const times: readonly [number[], number[]] = [[], []];
  for (let stroke = -unmeasured; stroke < keystrokes; stroke++) {
    for (const [index, client] of clients.entries()) {
      const digit = stroke % 2 === 0 ? wrong : right;
      await timed(() => client.type(uri, total.range, digit), stroke < 0 ? undefined : times[index]);
    }
  }
  return [{ name: report.file.replace('政府信息公开工作年度报告', '…'), ours: times[0], empty: times[1] }];
}

const milliseconds = (name: string, of: (row: Row) => number): Column<Row> => ({
  name,
  of: (row) => of(row).toFixed(2),
});

const columns: readonly Column<Row>[] = [
  { name: '年报', of: ({ name }) => name },
  milliseconds('p50', ({ ours }) => quantile(ours, 0.5)),
  milliseconds('p99', ({ ours }) => quantile(ours, 0.99)),
  milliseconds('空服务 p50', ({ empty }) => quantile(empty, 0.5)),
  milliseconds('p99', ({ empty }) => quantile(empty, 0.99)),
  milliseconds('p50 之差', ({ ours, empty }) => quantile(ours, 0.5) - quantile(empty, 0.5)),
];

/** Builds the server that finds nothing as ours is built. */
async function emptyServer(): Promise<string> {
  const outfile = 'dist/bench/empty-server.js';
  await build({
    entryPoints: ['bench/support/empty-server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: 'warning',
  });
  return outfile;
}

async function main(): Promise<void> {
  const clients = [await clientOf('dist/server.js'), await clientOf(await emptyServer())] as const;
  const rows: Row[] = [];
  for (const report of reports) rows.push(...(await measure(clients, report)));
  const all = (of: (row: Row) => readonly number[]): number[] => rows.flatMap(of);
  rows.push({ name: '合计', ours: all(({ ours }) => ours), empty: all(({ empty }) => empty) });
  console.log(`从键入到提示，毫秒；每份年报 ${keystrokes} 次，经标准输入输出，文档拉取`);
  printTable(columns, rows);
  for (const client of clients) await client.end();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
