import type { Form } from '../form/form';
import type { Finding, Related } from '../report/finding';
import type { Report } from '../report/report';
import { cellInWords, clauses } from '../report/told';
import { say, sentence } from '../text/say';
import type { Cause } from './causes';
import { type Diagnosis, mostTied } from './explain';
import { offersOf, type Workshop } from './offers';
import { changesOf, spoiltBy } from './rank';
import { asFound } from './sentences';

// Of causes that cannot be told apart the totals speak, and list what it may be.

/** The rule on sums that fail once the report's mark for 0 is taken as 0: it speaks of equations of all kinds. */
export const underMark = 'zero-mark-total';

/** So many places are listed of causes that cannot be told apart. */
const mostPlaces = 50;

/** Says whether so many causes are as likely that the totals have to speak. */
export const isOpen = ({ tied }: Cause): boolean => tied > mostTied;

/** Says whether a finding is one of the rules on sums at one of `equations`. */
export function isAbout(form: Form, equations: readonly number[], finding: Finding): boolean {
  const [equation, ...more] = finding.equations;
  if (equation === undefined || more.length > 0 || !equations.includes(equation)) return false;
  return finding.rule === underMark || form.equations[equation]?.rule === finding.rule;
}

/** Those of the rules' own findings at equations that stay, also where another cause has a part in them, with what hangs together. */
export function leftAtTotals(
  shop: Workshop,
  diagnosis: Diagnosis,
  causes: readonly Cause[],
  own: readonly Finding[],
): Finding[] {
  const { form } = shop.report;
  const open = causes.filter(isOpen);
  const all = [diagnosis.unexplained, ...open.map(({ concerns }) => concerns)];
  const left = own.filter((finding) => all.some((equations) => isAbout(form, equations, finding)));
  const noted = withNote(left, (finding) => isAbout(form, diagnosis.unexplained, finding));
  return open.reduce((before, cause) => withChoice(shop, diagnosis, cause, before), noted);
}

// Says at the first of several findings that they hang together and that nothing tells where the error is.
function withNote(all: readonly Finding[], concerns: (finding: Finding) => boolean): Finding[] {
  const [first, ...others] = all.filter(concerns);
  if (!first || others.length === 0) return [...all];
  const noted: Finding = {
    ...first,
    message: say`${first.message}；与另外 ${others.length} 处一起看，不能断定是哪一格`,
    related: [...first.related, ...others.map(relatedTo)],
  };
  return all.map((finding) => (finding === first ? noted : finding));
}

// Says at the first of the findings which cells may be wrong, and offers the first few ways to put them right.
function withChoice(shop: Workshop, diagnosis: Diagnosis, cause: Cause, all: readonly Finding[]): Finding[] {
  const { form, cells } = shop.report;
  const [first, ...others] = all.filter((finding) => isAbout(form, cause.concerns, finding));
  if (!first) return [...all];
  const confirmed = confirmedIn(shop, cause);
  const choice = say`${cause.tied} 种改法同样可能，不能断定是哪一格`;
  const told = confirmed ? say`${confirmed}，${choice}` : choice;
  const offers = offersOf(shop, diagnosis, cause);
  const changes = cause.alternatives.slice(0, cause.tied).flatMap(changesOf);
  const places = [...new Set(changes.map(({ cell }) => cell))].slice(0, mostPlaces);
  const noted: Finding = {
    ...first,
    message: clauses([
      first.message,
      others.length > 0 ? say`与另外 ${others.length} 处一起看，${told}` : told,
    ]),
    related: [
      ...places.map((cell) => ({
        span: cells[cell]?.span ?? first.span,
        message: placeIn(shop.report, cause, cell),
      })),
      ...others.map(relatedTo),
      ...first.related,
    ],
    repairs: offers.length > 0 ? offers : first.repairs,
  };
  return all.map((finding) => (finding === first ? noted : finding));
}

/** What a finding says, as related information of another. */
export const relatedTo = ({ span, message }: Finding): Related => ({ span, message });

/** What a cell that a cause speaks of says, and what it should. */
export function placeIn(report: Report, { alternatives, tied }: Cause, cell: number): string {
  const changes = alternatives.slice(0, tied).flatMap(changesOf);
  const change = changes.find((each) => each.cell === cell) ?? { cell, from: null, to: 0 };
  const [where, found] = [sentence(cellInWords(report.form, cell)), asFound(report, change)];
  return tied > 1
    ? say`${where}现为${found}，或应为 ${change.to}`
    : say`${where}现为${found}，应为 ${change.to}`;
}

/** The figure that would account for a cause, but for the narrative, which confirms it as it stands; empty where there is none. */
export function confirmedIn({ sheet, evidence, report }: Workshop, { alternatives, tied }: Cause): string {
  const { narrative = [] } = evidence;
  for (const operations of alternatives.slice(tied)) {
    const [change, ...more] = changesOf(operations);
    if (!change || more.length > 0 || spoiltBy(sheet, [change], narrative) === 0) continue;
    return say`${cellInWords(report.form, change.cell)}的 ${change.from ?? 0} 与正文所述一致`;
  }
  return '';
}
