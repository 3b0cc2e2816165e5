import { Bench } from 'tinybench';
import { analyze } from '../server/analysis';
import { parseReport } from '../server/parse/parse';
import { repairFindings } from '../server/repair/findings';
import { checkReport } from '../server/rules/check';
import { markdownlint, textlint } from './support/linters';
import { type ReportFile, reports } from './support/reports';
import { type Column, printTable, quantile } from './support/table';

// How long a report takes from its text to its findings, beside what merely decoding its bytes costs and what other linters take
// for the same text. Medians, since a mean tells what the machine was busy with besides. tinybench warms up, takes off what the
// clock costs and treats the asynchronous textlint as it does the rest.

interface Row {
  readonly name: string;
  readonly kilobytes: number;
  readonly findings: number;
  /** The median of every task, in microseconds. */
  readonly times: Readonly<Record<string, number>>;
}

/** What is measured of a report. Reading, rules and repair are the parts of the analysis, each for itself. */
function tasksOf({ bytes, text }: ReportFile): Readonly<Record<string, () => unknown>> {
  const report = parseReport(text);
  const context = { report, text };
  const found = checkReport(context, {});
  return {
    decode: () => bytes.toString(),
    analyze: () => analyze(text),
    read: () => parseReport(text),
    check: () => checkReport(context, {}),
    repair: () => repairFindings(context, found),
    textlint: () => textlint(text),
    markdownlint: () => markdownlint(text),
  };
}

async function measure(report: ReportFile): Promise<Row> {
  const bench = new Bench({ time: 400, warmupTime: 200, throws: true });
  for (const [name, task] of Object.entries(tasksOf(report))) bench.add(name, task);
  const tasks = await bench.run();
  const median = ({ result }: (typeof tasks)[number]): number =>
    'latency' in result ? 1000 * result.latency.p50 : Number.NaN;
  return {
    name: report.file.replace('政府信息公开工作年度报告', '…'),
    kilobytes: report.bytes.length / 1024,
    findings: analyze(report.text).findings.length,
    times: Object.fromEntries(tasks.map((task) => [task.name, median(task)])),
  };
}

const time = (name: string, task: string): Column<Row> => ({
  name,
  of: ({ times }) => (times[task] ?? Number.NaN).toFixed(0),
});

/** How many times as long as the analysis a task takes; for the analysis itself, as decoding does. */
const ratio = (task: string, to: string): Column<Row> => ({
  name: '倍',
  of: ({ times }) => `×${((times[task] ?? Number.NaN) / (times[to] ?? Number.NaN)).toFixed(1)}`,
});

const columns: readonly Column<Row>[] = [
  { name: '年报', of: ({ name }) => name },
  { name: 'KB', of: ({ kilobytes }) => kilobytes.toFixed(1) },
  { name: '提示', of: ({ findings }) => String(findings) },
  time('解码', 'decode'),
  time('分析', 'analyze'),
  ratio('analyze', 'decode'),
  time('读', 'read'),
  time('查', 'check'),
  time('改', 'repair'),
  time('textlint', 'textlint'),
  ratio('textlint', 'analyze'),
  time('markdownlint', 'markdownlint'),
  ratio('markdownlint', 'analyze'),
];

function medianOf(rows: readonly Row[]): Row {
  const tasks = Object.keys(rows[0]?.times ?? {});
  const middle = (of: (row: Row) => number): number => quantile(rows.map(of), 0.5);
  return {
    name: '中位数',
    kilobytes: middle(({ kilobytes }) => kilobytes),
    findings: middle(({ findings }) => findings),
    times: Object.fromEntries(tasks.map((task) => [task, middle(({ times }) => times[task] ?? Number.NaN)])),
  };
}

async function main(): Promise<void> {
  // All kinds of reports first: what the compiler learned from one layout alone would make that layout look faster.
  for (let round = 0; round < 200; round++) for (const { text } of reports) analyze(text);
  const rows: Row[] = [];
  for (const report of reports) rows.push(await measure(report));
  console.log('微秒，中位数。解码：字节到字符串；分析：文字到提示，分为读、查（规则）、改（改法）。');
  console.log('解码后的“倍”是分析比解码，textlint、markdownlint 后的“倍”是它们比分析。');
  printTable(columns, [...rows, medianOf(rows)]);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
