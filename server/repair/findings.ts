import type { Form } from '../form/form';
import type { Finding, Related } from '../report/finding';
import { clauses, remarks } from '../report/told';
import { assumptionInWords } from '../report/zero-mark';
import { deepFreeze } from '../rules/check';
import { isOfUnfilled } from '../rules/drafting';
import type { Context } from '../rules/rule';
import { underZeroMark } from '../rules/under-mark';
import { mark, said, say, sentence } from '../text/say';
import type { Span } from '../text/span';
import { sameLastYear, withCause } from './carried';
import { type Cause, causesOf, mendedBy } from './causes';
import { consequencesOf } from './consequences';
import { evidenceOf, isAsLastYear, placesLastYear, supportIn } from './evidence';
import { type Diagnosis, diagnose } from './explain';
import { figuresOf } from './figures';
import { incidenceOf } from './incidence';
import { withFill } from './lost-figures';
import { offersOf, type Workshop } from './offers';
import { confirmedIn, isAbout, isOpen, leftAtTotals, placeIn, relatedTo, underMark } from './open';
import { type Claim, changesOf, type Evidence, metBy } from './rank';
import { causeIn, effectIn } from './sentences';
import { type Change, isOff, sheetOf } from './sheet';
import { isVetted, vetted } from './vetted';

/** Which findings tell of broken equations: one at what is to blame, or besides it also one at every total. */
export type EquationFindings = 'cause' | 'all';

interface Supplied extends Evidence {
  readonly equations?: EquationFindings | undefined;
}

/** Findings with their causes, and the same findings, in the same order, with what can be done about them. */
export interface Explained {
  /** Their repairs are not those that are offered. */
  readonly findings: readonly Finding[];
  /** Proves the repairs, each of which has the text read again, and answers the findings with those that hold. */
  readonly withRepairs: () => readonly Finding[];
}

/** The findings with their causes and with repairs: see `explainFindings`. */
export const repairFindings = (
  context: Context,
  findings: readonly Finding[],
  supplied: Supplied = {},
): readonly Finding[] => explainFindings(context, findings, supplied).withRepairs();

/**
 * The findings with their causes: where broken equations are explained by something other than their totals, one finding at the
 * guilty cell stands for those of the equations; where they are not, the totals keep them. What a lost cell should say is offered
 * at the finding that misses it. What the report's narrative and last year's report state is evidence, unless other evidence is
 * supplied. Answers `findings` themselves where no equation is in question.
 */
export function explainFindings(
  context: Context,
  findings: readonly Finding[],
  { equations = 'cause', ...supplied }: Supplied = {},
): Explained {
  const { report } = context;
  const under = underZeroMark(report);
  const { figures: read, assumed } = figuresOf(report, under);
  const isToCome = (cell: number): boolean => isOfUnfilled(context, [report.form.cells[cell]?.path ?? '']);
  const figures = read.map((figure, cell) => (isToCome(cell) ? null : figure));
  const isInQuestion = report.form.equations.some((equation) => isOff(equation, figures));
  if (!isInQuestion && !findings.some(isVetted)) return { findings, withRepairs: () => findings };
  const without = new Set(report.cells.flatMap(({ kind }, index) => (kind === 'merged' ? [index] : [])));
  const sheet = sheetOf(incidenceOf(report.form, without), figures, assumed);
  const evidence: Evidence = { ...evidenceOf(context), ...supplied };
  const keepsAll = equations === 'all';
  const shop = { ...context, sheet, evidence, under, keepsAll, known: new Map() };
  const diagnoses = diagnose(sheet, evidence);
  const told = (isOffering: boolean): readonly Finding[] =>
    diagnoses.reduce<readonly Finding[]>(
      (before, diagnosis) => tell({ ...shop, isOffering }, diagnosis, before),
      findings,
    );
  return {
    findings: inOrder(told(false)),
    withRepairs: () => inOrder(vetted({ ...shop, isOffering: true }, told(true))),
  };
}

// By their places, as those of the rules; the sort is stable.
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  deepFreeze(findings.toSorted((a, b) => a.span.start - b.span.start));

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
    const message = support ? say`${base.message}；改正后${support}` : base.message;
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
    message: sentence(remarks([...assumptionOf(shop, originals), messageOf(shop, diagnosis, cause)])),
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

/** Says what a cause rests on where one of its findings does: a mark that is taken for 0. None where none does. */
const assumptionOf = ({ under }: Workshop, originals: readonly Finding[]): string[] =>
  under && originals.some(({ rule }) => rule === underMark) ? [assumptionInWords(under.mark)] : [];

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
  const words = alternatives.slice(0, tied).map((operations) => causeIn(shop.report, operations));
  if (tied === 1) {
    const more = alternatives.length - tied;
    // A figure that is stated as it would be leaves less doubt than several of which but some are.
    const isSure =
      (support || confirmed) !== '' && (best.length === 1 || isAsLastYear(shop.evidence, changes));
    const others = more > 0 && !isSure ? say`另有 ${more} 种改法也能成立，可能性较小` : '';
    const told = effect ? say`${words.join('')}：${effect}` : words.join('');
    return withAll(told, support, confirmed, others);
  }
  const single = alternatives.slice(0, tied).every(({ length }) => length === 1);
  const count = said(choices[tied === 2 ? 'two' : 'three'][single ? 'places' : 'ways']);
  const all = words.join(said(or));
  return withAll(say`${count}：${all}。改其一，${mended} 处勾稽关系就成立`, support, confirmed);
}

const choices = {
  two: { places: mark`两处都可能`, ways: mark`两种改法都可能` },
  three: { places: mark`三处都可能`, ways: mark`三种改法都可能` },
} as const;

const or = mark`；或者`;

// What is told, what supports it, and what else there is to say; the empty of them left out.
const withAll = (told: string, support: string, ...more: readonly string[]): string =>
  clauses([remarks([told, support].filter(Boolean)), ...more].filter(Boolean));
