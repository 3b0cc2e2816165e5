import { describeCell } from '../../form/form';
import { balanceOf } from '../../report/balance';
import type { Repair } from '../../report/finding';
import type { Report } from '../../report/report';
import { brokenCount, withCount } from '../implied';
import type { Carried } from './carried';
import type { Pair } from './last-year';

// Which of two years' reports slipped, as far as the equations of each can tell.

type Columns = readonly Carried[];

/**
 * The change of this year's figures to last year's where the equations of this year prove them wrong: it mends some and breaks none.
 * Empty where they hold as they stand, so that the number of last year may be the one that was corrected since.
 */
export function repairsOf(report: Report, broken: Columns): Repair[] {
  const all = repairOf(report, broken);
  if (all || broken.length === 1) return all ? [all] : [];
  return broken.flatMap((column) => repairOf(report, [column]) ?? []);
}

function repairOf(report: Report, columns: Columns): Repair | undefined {
  const mended = columns.reduce((all, { over, before }) => withCount(all, over, before), report);
  if (!proves(report, mended, new Set(columns.map(({ over }) => over)))) return undefined;
  const [first] = columns;
  const names = columns.map(({ label, now, before }) => `「${label}」${now} 改为 ${before}`);
  const title =
    first && columns.length === 1
      ? `将${describeCell(report.form, first.over)}由 ${first.now} 改为 ${first.before}`
      : `按上年报告改「上年结转」：${names.join('，')}`;
  return {
    title,
    // Each of these cells has to change for the years to agree; where all equations hold then, nothing else need.
    confidence: brokenCount(mended, 'applications') === 0 ? 'unique' : 'possible',
    edits: columns.map(({ over, before, now }) => ({
      span: report.cells[over]?.span ?? { start: 0, end: 0 },
      newText: String(before),
      cell: report.form.cells[over]?.path ?? '',
      from: now,
      to: before,
    })),
  };
}

/** Whether the change of some cells mends an equation and leaves none of theirs broken. */
function proves(report: Report, mended: Report, cells: ReadonlySet<number>): boolean {
  let gained = 0;
  for (const equation of report.form.equations) {
    if (![...equation.left, ...equation.right].some((cell) => cells.has(cell))) continue;
    const before = balanceOf(report, equation)?.difference;
    const after = balanceOf(mended, equation)?.difference;
    if (after !== 0 && (after !== undefined || before === 0)) return false;
    if (after === 0 && before !== undefined && before !== 0) gained++;
  }
  return gained > 0;
}

/** What is likely to have happened, in words that go on after what differs. */
export function likelyCause({ report, last, year }: Pair, columns: Columns, broken: Columns): string {
  if (repairsOf(report, broken).length > 0) return `；按 ${year - 1} 年的数，本年的勾稽关系才成立`;
  const back = broken.reduce((all, { forward, now }) => withCount(all, forward, now ?? 0), last.report);
  if (proves(last.report, back, new Set(broken.map(({ forward }) => forward))))
    return `；${year - 1} 年报告自身的勾稽关系不成立，上年公布的数可能有误`;
  if (broken.length > 1 && columns.every(({ now }) => now === 0)) return '；这一行全是 0，像是漏填';
  if (broken.length > 1 && isShuffled(columns)) return '；数字相同而列不同，像是错了列';
  return '；从两份报告自身的勾稽关系看不出哪一份有误，上年的数公布后更正过、机构调整过的可以不改，否则请改正';
}

/** Whether the row has the figures of last year under other columns. */
function isShuffled(columns: Columns): boolean {
  const sorted = (values: readonly (number | null)[]): string =>
    values.toSorted((a, b) => (a ?? 0) - (b ?? 0)).join(' ');
  return sorted(columns.map(({ now }) => now)) === sorted(columns.map(({ before }) => before));
}
