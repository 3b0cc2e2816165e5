import type { Equation } from './form/form';
import { parseReport } from './parse/parse';
import { type EquationFindings, explainFindings } from './repair/findings';
import { tried } from './repair/tried';
import { type Balance, balancesOf } from './report/balance';
import type { Demand } from './report/demand';
import { allMendedLater, type Finding, type Severity } from './report/finding';
import type { Neighbours } from './report/neighbours';
import { type Report, valueOf } from './report/report';
import { asKnown, isUntold } from './report/unread';
import { isOfBlanks } from './report/zero-mark';
import { type Broken, checkWithNotes } from './rules/check';
import type { Writing } from './rules/draft';
import { isOfUnfilled } from './rules/drafting';
import type { Silenced } from './rules/notes/support/judge';
import type { Context } from './rules/rule';
import { type UnderMark, underZeroMark } from './rules/under-mark';
import { atBeginning, type Position } from './text/lines';

/** How a rule is reported: with a severity other than its own, or not at all. */
export const ruleLevels = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (
  | Severity
  | 'off'
)[];

export type RuleLevel = (typeof ruleLevels)[number];

export interface AnalysisOptions {
  /** Levels of rules that are not to be reported with the severity they declare. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Where broken equations are told of: at what is to blame (by default), or besides it also at every total. */
  readonly equations?: EquationFindings;
  /** The reports that this one is held against. */
  readonly neighbours?: Neighbours | undefined;
  /** What offices demand of this report beside the form. */
  readonly demands?: readonly Demand[] | undefined;
  /** How far its writer is, where the text is open in an editor: what is still to come is not yet wrong. */
  readonly writing?: Writing | undefined;
  /** The cells, by their paths, of a row that is being filled in just now: what is said of them waits. */
  readonly filling?: ReadonlySet<string> | undefined;
  /** The title that the name of its file tells, where it has none. */
  readonly title?: string | undefined;
  /** What the text says as a report, where it was read before; spares reading it again. */
  readonly report?: Report;
  /** Where the text begins in its document, of which it may be a part. */
  readonly origin?: Position | undefined;
}

/** How much of the form could be read and how many of its equations could be decided. */
export interface Coverage {
  readonly cells: number;
  readonly read: number;
  readonly equations: number;
  readonly decided: number;
  /** Cells of this report that no equation watches: they enter none, or none that could be decided. By index, in order. */
  readonly unwatched: readonly number[];
}

/** Everything that is known about one text: what it says as a report, and what was found. Frozen. */
export interface Analysis {
  readonly text: string;
  /** Where the text begins in its document; offsets are those of the text. */
  readonly origin: Position;
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Findings that the clerk's notes have silenced; not among `findings`. */
  readonly silenced: readonly Silenced[];
  /** Rules that broke down; what they would have found is not known. */
  readonly broken: readonly Broken[];
  /** The equations that could be decided; those that hold only of figures whose cells are known, and not of blanks alone. */
  readonly balances: readonly Balance[];
  /** What fails once the report's mark for 0 is taken as 0; undefined where it has none. */
  readonly under: UnderMark | undefined;
  readonly coverage: Coverage;
  /** The reports that this one was held against; findings may point into them. */
  readonly neighbours?: Neighbours;
}

/** Reads and checks a text. Pure and total: any text gives an Analysis, nothing is thrown for what stands in it. */
export function analyze(text: string, options: AnalysisOptions = {}): Analysis {
  const { rules = {}, equations, neighbours, demands, title, report = parseReport(text) } = options;
  const { origin = atBeginning, writing, filling } = options;
  const context = {
    report,
    text,
    ...(neighbours && { neighbours }),
    ...(demands && { demands }),
    ...(writing && { writing }),
    ...(filling && { filling }),
    ...(title && { title }),
  };
  const { findings: found, silenced, draft, broken } = checkWithNotes(context, rules);
  const under = underZeroMark(report);
  const isNothing = (balance: Balance): boolean =>
    isUntold(report, balance) || isOfBlanks(report, balance, under?.mark);
  const balances = balancesOf(report).filter(
    (balance) => !isOpen({ ...context, draft }, balance) && !(balance.difference === 0 && isNothing(balance)),
  );
  const told = explainFindings({ ...context, draft }, found, { equations });
  const findings = allMendedLater(told.findings, () =>
    tried(context, { raw: found, told: told.withRepairs() }, rules),
  );
  return Object.freeze({
    text,
    origin,
    report,
    findings,
    silenced,
    broken,
    balances,
    under,
    coverage: coverageOf(
      asKnown(report),
      balances.filter((balance) => !isUntold(report, balance)),
    ),
    ...(neighbours && { neighbours }),
  });
}

/** Whether an equation fails only for as long as somebody has not come to one of its cells. */
function isOpen(context: Context, { equation, difference }: Balance): boolean {
  if (difference === 0) return false;
  const { cells } = context.report.form;
  return isOfUnfilled(
    context,
    [...equation.left, ...equation.right].map((index) => cells[index]?.path ?? ''),
  );
}

/** What a report that keeps the trial form's single row is not asked for does not count. */
function coverageOf(report: Report, balances: readonly Balance[]): Coverage {
  const { cells, form } = report;
  const decided = new Set(balances.map(({ equation }) => equation.index));
  const unwatched: number[] = [];
  let asked = 0;
  let read = 0;
  for (const [index, cell] of cells.entries()) {
    if (valueOf(cell) !== null) read++;
    if (cell.kind === 'merged') continue;
    asked++;
    if (!form.equationsOf[index]?.some((equation) => decided.has(equation))) unwatched.push(index);
  }
  const isAsked = ({ right }: Equation): boolean => right.some((index) => cells[index]?.kind !== 'merged');
  return {
    cells: asked,
    read,
    equations: form.equations.filter(isAsked).length,
    decided: balances.filter(({ equation }) => isAsked(equation)).length,
    unwatched,
  };
}
