import type { Form } from '../form/form';
import type { Finding, Related, Repair } from '../report/finding';
import type { Report } from '../report/report';
import { assumptionInWords } from '../report/zero-mark';
import { deepFreeze } from '../rules/check';
import { isOfUnfilled } from '../rules/drafting';
import type { Context } from '../rules/rule';
import { underZeroMark } from '../rules/under-mark';
import type { Span } from '../text/span';
import { sameLastYear, withCause } from './carried';
import { type Cause, causesOf, mendedBy } from './causes';
import { consequencesOf } from './consequences';
import { evidenceOf, isAsLastYear, placesLastYear, supportIn } from './evidence';
import { type Diagnosis, diagnose } from './explain';
import { figuresOf } from './figures';
import { incidenceOf } from './incidence';
import { offersOf, type Workshop } from './offers';
import { confirmedIn, isAbout, isOpen, leftAtTotals, placeIn, relatedTo, underMark } from './open';
import { type Claim, changesOf, type Evidence, metBy } from './rank';
import { causeIn, effectIn } from './sentences';
import { type Change, isOff, sheetOf } from './sheet';
import { isVetted, vetted } from './vetted';

/** Which findings tell of broken equations: one at what is to blame, or besides it also one at every total. */
export type EquationFindings = 'cause' | 'all';

/** The rules that miss the figure of a cell. */
const lostRules: ReadonlySet<string> = new Set(['missing-cell', 'missing-row', 'blank-cell', 'not-a-count']);

interface Supplied extends Evidence {
  readonly equations?: EquationFindings | undefined;
}

/**
 * The findings with their causes: where broken equations are explained by something other than their totals, one finding at the
 * guilty cell stands for those of the equations; where they are not, the totals keep them. What a lost cell should say is offered
 * at the finding that misses it. What the report's narrative and last year's report state is evidence, unless other evidence is
 * supplied. Answers `findings` themselves where no equation is in question.
 */
export function repairFindings(
  context: Context,
  findings: readonly Finding[],
  { equations = 'cause', ...supplied }: Supplied = {},
): readonly Finding[] {
  const { report } = context;
  const under = underZeroMark(report);
  const { figures: read, assumed } = figuresOf(report, under);
  const isToCome = (cell: number): boolean =>
    isOfUnfilled(context.draft, [report.form.cells[cell]?.path ?? '']);
  const figures = read.map((figure, cell) => (isToCome(cell) ? null : figure));
  const isInQuestion = report.form.equations.some((equation) => isOff(equation, figures));
  if (!isInQuestion && !findings.some(isVetted)) return findings;
  const without = new Set(report.cells.flatMap(({ kind }, index) => (kind === 'merged' ? [index] : [])));
  const sheet = sheetOf(incidenceOf(report.form, without), figures, assumed);
  const evidence: Evidence = { ...evidenceOf(context), ...supplied };
  const shop: Workshop = {
    ...context,
    sheet,
    evidence,
    under,
    keepsAll: equations === 'all',
    known: new Map(),
  };
  const told = diagnose(sheet, evidence).reduce<readonly Finding[]>(
    (before, diagnosis) => tell(shop, diagnosis, before),
    findings,
  );
  return deepFreeze(vetted(shop, told).toSorted((a, b) => a.span.start - b.span.start));
}

function tell(shop: Workshop, diagnosis: Diagnosis, findings: readonly Finding[]): readonly Finding[] {
  const { form } = shop.report;
  const own = findings.filter((finding) => isAbout(form, diagnosis.broken, finding));
  const causes = causesOf(shop.sheet, diagnosis);
  const left = leftAtTotals(shop, diagnosis, causes, own);
  let all = [...findings.filter((finding) => !own.includes(finding)), ...left];
  const told: Finding[] = [];
  for (const cause of causes) {
    const originals = own.filter((finding) => isAbout(form, cause.concerns, finding));
    if (isFill(cause)) all = withFill(shop, diagnosis, cause, all);
    else if (!isOpen(cause) && originals.length > 0) {
      const found = findingOf(shop, diagnosis, cause, originals);
      const same = sameLastYear(shop, cause, { found, findings: all });
      const finding = same ? withCause(shop, cause, found, same) : found;
      const settled = all.filter((each) => isSettled(shop, cause, each));
      told.push({ ...finding, related: [...finding.related, ...settled.map(relatedTo)] });
      all = all.filter((each) => each !== same && !settled.includes(each));
    }
  }
  const kept = shop.keepsAll ? consequencesOf(form, own, { causes: told, others: left }) : [];
  return [...all, ...told, ...kept];
}

// The number of the narrative that the table contradicts, and no longer does when the cause is undone: it was right.
function isSettled(shop: Workshop, { alternatives, tied }: Cause, finding: Finding): boolean {
  const claims = tied > 1 ? [] : claimsBehind(shop, finding);
  const met = (changes: readonly Change[]): number => metBy(shop.sheet, changes, claims);
  return met([]) < claims.length && met(changesOf(alternatives[0] ?? [])) === claims.length;
}

