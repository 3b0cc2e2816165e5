import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import type { Range } from 'vscode-languageserver-protocol';
import { analyze } from '../server/analysis';
import { exportReport } from '../server/export/json';
import { parseReport } from '../server/parse/parse';
import { linesOf } from '../server/text/lines';
import { type Client, clientOf } from './support/client';
import { type Figure, keepFigures } from './support/figures';
import { type ReportFile, reports } from './support/reports';
import { type Column, printTable, quantile } from './support/table';

// How long it takes from a keystroke (didChange) to what is found then (the answer to a document pull), over the standard input
// and output of the server as it is shipped, beside a server that finds nothing and one that checks the same report as exported JSON.
// Every keystroke changes a digit of a total, so that a sum breaks or is mended: what is dearest among what can be typed. The servers
// take turns, so that whatever else the machine does falls on all.

const keystrokes = Number(process.env.KEYSTROKES ?? 400);
const unmeasured = 150;

/** A server that is measured, and the document that it is given of a report. */
interface Server {
  readonly name: string;
  readonly client: Client;
  readonly languageId: string;
  documentOf(report: ReportFile): string;
}

interface Row {
  readonly name: string;
  /** Milliseconds of every keystroke, by the name of the server. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

/** A digit that is typed over again and again: where it stands, and the two that take turns there. */
interface Digit {
  readonly range: Range;
  readonly digits: readonly [string, string];
}

/** The digit before `end`, which becomes another. */
function digitIn(text: string, end: number): Digit {
  const start = linesOf(text).positionAt(end - 1);
  const digit = text.charAt(end - 1);
  const range = { start, end: { line: start.line, character: start.character + 1 } };
  return { range, digits: [String((Number(digit) + 1) % 10), digit] };
}

/** The last digit of the total of applications received; undefined where the report has no such number. */
function totalIn(text: string): Digit | undefined {
  const { cells, form } = parseReport(text);
  const cell = cells[form.cells.findIndex(({ path }) => path === 'applications.received.total')];
  if (cell?.kind !== 'count' || !/[0-9]/u.test(text.charAt(cell.span.end - 1))) return undefined;
  return digitIn(text, cell.span.end);
}

/** Of a document that is no report, some digit in its middle. */
const anyDigit = (text: string): Digit => digitIn(text, text.search(/(?<=.{2000}\d)(?=\D)/su));

async function timed(work: () => Promise<unknown>, into: number[] | undefined): Promise<void> {
  const start = performance.now();
  await work();
  into?.push(performance.now() - start);
}

/** Throws where a wrong total is not found, or a mended one is. */
async function hold(
  { client }: Server,
  uri: string,
  { range, digits }: Digit,
  untouched: number,
): Promise<void> {
  const [wrong, right] = digits;
  if ((await client.type(uri, range, wrong)).length === 0)
    throw new Error(`${uri}: a wrong total was not found`);
  if ((await client.type(uri, range, right)).length !== untouched)
    throw new Error(`${uri}: a mended total was found`);
}

async function measure(servers: readonly Server[], report: ReportFile): Promise<Row[]> {
  const total = totalIn(report.text);
  if (!total) return [];
  const uri = `file:///${encodeURIComponent(report.file)}`;
  const places: Digit[] = [];
  for (const server of servers) {
    const text = server.documentOf(report);
    const untouched = await server.client.open(uri, text, server.languageId);
    const digit = text === report.text ? total : anyDigit(text);
    if (server.name === ours) await hold(server, uri, digit, untouched.length);
    places.push(digit);
  }
  const times: Record<string, number[]> = Object.fromEntries(servers.map(({ name }) => [name, []]));
  for (let stroke = -unmeasured; stroke < keystrokes; stroke++) {
    for (const [index, { name, client }] of servers.entries()) {
      const { range, digits } = places[index] as Digit;
      const digit = digits[stroke % 2 === 0 ? 0 : 1];
      await timed(() => client.type(uri, range, digit), stroke < 0 ? undefined : times[name]);
    }
  }
  return [{ name: report.file.replace('政府信息公开工作年度报告', '…'), times }];
}

const ours = 'nianbao';
const [empty, json] = ['空服务', 'vscode-json-languageservice'];

const quantiles = (name: string): Column<Row>[] => [
  { name: `${name} p50`, of: ({ times }) => quantile(times[name] ?? [], 0.5).toFixed(2) },
  { name: 'p99', of: ({ times }) => quantile(times[name] ?? [], 0.99).toFixed(2) },
];

const columns: readonly Column<Row>[] = [
  { name: '年报', of: ({ name }) => name },
  ...[ours, empty, json].flatMap(quantiles),
  { name: 'p50 比空服务多', of: (row) => overEmpty(row).toFixed(2) },
];

const overEmpty = ({ times }: Row): number =>
  quantile(times[ours] ?? [], 0.5) - quantile(times[empty] ?? [], 0.5);

/** Builds a server of support/ as ours is built. */
async function built(name: string): Promise<string> {
  const outfile = `dist/bench/${name}.js`;
  await build({
    entryPoints: [`bench/support/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['autocorrect-node', '@textlint/*', 'textlint-rule-*', 'markdownlint'],
    minify: true,
    logLevel: 'warning',
  });
  return outfile;
}

async function serversToMeasure(): Promise<Server[]> {
  const textOf = ({ text }: ReportFile): string => text;
  return [
    { name: ours, client: await clientOf('dist/server.js'), languageId: 'nianbao', documentOf: textOf },
    {
      name: empty,
      client: await clientOf(await built('empty-server')),
      languageId: 'nianbao',
      documentOf: textOf,
    },
    {
      name: json,
      client: await clientOf(await built('json-server')),
      languageId: 'json',
      documentOf: ({ text }) => exportReport(analyze(text)),
    },
  ];
}

const figuresOf = (row: Row): Figure[] => [
  ...Object.entries(row.times).flatMap(([name, times]): Figure[] => [
    { figure: `${row.name} ${name} p50`, unit: 'ms', value: quantile(times, 0.5) },
    { figure: `${row.name} ${name} p99`, unit: 'ms', value: quantile(times, 0.99) },
  ]),
  { figure: `${row.name} over ${empty}`, unit: 'ms', value: overEmpty(row) },
];

async function main(): Promise<void> {
  const servers = await serversToMeasure();
  const rows: Row[] = [];
  const before = servers.map(({ client }) => client.processor());
  for (const report of reports) rows.push(...(await measure(servers, report)));
  const all = servers.map(({ name }) => [name, rows.flatMap(({ times }) => times[name] ?? [])]);
  rows.push({ name: '合计', times: Object.fromEntries(all) });
  console.log(`从键入到提示，毫秒；每份年报 ${keystrokes} 次，经标准输入输出，文档拉取`);
  printTable(columns, rows);
  const strokes = (rows.length - 1) * (keystrokes + unmeasured);
  const spent = servers.flatMap(({ name, client }, index): Figure[] => {
    const [start, end] = [before[index], client.processor()];
    if (start === undefined || end === undefined) return [];
    return [{ figure: `${name} processor`, unit: 'ms', value: (end - start) / strokes }];
  });
  const each = spent.map(({ figure, value }) => `${figure} ${value.toFixed(2)}`);
  if (each.length > 0) console.log(`每键用去的处理器时间，毫秒：${each.join('，')}`);
  console.log(`逐项写在 ${keepFigures('keystroke', [...rows.flatMap(figuresOf), ...spent])}`);
  for (const { client } of servers) await client.end();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
