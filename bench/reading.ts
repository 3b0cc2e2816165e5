import { parseReport } from '../server/parse/parse';
import { damages } from '../test/core/support/damage';
import { type Damage, damaged } from '../test/core/support/damage/damage';
import { differences, misread, wrongCells } from '../test/core/support/expectation';
import { layouts as printed } from '../test/core/support/layouts';
import type { Layout } from '../test/core/support/layouts/page';
import { pdfPageLayouts } from '../test/core/support/layouts/pdf-page';
import { sheetOf } from '../test/core/support/layouts/sheet';
import { lengthened, worstKinds } from './support/texts';

// How much of a report is read, by layout and damage, and how long reading takes: `npm run bench:reading -- accuracy` or `time`.

const layouts = [...printed, ...pdfPageLayouts];
const sizes = [0, 5, 60, 5000] as const;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface Score {
  reports: number;
  exact: number;
  cells: number;
  right: number;
  /** Cells that were read with a figure that is not theirs; the rest of those not right is open. */
  misread: number;
}

const scoreOf = (): Score => ({ reports: 0, exact: 0, cells: 0, right: 0, misread: 0 });

/** Reads reports with one kind of damage (or none) in a layout and adds to the scores how that went. */
function measure(layout: Layout, damage: Damage | undefined, scores: readonly Score[]): void {
  for (const seed of seeds) {
    const edition = seed % 4 === 0 ? '2019' : '2021';
    const sheet = sheetOf(seed, sizes[seed % sizes.length] ?? 0, edition);
    const made = damaged(
      { ...sheet, disputes: seed % 3 ? 'row' : 'blocks' },
      layout,
      damage ? [damage] : [],
      seed,
    );
    if (!made) continue;
    const report = parseReport(made.text);
    const cells = made.expected.cells.length;
    const wrong = wrongCells(report, made.expected);
    const strangers = misread(report, wrong).length;
    const exact = differences(report, made.expected).length === 0;
    for (const score of scores) {
      score.reports++;
      score.exact += exact ? 1 : 0;
      score.cells += cells;
      score.right += cells - wrong.length;
      score.misread += strangers;
    }
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : part === whole ? '100' : (Math.floor((10_000 * part) / whole) / 100).toFixed(2);

/** Widens a text to columns of a fixed-width font. */
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - text.length));

function print(title: string, scores: ReadonlyMap<string, Score>): void {
  console.log(`\n${padded(title, 34)}cells %   wrong  open   reports without any difference`);
  for (const [name, { reports, exact, cells, right, misread: wrong }] of scores) {
    const open = cells - right - wrong;
    const counts = padded(String(wrong), 7) + padded(String(open), 7);
    console.log(`${padded(name, 34)}${padded(percent(right, cells), 10)}${counts}${exact} / ${reports}`);
  }
}

function accuracy(): void {
  const perLayout = new Map<string, Score>();
  const perDamage = new Map<string, Score>();
  const total = scoreOf();
  const of = (scores: Map<string, Score>, name: string): Score => {
    const score = scores.get(name) ?? scoreOf();
    scores.set(name, score);
    return score;
  };
  const worst: string[] = [];
  for (const damage of [undefined, ...damages]) {
    for (const layout of layouts) {
      const pair = scoreOf();
      const name = damage?.id ?? '(none)';
      measure(layout, damage, [pair, of(perLayout, layout.id), of(perDamage, name), total]);
      if (pair.right < pair.cells)
        worst.push(
          `${padded(layout.id, 24)}${padded(name, 34)}${padded(percent(pair.right, pair.cells), 8)}${pair.misread} wrong`,
        );
    }
  }
  print('layout, over all damage', perLayout);
  print('damage, over all layouts', perDamage);
  console.log(`\npairs of layout and damage with a cell not read rightly: ${worst.length}`);
  for (const line of worst) console.log(`  ${line}`);
  print('all', new Map([['', total]]));
}

/** The least processor time of some rounds, in milliseconds: what the machine is busy with besides does not count. */
function best(text: string, rounds: number, batch = 1): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (let count = 0; count < batch; count++) parseReport(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000 / batch);
  }
  return least;
}

function time(): void {
  console.log(`\n${padded('layout', 24)}characters  ms       ×20 takes`);
  for (const layout of layouts) {
    const text = layout.render(sheetOf(3, 60));
    const once = best(text, 12, 20);
    const often = best(lengthened(text, 20), 5);
    const size = padded(String(text.length), 12);
    console.log(`${padded(layout.id, 24)}${size}${padded(once.toFixed(3), 9)}×${(often / once).toFixed(1)}`);
  }
  console.log(`\n${padded('worst kinds', 34)}ms at 80 KB, 320 KB, 1.3 MB, 5 MB`);
  const lengths = [80_000, 320_000, 1_280_000, 5_000_000];
  for (const [name, of] of worstKinds) {
    const times: number[] = [];
    for (const length of lengths) {
      // What takes this long would take minutes at the next length.
      if ((times.at(-1) ?? 0) > patience) times.push(Number.POSITIVE_INFINITY);
      else times.push(best(of(length), 1));
    }
    const shown = times.map((each) => (Number.isFinite(each) ? each.toFixed(0) : '…'));
    console.log(padded(name, 34) + shown.map((each) => padded(each, 9)).join(''));
  }
}

/** Milliseconds after which a kind of text is not tried at greater lengths. */
const patience = 1500;

const wanted = process.argv[2];
if (wanted !== 'time') accuracy();
if (wanted !== 'accuracy') time();
