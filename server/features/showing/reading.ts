import type { Analysis } from '../../analysis';
import { countNumerals, type Numeral, type NumeralCounts, numeralsOf } from '../../census/numeral-census';
import type { NumeralClass } from '../../report/numeral';
import { type Cell, type Report, valueOf } from '../../report/report';
import { cellOfTable } from '../../report/told';
import { mark, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { claimInWords } from '../explaining/claim-hover';
import { apart, formWords } from '../places/words';

/** A stretch of a text and what it was read as, in words. */
export interface Mark {
  readonly span: Span;
  readonly class: NumeralClass;
  readonly description: string;
}

/** How a text was read: marks that do not overlap, in the order of the text, and how many numerals each class has. */
export interface Reading {
  readonly marks: readonly Mark[];
  readonly numerals: NumeralCounts;
}

/** Shows how a text was read, place by place: cells, labels, headings, and all numerals with their classes. Made for who asks. */
export function readingOf(analysis: Analysis): Reading {
  const { report, text } = analysis;
  const numerals = numeralsOf(report, text);
  const isPart = ({ class: kind }: Numeral): boolean => kind === 'heading' || kind === 'label';
  const layers = [
    cellMarks(report, text),
    numerals.filter((each) => !isPart(each)).flatMap((each) => numeralMark(report, each)),
    sayings(report),
    words(report, text),
    numerals.filter(isPart).flatMap((each) => numeralMark(report, each)),
  ];
  return { marks: apart(layers.flat(), text), numerals: countNumerals(numerals) };
}

function cellMarks(report: Report, text: string): Mark[] {
  return report.cells.flatMap((cell, index): Mark[] => {
    const { span } = cell;
    if (span.end <= span.start) return [];
    const description = say`${cellOfTable(report.form, index)}：${saying(cell, text)}`;
    return [{ span, class: 'cell', description }];
  });
}

function saying(cell: Cell, text: string): string {
  if (cell.kind === 'count') return String(cell.value);
  const printed = text.slice(cell.span.start, cell.span.end).trim();
  const value = valueOf(cell);
  return value === null ? say`“${printed}”，没有数` : say`“${printed}”，读作 ${value}`;
}

/** What a numeral is, where no cell says more of it. */
const inWords: Readonly<Record<Exclude<NumeralClass, 'cell'>, string>> = {
  heading: mark`标题的序号`,
  label: mark`表格标签里的序号、条款`,
  date: mark`日期、时间`,
  reference: mark`条款、文号、名称里的数`,
  claim: mark`与同一句里的数核对`,
  'other-claim': mark`其他事项的数量，表格里没有`,
  contact: mark`联系方式、地址`,
  ordinal: mark`序号、名次、页码`,
  unplaced: mark`在表格里，但没有归入任何一格`,
  unread: mark`在没有读的部分`,
  unexplained: mark`没有识别出是什么数`,
};

const numeralMark = (report: Report, { span, class: kind, claim }: Numeral): Mark[] =>
  kind === 'cell'
    ? []
    : [{ span, class: kind, description: claim ? claimInWords(report, claim) : said(inWords[kind]) }];

/** Words that say none or all, with what they were compared with. */
const sayings = (report: Report): Mark[] =>
  report.claims
    .filter(({ kind }) => kind !== 'number')
    .map((claim) => ({ span: claim.span, class: 'claim', description: claimInWords(report, claim) }));

const words = (report: Report, text: string): Mark[] =>
  formWords(report, text).map(({ span, kind, description }) => ({
    span,
    class: kind === 'heading' ? kind : 'label',
    description,
  }));
