import { balanceOf } from '../../../report/balance';
import type { Repair } from '../../../report/finding';
import { brokenCount, withCount } from '../../../report/implied';
import type { Cell, Report } from '../../../report/report';
import { cellInWords, remarks } from '../../../report/told';
import { say } from '../../../text/say';
import { compact } from '../../residue/support/compact';
import type { Carried } from './carried';
import type { Pair } from './last-year';

// Which of two years' reports slipped, as far as the equations of each can tell.

type Columns = readonly Carried[];

/** After these what one body carried forward may be carried over by another. */
const changed =
  /机构(?:改革|调整|合并|整合|撤并|更名|重组)|(?:职能|职责)(?:调整|划转|整合|划入|划出|移交)|更名为|撤并|合并组建|重新组建|新组建/u;

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
  if (columns.some(({ over }) => isBroken(report.cells[over]))) return undefined;
  const [first] = columns;
  const names = columns.map(({ label, now, before }) => say`「${label}」${String(now)} 改为 ${before}`);
  const title =
    first && columns.length === 1
      ? say`将${cellInWords(report.form, first.over)}由 ${String(first.now)} 改为 ${first.before}`
      : say`按上年报告改「上年结转」：${remarks(names)}`;
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

const isBroken = (cell: Cell | undefined): boolean => cell?.kind === 'count' && cell.broken === true;

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

/** What is likely to have happened. */
export function likelyCause({ report, text, last, year }: Pair, columns: Columns, broken: Columns): string {
  if (repairsOf(report, broken).length > 0) return say`按 ${year - 1} 年的数，本年的勾稽关系才成立，请核对`;
  const back = broken.reduce((all, { forward, now }) => withCount(all, forward, now ?? 0), last.report);
  if (proves(last.report, back, new Set(broken.map(({ forward }) => forward))))
    return say`${year - 1} 年报告自身的勾稽关系不成立，上年公布的数可能有误，请核对`;
  if (broken.length > 1 && columns.every(({ now }) => now === 0)) return say`这一行全是 0，像是漏填，请核对`;
  if (broken.length > 1 && isShuffled(columns)) return say`数字相同而列不同，像是错了列，请核对`;
  const change = toldChange(text) ?? toldChange(last.text);
  return change
    ? say`文中说到“${change}”，机构调整过的，两年的数可以不同，请核对`
    : say`从两份报告自身的勾稽关系看不出哪一份有误，请核对；机构调整过、上年的数公布后更正过的，注明理由即可`;
}

/** What a text tells of a change of the body itself; undefined where it tells of none. */
const toldChange = (text: string): string | undefined =>
  changed.exec(compact(text, { start: 0, end: text.length }).text)?.[0];

/** Whether the row has the figures of last year under other columns. */
function isShuffled(columns: Columns): boolean {
  const sorted = (values: readonly (number | null)[]): string =>
    values.toSorted((a, b) => (a ?? 0) - (b ?? 0)).join(' ');
  return sorted(columns.map(({ now }) => now)) === sorted(columns.map(({ before }) => before));
}
