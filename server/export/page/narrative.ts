import { claimInWords } from '../../features/claim-hover';
import { tableIds } from '../../form/form';
import { agreementOf, type Claim, isTelling } from '../../report/claim';
import { type SectionReading, tableReading } from '../../report/report';
import { linesWithin } from '../../text/lines';
import { plainIn } from '../../text/plain';
import type { Span } from '../../text/span';
import { element, type Markup } from './markup';
import { placeOf, type Subject } from './subject';
import { tableOfReport } from './tables';

/** The sections of a report: their text with what it states underlined, and their tables as the form prints them. */
export function sectionsOfReport(subject: Subject): Markup[] {
  return subject.report.sections.map((section) => {
    const { id, heading } = section;
    const table = tableIds.find((each) => each === id);
    const own = subject.report.form.sections.find((each) => each.id === id);
    const title = heading ? plainIn(subject.report.shown, heading.span) : `（没有标题）${own?.heading ?? ''}`;
    return element(
      'section',
      { class: 'part' },
      element('h2', { 'data-at': placeOf(subject, heading?.span ?? section.span) }, title),
      prose(subject, section),
      table ? tableOfReport(subject, table) : '',
    );
  });
}

/** The paragraphs of a section, without its tables. */
function prose(subject: Subject, { body }: SectionReading): Markup[] {
  const tables = tableIds.flatMap((id) => tableReading(subject.report, id)?.span ?? []);
  return without(body, tables).flatMap((stretch) =>
    paragraphsIn(subject, stretch).flatMap((paragraph) => {
      const words = pieces(subject, paragraph);
      return words.length > 0 ? element('p', { 'data-at': placeOf(subject, paragraph) }, words) : [];
    }),
  );
}

/** Shorter lines are not broken by the width of a page. */
const shortest = 20;
const ending = /[。！？；：.!?;:…]$/u;
const beginning =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]是)/u;
const pageNumber = /^[-—–－]\s*\d{1,3}\s*[-—–－]$/u;

/** What a table between bars has before its first row and behind its last. */
const tableRow = /^[|｜]/u;

/** The paragraphs of a stretch: its lines, those that the width of a page has broken put together, and none for a page's number. */
function paragraphsIn({ report, text }: Subject, stretch: Span): Span[] {
  const paragraphs: Span[] = [];
  let isOpen = false;
  for (const line of linesWithin(text, stretch)) {
    const words = plainIn(report.shown, line).trim();
    if (words === '' || pageNumber.test(words) || tableRow.test(words)) continue;
    const last = paragraphs.at(-1);
    if (isOpen && last && !beginning.test(words))
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push(line);
    isOpen = words.length >= shortest && !ending.test(words);
  }
  return paragraphs;
}

/** What is left of a span without others. */
function without({ start, end }: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.end <= from || other.start >= end) continue;
    if (other.start > from) left.push({ start: from, end: other.start });
    from = other.end;
  }
  if (from < end) left.push({ start: from, end });
  return left;
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

/** What a reader sees of a stretch, with its blanks but without its breaks. */
const seen = (shown: string, { start, end }: Span): string =>
  shown
    .slice(start, end)
    .split('\n')
    .filter((line) => !pageNumber.test(line.trim()))
    .map((line, at, lines) => (at > 0 ? line.trimStart() : lines.length > 1 ? line.trimEnd() : line))
    .join('')
    .replace(/\0/gu, '');

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