// What the narrative states where the finding is. A finding against last year's report keeps its own name: it is the one that a
// check of many years looks for.
function claimsBehind({ evidence }: Workshop, { rule, span }: Finding): Claim[] {
  if (rule !== 'claim-mismatch') return [];
  return (evidence.narrative ?? []).filter(
    (claim) => claim.span?.start === span.start && claim.span.end === span.end,
  );
}

const isFill = ({ alternatives: [best = []] }: Cause): boolean => best.every(({ kind }) => kind === 'fill');

/** The finding of a cause in place of those of its equations. */
function findingOf(
  shop: Workshop,
  diagnosis: Diagnosis,
  cause: Cause,
  originals: readonly Finding[],
): Finding {
  const { form, cells } = shop.report;
  const [base, ...wider] = originals.toSorted((a, b) => weightOf(form, a) - weightOf(form, b));
  const [best = []] = cause.alternatives;
  const repairs = offersOf(shop, diagnosis, cause);
  if (!base) throw new Error('a cause without a finding');
  // A total of which no other equation knows is where the finding already is.
  if (wider.length === 0 && cause.tied === 1 && best.every(({ kind }) => kind === 'recompute')) {
    const support = supportIn(shop.sheet, shop.evidence, changesOf(best));
    const message = base.message + (support && `；改正后${support.slice(1)}`);
    return { ...base, message, repairs: repairs.length > 0 ? repairs : base.repairs };
  }
  const changes = cause.alternatives.slice(0, cause.tied).flatMap(changesOf);
  const places = [...new Set(changes.map(({ cell }) => cell))];
  const span = (cell: number) => cells[cell]?.span ?? base.span;
  const at = places.map(span).find(({ start, end }) => end > start) ?? span(places[0] ?? -1);
  return {
    rule: base.rule,
    severity: base.severity,
    hard: base.hard,
    message: assumptionOf(shop, originals) + messageOf(shop, diagnosis, cause),
    span: at,
    related: [
      ...places.slice(1).map((cell) => ({ span: span(cell), message: placeIn(shop.report, cause, cell) })),
      ...placesLastYear(form, shop.evidence, changes),
      ...[base, ...wider].map((each) => besides(each, at)),
    ],
    cells: places.flatMap((cell) => form.cells[cell]?.path ?? []),
    equations: cause.concerns,
    repairs,
  };
}

// What an equation says, at its total; where the finding is at the total, at what is added up to it.
function besides(equation: Finding, at: Span): Related {
  const [addends] = equation.related;
  const { span, message } = relatedTo(equation);
  return { span: addends && span.start === at.start ? addends.span : span, message };
}

// What fails whatever a mark means comes before what fails with it as 0, then what speaks of the least.
const weightOf = (form: Form, { rule, equations: [equation = -1] }: Finding): number =>
  widthOf(form, equation) + (rule === underMark ? form.cells.length : 0);

/** Says what a cause rests on where one of its findings does: a mark that is taken for 0. Empty where none does. */
const assumptionOf = ({ under }: Workshop, originals: readonly Finding[]): string =>
  under && originals.some(({ rule }) => rule === underMark) ? `${assumptionInWords(under.mark)}，` : '';

// How much an equation speaks of: those within one row come before all others.
function widthOf({ cells, equations }: Form, index: number): number {
  const { left = [], right = [] } = equations[index] ?? {};
  const all = [...left, ...right];
  return new Set(all.map((cell) => cells[cell]?.row)).size === 1 ? 0 : all.length;
}

function messageOf(shop: Workshop, { broken }: Diagnosis, cause: Cause): string {
  const { alternatives, tied, concerns } = cause;
  const [best = []] = alternatives;
  const changes = changesOf(best);
  const mended = mendedBy(shop.sheet, broken, changes).length;
  const effect = effectIn(best, { mended, concerned: concerns.length });
  const support = supportIn(shop.sheet, shop.evidence, changes);
  const confirmed = support ? '' : confirmedIn(shop, cause);
  const end = support + (confirmed && `；${confirmed}`);
  const words = alternatives.slice(0, tied).map((operations) => causeIn(shop.report, operations));
  if (tied === 1) {
    const more = alternatives.length - tied;
    // A figure that is stated as it would be leaves less doubt than several of which but some are.
    const isSure = end !== '' && (best.length === 1 || isAsLastYear(shop.evidence, changes));
    const others = more > 0 && !isSure ? `；另有 ${more} 种改法也能成立，可能性较小` : '';
    return words.join('') + (effect && `：${effect}`) + end + others;
  }
  const single = alternatives.slice(0, tied).every(({ length }) => length === 1);
  const count = `${tied === 2 ? '两' : '三'}${single ? '处' : '种改法'}都可能`;
  return `${count}：${words.join('；或者')}。改其一，${mended} 处勾稽关系就成立${end}`;
}

// Offers what a cell without a figure should say at the findings that miss it.
function withFill(shop: Workshop, diagnosis: Diagnosis, cause: Cause, all: readonly Finding[]): Finding[] {
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
