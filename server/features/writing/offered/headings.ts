import type { SectionId } from '../../../form/form';
import { overviewParts, partNumber, problemParts } from '../../../form/written';
import { aspects } from '../../../rules/document/support/aspects';
import {
  bare,
  headed,
  numeralValue,
  officialNumber,
  officialWording,
} from '../../../rules/structure/support/headings';
import { mark, said, say } from '../../../text/say';
import { begins, isTyped, nextFirst, type Offer, type Spot } from './spot';

/** The official headings that the report lacks, the next one first. Empty where no line is begun, and between the rows of a table. */
export function headingOffers(spot: Spot): Offer[] {
  const { analysis, line, lead, style } = spot;
  const isInside = analysis.report.tables.some(({ span }) => span.start < line.start && line.end < span.end);
  if (!spot.endsLine || lead.includes('|') || isInside) return [];
  const standing = headed(analysis.report).filter(({ heading }) => !isTyped(heading.span, line));
  const isBefore = (id: string): boolean =>
    standing.some(({ section, heading }) => section.id === id && heading.span.end <= line.start);
  const sign = lead === '' ? style.lead : '';
  return nextFirst(style.form.sections, ({ id }) => isBefore(id))
    .filter(({ id }) => !standing.some(({ section }) => section.id === id))
    .flatMap((section): Offer[] => {
      const wording = officialWording(analysis, section);
      const label = `${officialNumber(section)}${wording}`;
      if (!begins(spot, line, label, wording)) return [];
      const detail = say`第${officialNumber(section).slice(0, -1)}部分的标题，还没有写`;
      return [{ kind: 'heading', label, text: `${sign}${label}`, span: line, detail }];
    });
}

const numbered = /^\(([一二三四五六七八九十])\)/u;

/** A part of a section: what it is called, and what names it in a heading. */
interface Part {
  readonly name: string;
  readonly heading: RegExp | undefined;
  /** Marked. */
  readonly detail: string;
}

/** The parts of the sections that have some. */
const partsOf: Readonly<Partial<Record<SectionId, readonly Part[]>>> = {
  overview: overviewParts.map((name, index) => ({
    name,
    heading: aspects[index]?.heading,
    detail: mark`总体情况的五个方面之一，还没有写（国办公开办函〔2021〕30号）`,
  })),
  problems: [/问题|不足|困难/u, /改进|整改|措施|打算/u].map((heading, index) => ({
    name: problemParts[index] ?? '',
    heading,
    detail: mark`第五部分要写问题，也要写改进的情况，还没有写`,
  })),
};

/** The parts of the section at the place that it lacks, with the next number; empty where it has none. */
export function partOffers(spot: Spot): Offer[] {
  const { analysis, line, section } = spot;
  const parts = section && partsOf[section.id];
  if (!parts || !spot.endsLine || spot.lead.includes('|')) return [];
  const lines = linesIn(analysis.text, section.start, line.start);
  const all = [...lines, ...linesIn(analysis.text, line.end, section.end)];
  const number = Math.max(0, ...lines.map((each) => numeralValue(numbered.exec(each)?.[1] ?? '')));
  return parts.flatMap(({ name, heading, detail }): Offer[] => {
    if (number >= 6 || all.some((each) => isHeading(each) && heading?.test(each))) return [];
    const label = `${partNumber(number + 1)}${name}`;
    if (!begins(spot, line, label, name)) return [];
    return [{ kind: 'heading', label, text: `${label}。`, span: line, detail: said(detail) }];
  });
}

/** What stands before the first stop of each line, for comparison. */
const linesIn = (text: string, start: number, end: number): string[] =>
  text
    .slice(start, end)
    .split(/\r\n?|\n/u)
    .map((line) => bare(line).split(/[.:,]/u)[0] ?? '');

const longestHeading = 16;

/** Whether a line begins with a number, or is nothing but a name. */
const isHeading = (line: string): boolean => numbered.test(line) || line.length <= longestHeading;
