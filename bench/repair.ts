import { performance } from 'node:perf_hooks';
import { analyze } from '../server/analysis';
import { edition2019 } from '../server/form/edition-2019';
import { edition2021 as form } from '../server/form/edition-2021';
import { explain } from '../server/repair/explain';
import { incidenceOf } from '../server/repair/incidence';
import { keyOf } from '../server/repair/rank';
import { changeSets } from '../server/repair/search';
import { sheetOf } from '../server/repair/sheet';
import { trySets } from '../test/core/support/brute-force';
import { balancedFacts } from '../test/core/support/facts';
import { below, randomOf } from '../test/core/support/random';
import { smallFacts, smallForm } from '../test/core/support/small-form';
import { written } from '../test/core/support/written';
import { experiments, measure, type Tally, together } from './support/measure';
import { type Figures, plantDispute, plants } from './support/plant';

// Plants errors into balanced tables and tells how often the engine finds what had been there before. `--sizes` tells it for
// every size of tables, ROUNDS sets how many tables of a size there are.

const sizes = [0, 5, 50, 500, 5000];
const rounds = Number(process.env.ROUNDS ?? 200);

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`).padStart(8);

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

const wide = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)));

function print(name: string, tally: Tally): void {
  console.log(
    wide(name, 28) +
      String(tally.planted).padStart(6) +
      percent(tally.detected, tally.planted) +
      percent(tally.inSet, tally.detected) +
      percent(tally.first, tally.detected) +
      percent(tally.tied, tally.detected) +
      String(quantile(tally.sizes, 0.5)).padStart(5) +
      String(quantile(tally.sizes, 0.95)).padStart(5) +
      quantile(tally.times, 0.5).toFixed(3).padStart(9) +
      quantile(tally.times, 0.99).toFixed(2).padStart(9),
  );
}

function printKinds(): void {
  console.log(`每种错误、每种规模 ${rounds} 张表，种子固定；规模：申请约 ${sizes.join('、')} 件；耗时为毫秒`);
  console.log(`${wide('错误', 28)}  张数    发现  真值在内  排第一  并列 集合p50  p95     中位     p99`);
  for (const [name, experiment] of Object.entries(experiments)) {
    const tallies = sizes.map((size) => measure(experiment, { size, rounds }));
    print(name, together(tallies));
    if (!process.argv.includes('--sizes')) continue;
    for (const [index, tally] of tallies.entries()) print(`  ${sizes[index]} 件`, tally);
  }
}

// The trial form has a single row for （六）其他处理; the rest is the same, so that one size tells enough.
function printTrialForm(): void {
  console.log('\n2019 年的试行格式，申请约 50 件');
  for (const [name, experiment] of Object.entries(experiments))
    print(name, measure(experiment, { form: edition2019, size: 50, rounds }));
}

function printAlarms(): void {
  for (const each of [form, edition2019]) {
    const alarms = sizes.flatMap((size) =>
      Array.from({ length: rounds }, (_, seed) => explain(each, balancedFacts(seed, size, each)).length),
    );
    const sum = alarms.reduce((all, count) => all + count, 0);
    console.log(`\n无误的表（${each.edition} 年格式）${alarms.length} 张，误报 ${sum} 处`);
  }
}

// On a form of 18 figures every set of changes can be tried.
function printReference(): void {
  const sheetFor = (figures: readonly number[]) => sheetOf(incidenceOf(smallForm), figures);
  const equations = smallForm.equations.map(({ index }) => index);
  for (const [errors, most] of [
    [1, 12],
    [2, 12],
    [3, 7],
  ] as const) {
    const outcome = { same: 0, different: 0, sets: 0 };
    for (let seed = 0; seed < 60; seed++) {
      const random = randomOf(seed * 17 + errors);
      const figures = smallFacts(Array.from({ length: 6 }, () => below(random, 3)));
      for (let error = 0; error < errors; error++)
        figures[below(random, figures.length)] = below(random, most);
      for (let count = 1; count <= errors; count++) {
        const expected = trySets(smallForm, figures, { count, most });
        if (expected.length === 0) continue;
        const found = changeSets(sheetFor(figures), equations, { retypes: count, fills: 0 }, { steps: 1e6 });
        const names = found
          .filter((set) => set.every(({ to }) => to <= most))
          .map(keyOf)
          .sort();
        const same = names.join('\n') === expected.join('\n');
        outcome[same ? 'same' : 'different']++;
        outcome.sets += expected.length;
        break;
      }
    }
    const { same, different, sets } = outcome;
    console.log(
      `与穷举对照，${errors} 格：${same} 张表最小改法完全相同（共 ${sets} 种），${different} 张不同`,
    );
  }
}

// What is offered in the end, where a sentence counts the cases of a kind of dispute and one of its parts is wrong.
function printOffers(): void {
  const tally = { planted: 0, offered: 0, before: 0 };
  for (const size of sizes) {
    for (let seed = 1; seed <= rounds / 2; seed++) {
      const truth: Figures = balancedFacts(seed, size);
      const figures = [...truth];
      const cell = plantDispute(randomOf(seed * 31 + size), form, figures, 'part');
      const equation = form.equations.find(({ left }) => cell !== undefined && left.includes(cell));
      const [total = -1] = equation?.right ?? [];
      if (cell === undefined || form.cells[total]?.path !== 'disputes.reconsideration.total') continue;
      const text = written('tsv', { seed, size, figures });
      const said = text.replace('\n', `\n本年度发生政府信息公开行政复议案件${truth[total]}件。\n`);
      const repairs = analyze(said).findings.flatMap((finding) => finding.repairs);
      const place = repairs.findIndex(({ edits }) =>
        edits.some((edit) => edit.cell === form.cells[cell]?.path && edit.to === truth[cell]),
      );
      const ofTotal = repairs.findIndex(({ edits }) =>
        edits.some((edit) => edit.cell === form.cells[total]?.path),
      );
      tally.planted++;
      if (place >= 0) tally.offered++;
      if (place >= 0 && (ofTotal < 0 || place < ofTotal)) tally.before++;
    }
  }
  const { planted, offered, before } = tally;
  console.log(
    `行政复议一项写错，正文写明件数：${planted} 份，改法里有真值 ${percent(offered, planted).trim()}，` +
      `排在改总计之前 ${percent(before, planted).trim()}`,
  );
}

// From the text to the findings, edits proved.
function printAnalysis(): void {
  for (const kind of ['无误', '表三 一格写错', '表三 两格写错', '表三 三格写错']) {
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      for (let seed = 1; seed <= 100; seed++) {
        const figures: Figures = balancedFacts(seed, 50);
        if (plants[kind] && !plants[kind](randomOf(seed), form, figures)) continue;
        const text = written('tsv', { seed, size: 50, figures });
        const start = performance.now();
        analyze(text);
        if (round > 0) times.push(performance.now() - start);
      }
    }
    const [median, high] = [quantile(times, 0.5), quantile(times, 0.95)];
    console.log(`从文字到提示（${kind}）：中位 ${median.toFixed(2)} 毫秒，p95 ${high.toFixed(2)} 毫秒`);
  }
}

printKinds();
printTrialForm();
printAlarms();
printReference();
printOffers();
printAnalysis();
