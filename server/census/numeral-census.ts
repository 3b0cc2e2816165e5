import { chineseNumerals, wordsReadings } from '../parse/narrative/words/numeral-classes';
import { type Prose, proseOf, spanIn } from '../parse/narrative/words/prose';
import type { Item } from '../parse/tokens/item';
import { itemsOf } from '../parse/tokens/labelled-tokens';
import type { View } from '../parse/view/source-cells';
import { viewOf } from '../parse/view/view';
import type { Claim } from '../report/claim';
import { type NumeralClass, numeralClasses } from '../report/numeral';
import { figuresOf } from '../report/relation';
import type { Report } from '../report/report';
import { fold } from '../text/fold';
import type { Span } from '../text/span';
import { digitRuns, hasDigit } from './digit-runs';

/** A numeral of a text: a run of digits with its thousands and decimals, or Chinese characters that stand for a number. */
export interface Numeral {
  readonly span: Span;
  readonly class: NumeralClass;
  /** Of a cell: its index in the form. */
  readonly cell?: number;
  /** Of a claim that is held against the tables: which. */
  readonly claim?: Claim;
}

/** How many numerals of each class; every class is there. */
export type NumeralCounts = Readonly<Record<NumeralClass, number>>;

/**
 * Accounts for every numeral of a text: each is in exactly one class, each digit that the text shows (and not its markup) in exactly
 * one numeral. In the order of the text. Costs as much as a second reading: for who asks, not for every keystroke.
 */
export function numeralsOf(report: Report, text: string): Numeral[] {
  const seen = viewOf(text);
  const { text: view } = seen;
  const folded = fold(view);
  const end = report.unread?.start ?? text.length;
  const prose = proseOf(view.slice(0, end), 0, [], report.sections);
  const classes = classesOf(report, { seen, prose, end });
  const account = new Account(text.length);
  for (const numeral of figures(report, folded)) account.take(numeral);
  for (const numeral of claimsInChinese(report, folded)) account.take(numeral);
  for (const { start, end, kind } of chineseNumerals(prose.text)) {
    const span = spanIn(prose, start, end);
    account.take({ span, class: classes.at(span.start) ?? inTable(report, span.start, kind) });
  }
  for (const span of digitRuns(text, folded, account.taken)) {
    account.take({ span, class: classes.at(span.start) ?? 'unexplained' });
  }
  return withClaims(report, account.numerals).sort((a, b) => a.span.start - b.span.start);
}

/** Counts numerals by their classes. */
export function countNumerals(numerals: readonly Numeral[]): NumeralCounts {
  const counts = Object.fromEntries(numeralClasses.map((each) => [each, 0])) as Record<NumeralClass, number>;
  for (const numeral of numerals) counts[numeral.class]++;
  return counts;
}

/** The numerals so far, none over another: the first that takes a place keeps it. */
class Account {
  readonly numerals: Numeral[] = [];
  private readonly places: Uint8Array;

  constructor(length: number) {
    this.places = new Uint8Array(length);
  }

  readonly taken = (at: number): boolean => this.places[at] === 1;

  take(numeral: Numeral): void {
    const { start, end } = numeral.span;
    if (start >= end || this.places.subarray(start, end).includes(1)) return;
    this.places.fill(1, start, end);
    this.numerals.push(numeral);
  }
}

/** For every place of a text the class of a numeral there; the first that covers a place tells. */
class Classes {
  private readonly codes: Uint8Array;

  constructor(length: number) {
    this.codes = new Uint8Array(length);
  }

  at(place: number): NumeralClass | undefined {
    return numeralClasses[(this.codes[place] ?? 0) - 1];
  }

  cover({ start, end }: Span, kind: NumeralClass): void {
    const code = numeralClasses.indexOf(kind) + 1;
    for (let at = start; at < end; at++) if (this.codes[at] === 0) this.codes[at] = code;
  }
}

/** A count is one numeral, however its digits are grouped or parted. */
function* figures({ cells }: Report, folded: string): Iterable<Numeral> {
  for (const [cell, { kind, span }] of cells.entries()) {
    if (kind !== 'count') continue;
    const figure = /\d(?:[\s\S]*\d)?/u.exec(folded.slice(span.start, span.end));
    const start = span.start + (figure?.index ?? 0);
    yield { span: { start, end: figure ? start + figure[0].length : span.end }, class: 'cell', cell };
  }
}

