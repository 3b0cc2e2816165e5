import { claimInWords } from '../../features/explaining/claim-hover';
import { tableIds } from '../../form/form';
import { agreementOf, isTelling } from '../../report/agreement';
import type { Claim } from '../../report/claim';
import type { SectionReading } from '../../report/report';
import { plainIn } from '../../text/plain';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { isTitleAgain, openingOf } from '../blocks';
import { paragraphsOf, seen } from '../paragraphs';
import { element, type Markup } from './markup';
import { inItsTongue, placeOf, type Subject } from './subject';
import { tableOfReport } from './tables';

/** What a report says before its first section, as on what law it is made and for which time. */
export function openingOfReport(subject: Subject): Markup | string {
  const { report } = subject;
  const words = paragraphsOf(subject, openingOf(subject))
    .filter((paragraph) => !isTitleAgain(report, seen(report.shown, paragraph).trim()))
    .flatMap((paragraph) => paragraphOf(subject, paragraph));
  return words.length > 0 ? element('section', { class: 'part', ...inItsTongue() }, words) : '';
}

/** The sections of a report: their text with what it states underlined, and their tables as the form prints them. */
export function sectionsOfReport(subject: Subject): Markup[] {
  return subject.report.sections.map((section) => {
    const { id, heading } = section;
    const table = tableIds.find((each) => each === id);
    const own = subject.report.form.sections.find((each) => each.id === id);
    const title = heading
      ? plainIn(subject.report.shown, heading.span)
      : say`（没有标题）${own?.heading ?? ''}`;
    return element(
      'section',
      { class: 'part', ...inItsTongue() },
      element('h2', { 'data-at': placeOf(subject, heading?.span ?? section.span) }, title),
      prose(subject, section),
      table ? tableOfReport(subject, table) : '',
    );
  });
}

/** The paragraphs of a section, without its tables. */
const prose = (subject: Subject, { body }: SectionReading): Markup[] =>
  paragraphsOf(subject, body).flatMap((paragraph) => paragraphOf(subject, paragraph));

/** A paragraph as it is drawn; none where a reader sees nothing. */
function paragraphOf(subject: Subject, paragraph: Span): readonly Markup[] {
  const words = pieces(subject, paragraph);
  return words.length > 0 ? [element('p', { 'data-at': placeOf(subject, paragraph) }, words)] : [];
}

/** A paragraph with its claims marked; empty where a reader sees nothing. */
function pieces(subject: Subject, line: Span): (Markup | string)[] {
  const { report } = subject;
  if (plainIn(report.shown, line) === '') return [];
  const words: (Markup | string)[] = [];
  let from = line.start;
  for (const claim of claimsIn(subject, line)) {
    if (claim.span.start < from) continue;
    words.push(seen(report.shown, { start: from, end: claim.span.start }), stated(subject, claim));
    from = claim.span.end;
  }
  words.push(seen(report.shown, { start: from, end: line.end }));
  return words;
}

const claimsIn = ({ report }: Subject, { start, end }: Span): Claim[] =>
  report.claims
    .filter((claim) => start <= claim.span.start && claim.span.end <= end && isTelling(report, claim))
    .sort((a, b) => a.span.start - b.span.start);

const stated = (subject: Subject, claim: Claim): Markup =>
  element(
    'span',
    {
      class: `claim ${agreementOf(subject.report, claim)}`,
      title: claimInWords(subject.report, claim),
      'data-at': placeOf(subject, claim.span),
    },
    seen(subject.report.shown, claim.span),
  );
