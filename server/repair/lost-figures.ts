import type { Finding, Repair } from '../report/finding';
import type { Report } from '../report/report';
import type { Cause } from './causes';
import type { Diagnosis } from './explain';
import { offersOf, type Workshop } from './offers';
import { changesOf } from './rank';

/** The rules that miss the figure of a cell. */
const lostRules: ReadonlySet<string> = new Set(['missing-cell', 'missing-row', 'blank-cell', 'not-a-count']);

/** Offers what a cell without a figure should say at the findings that miss it. */
export function withFill(
  shop: Workshop,
  diagnosis: Diagnosis,
  cause: Cause,
  all: readonly Finding[],
): Finding[] {
  const { form } = shop.report;
  const [best = []] = cause.alternatives;
  const paths = changesOf(best).flatMap(({ cell }) => form.cells[cell]?.path ?? []);
  // What stands in a cell and is no count speaks for or against what the sums imply: its rule has weighed both.
  const isWeighed = (rule: string, repairs: readonly Repair[]): boolean =>
    rule === 'not-a-count' && repairs.length > 0;
  const isLost = ({ rule, cells, repairs }: Finding): boolean =>
    lostRules.has(rule) && !isWeighed(rule, repairs) && paths.every((path) => cells.includes(path));
  if (!all.some(isLost)) return [...all];
  const repairs = offersOf(shop, diagnosis, cause);
  if (repairs.length === 0) return [...all];
  return all.map((finding) =>
    isLost(finding) ? { ...finding, repairs: joined(shop.report, repairs, finding, paths) } : finding,
  );
}

// Repairs of the same cells by the rule itself knew less; what it offers for other cells stays.
function joined(
  report: Report,
  repairs: readonly Repair[],
  finding: Finding,
  paths: readonly string[],
): readonly Repair[] {
  const others = finding.repairs.filter(
    ({ edits }) => !edits.every(({ cell }) => cell && paths.includes(cell)),
  );
  // One that fills all that is lost stands for those that fill a part of it.
  const most = Math.max(paths.length + 1, finding.cells.length);
  if (others.some(({ edits }) => edits.length >= most)) return others;
  const offered = isOpenRow(report, finding, paths)
    ? repairs.map((repair) => ({ ...repair, confidence: 'possible' as const }))
    : repairs;
  return [...offered, ...others];
}

// A row that lacks more than these cells may lack others just as well; and one that has figures without separators for those it lacks may
// lack any of its cells, unless the rule has tried all of them.
function isOpenRow(
  { form, cells }: Report,
  { rule, cells: lacking, repairs }: Finding,
  paths: readonly string[],
): boolean {
  if (rule !== 'missing-cell') return false;
  if (lacking.length > paths.length) return true;
  if (repairs.some(({ confidence }) => confidence === 'unique')) return false;
  const lost = form.cells.filter(({ path }) => paths.includes(path));
  return lost.some(({ index, table, row }) => {
    const own = form.cells.filter((each) => each.table === table && each.row === row);
    return cells[index]?.kind === 'absent' && own.some((each) => cells[each.index]?.kind !== 'absent');
  });
}