/** Words are numerals where a claim or relation counts with them, whatever stands around. */
function* claimsInChinese(report: Report, folded: string): Iterable<Numeral> {
  for (const span of checkedSpans(report)) if (!hasDigit(folded, span)) yield { span, class: 'claim' };
}

/** The numbers of the narrative that are held against something: by what the words say, whatever the numbers are. */
function checkedSpans({ claims, relations }: Report): Span[] {
  const related = relations.flatMap((relation) => {
    if (relation.kind === 'parts') return [relation.whole, ...relation.listed];
    if (relation.kind === 'share') return relation.range ? [relation.part] : [relation.part, relation.share];
    if (relation.kind === 'share-list') return [...relation.parts, ...relation.shares];
    if (relation.kind === 'uncounted') return relation.range ? [] : [relation.share];
    if (relation.kind === 'trend' || relation.kind === 'compared') return figuresOf(relation);
    const { now, before, steps } = relation;
    return before || steps.length > 1 ? [now, ...(before ? [before] : []), ...steps.map(({ by }) => by)] : [];
  });
  return [...claims.filter(({ kind }) => kind === 'number'), ...related].map(({ span }) => span);
}

interface Read {
  readonly seen: View;
  readonly prose: Prose;
  /** How far the text was read. */
  readonly end: number;
}

function classesOf(report: Report, { seen, prose, end }: Read): Classes {
  const { text: view } = seen;
  const classes = new Classes(view.length);
  classes.cover({ start: end, end: view.length }, 'unread');
  for (const { kind, span } of report.cells)
    if (kind === 'count' || kind === 'text' || kind === 'mark') classes.cover(span, 'cell');
  for (const span of report.tables.flatMap(({ unplaced }) => unplaced)) classes.cover(span, 'unplaced');
  for (const span of checkedSpans(report)) classes.cover(span, 'claim');
  for (const { heading } of report.sections) if (heading) classes.cover(heading.span, 'heading');
  for (const item of itemsOf(seen).items) coverItem(classes, report, item, view);
  for (const { rows, columns } of report.tables) {
    for (const { label } of rows) if (label) classes.cover(label, 'label');
    for (const { span } of columns) classes.cover(span, 'label');
  }
  // In a table printed in one line its rows begin anywhere.
  for (const { 0: found, index } of prose.text.matchAll(/\d{1,2}(?=[.、]\p{Script=Han})/gu)) {
    const span = spanIn(prose, index, index + found.length);
    if (isInTable(report, span.start)) classes.cover(span, 'label');
  }
  for (const { start, end, kind } of wordsReadings(prose.text)) {
    const span = spanIn(prose, start, end);
    classes.cover(span, inTable(report, span.start, kind));
  }
  return classes;
}

/** What converters write over columns that have no name: 数据1, 数据2. */
const numberedName = /^\p{L}{1,4}\d{1,2}$/u;
const bare = (view: string, { start, end }: Span): string =>
  fold(view.slice(start, end)).replace(/[\s\0]/gu, '');

/** What the reader took for a label is one, wherever it stands; figures inside a table that it took for nothing are left over. */
function coverItem(classes: Classes, report: Report, { token, meanings }: Item, view: string): void {
  if (token.kind === 'furniture') classes.cover(token, 'ordinal');
  else if (meanings.length > 0)
    classes.cover(token, meanings.every(({ kind }) => kind === 'section') ? 'heading' : 'label');
  else if (token.kind === 'value' && isInTable(report, token.start)) classes.cover(token, 'unplaced');
  else if (token.kind === 'words' && numberedName.test(bare(view, token)) && isInTable(report, token.start))
    classes.cover(token, 'label');
}

const isInTable = ({ tables }: Report, at: number): boolean =>
  tables.some(({ span }) => span.start <= at && at < span.end);

/** Articles and numbers of items inside a table are those of its head and its rows. */
const inTable = (report: Report, at: number, kind: NumeralClass): NumeralClass =>
  (kind === 'reference' || kind === 'ordinal') && isInTable(report, at) ? 'label' : kind;

/** The numerals, those of claims that the tables can confirm with their claims. */
function withClaims({ claims }: Report, numerals: readonly Numeral[]): Numeral[] {
  const byStart = new Map(claims.map((claim) => [claim.span.start, claim]));
  return numerals.map((numeral) => {
    const claim = numeral.class === 'claim' ? byStart.get(numeral.span.start) : undefined;
    return claim ? { ...numeral, claim } : numeral;
  });
}
