import { execFileSync } from 'node:child_process';
import { Bench } from 'tinybench';
import { analyze } from '../server/analysis';
import { fitting } from '../test/core/support/fitting';
import { type Figure, keepFigures } from './support/figures';
import { peers, versionOf } from './support/linters';
import { type ReportFile, reports } from './support/reports';
import { type Column, printTable, quantile } from './support/table';
import { type TaskName, tasks } from './support/tasks';

// How long a report takes from its text to its findings, beside what merely decoding its bytes costs and what others that check texts
// take for the same one. Each task runs in a process of its own, so that none profits from what another warmed up or pays for its
// garbage. Medians, since a mean tells what the machine was busy with besides; that it was busy shows where the processor's time is
// less than the time that passed.

/** How long a task is done before it is measured, in microseconds of the processor: reading is much code, and slow until it is compiled. */
const warmUp = 8_000_000;

/** How long a task takes for a report, in microseconds. */
interface Time {
  /** The median. */
  readonly wall: number;
  /** The mean of what the processor spent in this process, other threads included. */
  readonly processor: number;
}

async function timeOf(name: TaskName, report: ReportFile): Promise<Time> {
  const bench = new Bench({ time: 400, warmupTime: 200, throws: true });
  bench.add(name, tasks[name](report));
  const before = process.cpuUsage();
  const [task] = await bench.run();
  const { user, system } = process.cpuUsage(before);
  if (!task || !('latency' in task.result)) throw new Error(`${name}: nothing was measured`);
  const { latency, totalTime } = task.result;
  // The warm-up is in what the processor spent, and takes its share of the time.
  const share = totalTime / (totalTime + (bench.warmupTime ?? 0));
  return { wall: 1000 * latency.p50, processor: ((user + system) * share) / latency.samplesCount };
}

/** In the process of a task: its times for all reports, in their order. */
async function runTask(name: TaskName): Promise<void> {
  // All kinds of reports first: what the compiler learned from one layout alone would make that layout look faster.
  const works = reports.map(tasks[name]);
  while (process.cpuUsage().user < warmUp) for (const work of works) await work();
  const times: Time[] = [];
  for (const report of reports) times.push(await timeOf(name, report));
  console.log(JSON.stringify(times));
}

interface Row {
  readonly name: string;
  readonly kilobytes: number;
  readonly findings: number;
  /** How many of its tables are read straight from their labels. */
  readonly straight: string;
  readonly times: Readonly<Record<TaskName, Time>>;
}

const names = Object.keys(tasks) as TaskName[];

function measureAll(): Row[] {
  const byTask = names.map((name): [TaskName, readonly Time[]] => [
    name,
    JSON.parse(execFileSync(process.execPath, [__filename, name], { encoding: 'utf8' })),
  ]);
  return reports.map(({ file, bytes, text }, index) => {
    const { exact, all } = fitting(text);
    return {
      name: file.replace('政府信息公开工作年度报告', '…'),
      kilobytes: bytes.length / 1024,
      findings: analyze(text).findings.length,
      straight: `${exact}/${all}`,
      times: Object.fromEntries(byTask.map(([name, times]) => [name, times[index]])) as Row['times'],
    };
  });
}

const time = (name: string, task: TaskName, of: keyof Time = 'wall'): Column<Row> => ({
  name,
  of: ({ times }) => times[task][of].toFixed(0),
});

/** How many times as long as the analysis a task takes; for the analysis itself, as decoding does. */
const ratio = (task: TaskName, to: TaskName): Column<Row> => ({
  name: '倍',
  of: ({ times }) => `×${(times[task].wall / times[to].wall).toFixed(1)}`,
});

const columns: readonly Column<Row>[] = [
  { name: '年报', of: ({ name }) => name },
  { name: 'KB', of: ({ kilobytes }) => kilobytes.toFixed(1) },
  { name: '提示', of: ({ findings }) => String(findings) },
  { name: '直读', of: ({ straight }) => straight },
  time('解码', 'decode'),
  time('分析', 'analyze'),
  time('处理器', 'analyze', 'processor'),
  ratio('analyze', 'decode'),
  time('读', 'read'),
  time('查', 'check'),
  time('改', 'repair'),
  ...peers.flatMap((peer) => [time(peer, peer), ratio(peer, 'analyze')]),
];

function medianOf(rows: readonly Row[]): Row {
  const middle = (of: (row: Row) => number): number => quantile(rows.map(of), 0.5);
  const times = names.map((name) => [
    name,
    { wall: middle((row) => row.times[name].wall), processor: middle((row) => row.times[name].processor) },
  ]);
  const kilobytes = middle((row) => row.kilobytes);
  const findings = middle((row) => row.findings);
  return { name: '中位数', kilobytes, findings, straight: '', times: Object.fromEntries(times) };
}

const figuresOf = ({ name, times }: Row): Figure[] =>
  names.flatMap((task) => [
    { figure: `${name} ${task}`, unit: 'µs', value: times[task].wall },
    { figure: `${name} ${task} processor`, unit: 'µs', value: times[task].processor },
  ]);

function main(): void {
  const rows = measureAll();
  const all = [...rows, medianOf(rows)];
  console.log(
    '微秒，中位数，每项各在一个进程里。解码：字节到字符串；分析：文字到提示，分为读、查（规则）、改（改法）；',
  );
  console.log(
    '处理器：分析用去的处理器时间的平均数；直读：直接按行名读的表。解码后的“倍”是分析比解码，其余的是它们比分析。',
  );
  console.log(
    `${peers.map((peer) => `${peer} ${versionOf(peer)}`).join('，')}（最后一个检查的是导出的 JSON）`,
  );
  printTable(columns, all);
  console.log(`逐项写在 ${keepFigures('analysis', all.flatMap(figuresOf))}`);
}

const [task] = process.argv.slice(2);
if (task !== undefined) void runTask(task as TaskName);
else main();
