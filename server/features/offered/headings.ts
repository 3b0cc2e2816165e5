import { overviewParts, partNumber } from '../../form/written';
import { aspects } from '../../rules/document/aspects';
import { bare, headed, numeralValue, officialNumber, officialWording } from '../../rules/structure/headings';
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
      const detail = `第${officialNumber(section).slice(0, -1)}部分的标题，还没有写`;
      return [{ kind: 'heading', label, text: `${sign}${label}`, span: line, detail }];
    });
}

const numbered = /^\(([一二三四五六七八九十])\)/u;

/** The parts of 总体情况 that it lacks, with the next number; empty outside of it. */
export function partOffers(spot: Spot): Offer[] {
  const { analysis, line, section } = spot;
  if (section?.id !== 'overview' || !spot.endsLine || spot.lead.includes('|')) return [];
  const lines = linesIn(analysis.text, section.start, line.start);
  const all = [...lines, ...linesIn(analysis.text, line.end, section.end)];
  const number = Math.max(0, ...lines.map((each) => numeralValue(numbered.exec(each)?.[1] ?? '')));
  return overviewParts.flatMap((name, index): Offer[] => {
    const heading = aspects[index]?.heading;
    if (number >= 6 || all.some((each) => isHeading(each) && heading?.test(each))) return [];
    const label = `${partNumber(number + 1)}${name}`;
    if (!begins(spot, line, label, name)) return [];
    const detail = '总体情况的五个方面之一，还没有写（国办公开办函〔2021〕30号）';
    return [{ kind: 'heading', label, text: `${label}。`, span: line, detail }];
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
