import { tableOf } from '../form/form';
import { agreementOf } from '../report/agreement';
import { balanceOf } from '../report/balance';
import type { Claim } from '../report/claim';
import { type Report, valueOf } from '../report/report';
import { remarks } from '../report/told';
import { listed, say } from '../text/say';
import { moveOf, withMoved } from './moves';
import { carriedOf } from './neighbours/support/carried';
import { pairOf } from './neighbours/support/last-year';
import { quoted } from './quoted';
import type { Context, Yield } from './rule';

/** The rows 上年结转 and 结转下年度 with each other's figures, as last year's report or the narrative tells. */
export interface Exchanged {
  /** The cells of both rows that differ, side by side. */
  readonly cells: readonly (readonly [over: number, forward: number])[];
  /** The equations that hold once the rows are exchanged. */
  readonly equations: readonly number[];
  /** The year of the report that tells; undefined where the narrative does. */
  readonly lastYear: number | undefined;
  /** The sentences that agree then. */
  readonly claims: readonly Claim[];
}

/** A single sentence may be wrong itself. */
const fewestClaims = 2;

/** Whether 表三 balances once these two rows are exchanged and not before, and something else tells of it; undefined where not. */
export function exchangedOf(context: Context): Exchanged | undefined {
  const { report } = context;
  const flows = report.form.equations.filter(({ rule }) => rule === 'flow-balance');
  const isOffIn = (of: Report) => (equation: (typeof flows)[number]) =>
    (balanceOf(of, equation)?.difference ?? 0) !== 0;
  const broken = flows.filter(isOffIn(report));
  if (broken.length < 2) return undefined;
  const cells = differingIn(report);
  const place = new Map(
    cells.flatMap(([over, forward]) => [[over, forward] as const, [forward, over] as const]),
  );
  const after = withMoved(report, place);
  if (cells.length === 0 || flows.some(isOffIn(after))) return undefined;
  const claims = toldIn(report, after);
  const pair = pairOf(context);
  const isAsLastYear =
    pair !== undefined &&
    carriedOf(after, pair.last.report).every(({ now, before }) => now === before || now === null);
  if (!isAsLastYear && claims.length < fewestClaims) return undefined;
  const lastYear = isAsLastYear ? pair.year - 1 : undefined;
  return { cells, equations: broken.map(({ index }) => index), lastYear, claims };
}

function differingIn({ form, cells }: Report): (readonly [number, number])[] {
  const { rows } = tableOf(form, 'applications');
  const over = rows.find(({ id }) => id === 'applications.carriedOver');
  const forward = rows.find(({ id }) => id === 'applications.carriedForward');
  if (!over || !forward) return [];
  return over.columns.flatMap((_, at): (readonly [number, number])[] => {
    const [one, other] = [over.firstCell + at, forward.firstCell + at];
    const values = [valueOf(cells[one]), valueOf(cells[other])];
    return values.includes(null) || values[0] === values[1] ? [] : [[one, other]];
  });
}

/** The claims that agree only after the exchange; none where one would differ that agrees as it is. */
function toldIn(report: Report, after: Report): Claim[] {
  const both = report.claims.map((claim) => ({
    claim,
    before: agreementOf(report, claim),
    later: agreementOf(after, claim),
  }));
  if (both.some(({ before, later }) => before === 'agrees' && later === 'differs')) return [];
  return both.flatMap(({ claim, before, later }) =>
    claim.firm && before === 'differs' && later === 'agrees' ? [claim] : [],
  );
}

/** The one finding that tells of the exchange. */
export function exchangedFinding({ report }: Context, exchanged: Exchanged): Yield {
  const { cells, equations, lastYear, claims } = exchanged;
  const edits = cells.flatMap(([over, forward]) =>
    [moveOf(report, over, forward), moveOf(report, forward, over)].flatMap((edit) => edit ?? []),
  );
  const told = claims.map(({ phrase }) => `“${quoted(report.shown, phrase)}”`);
  const support = [
    ...(lastYear === undefined ? [] : [say`与 ${lastYear} 年报告的「结转下年度」一致`]),
    ...(told.length > 0 ? [say`与文中的${listed(told)}一致`] : []),
  ];
  return {
    span: edits[0]?.span ?? { start: 0, end: 0 },
    message: say`「上年结转」与「结转下年度」两行的数字像是互相填错了行：对调后 ${equations.length} 处勾稽关系同时成立，${remarks(support)}，请核对`,
    related: claims.map(({ span }) => ({ span, message: say`文中的数` })),
    cells: edits.flatMap(({ cell }) => cell ?? []),
    equations,
    repairs: [{ title: say`对调「上年结转」与「结转下年度」两行的数字`, confidence: 'possible', edits }],
  };
}
