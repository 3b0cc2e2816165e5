import type { Section } from '../../../form/form';
import { overviewParts } from '../../../form/written';
import type { Edit } from '../../../report/finding';
import { fold } from '../../../text/fold';
import { beginsLike } from '../../../text/likeness';
import { lineBreak, lineEnd, lineStart } from '../../place';
import type { Context } from '../../rule';
import { headed, numeralValue, officialNumber, officialWording } from './headings';

/** What headings stand behind where they are lines of their own: an indent, or a sign of Markdown. */
const ownLine = /^(?:#{1,6}[ \t]+|\s*)$/u;

/**
 * The edit that puts the official heading of a section on a line of its own before the line of `offset`, as the other headings
 * of the text stand: behind the same indent or Markdown sign, with a blank line after it where they have one. Answers
 * undefined inside HTML, where a heading is more than a line.
 */
export function headingEdit(context: Context, section: Section, offset: number): Edit | undefined {
  const { text } = context;
  const model = headed(context.report)[0]?.heading.span;
  const lead = model ? text.slice(lineStart(text, model.start), model.start) : '';
  if (lead.includes('<') || text.slice(lineStart(text, offset), offset).includes('<')) return undefined;
  const end = lineBreak(text);
  // Behind the last line, which may lack its end, the heading needs one first.
  const before = text.slice(lineStart(text, offset), offset);
  // Behind words of its own line a section begins a line of its own too, as where a copy has lost its line breaks.
  const last = (offset === text.length && before !== '') || /[\p{L}。]/u.test(before);
  const at = last ? offset : lineStart(text, offset);
  const indent = ownLine.test(lead) ? lead : '';
  const heading = `${indent}${officialNumber(section)}${officialWording(context, section)}`;
  const below = model ? lineEnd(text, model.end) + end.length : text.length;
  const blank = below < text.length && text.slice(below, lineEnd(text, below)).trim() === '' ? end : '';
  return { span: { start: at, end: at }, newText: `${last ? end : ''}${heading}${end}${blank}` };
}

/**
 * Whether nothing before `offset` can be the heading of a section in words or with a number of its own: what stands there is a whole
 * sentence, a table or another heading, and the headings of the text are lines of their own.
 */
export function lacksHeading({ report, text }: Context, section: Section, offset: number): boolean {
  const all = headed(report).map(({ heading }) => heading.span);
  // In running text, in a cell or behind a quote a line of its own may break something.
  if ([offset, ...all.map(({ start }) => start)].some((start) => !beginsLine(text, start))) return false;
  const spans = [
    ...all,
    ...report.tables.map(({ span }) => span),
    ...(report.title ? [report.title.span] : []),
  ];
  const from = Math.max(0, ...spans.filter(({ end }) => end <= offset).map(({ end }) => end));
  const between = fold(text.slice(from, offset)).replaceAll('\0', '').trim();
  const own = fold(text.slice(offset, lineEnd(text, offset)))
    .replaceAll('\0', '')
    .trim();
  const number = officialNumber(section);
  if (between.includes(number) || own.startsWith(number)) return false;
  const lines = between.split('\n').map(wordsOf);
  const near = [...lines.slice(-nearLines), wordsOf(own)];
  return !lines.some((line) => isPhrase(line) || isAlike(line, section)) && !near.some(bearsNumber(section));
}

/** So many lines above a place may be the heading of what stands there by their number alone. */
const nearLines = 3;

/** What a line says, without the signs that Markdown puts before it. */
const wordsOf = (line: string): string => line.trim().replace(/^[#*>\s]+/u, '');

/**
 * Whether a line has the number of a section in any form, （三） 3) ③, or stands behind a Chinese numeral as headings do, which may be the
 * wrong one (四）依申请公开情况), and is no part of the first section.
 */
const bearsNumber =
  (section: Section) =>
  (line: string): boolean => {
    const mark = numeral.exec(line)?.[1] ?? '';
    const value = numeralValue(mark) || Number(mark) || '①②③④⑤⑥'.indexOf(mark) + 1;
    const isPart = overviewParts.some(
      (part, at) => at + 1 === value && line.includes(part) && !section.heading.includes(part),
    );
    return mark !== '' && (value === section.number || headingMark.test(line)) && !isPart;
  };

const headingMark = /^[(第]?\s*[一二三四五六]\s*[、.)部]/u;
const numeral = /^[(第]?\s*([一二三四五六1-6①-⑥])(?![是\d])/u;

/** Whether the official heading of a section, or nearly, stands at the beginning of a line: a long one within it too. */
function isAlike(line: string, { heading }: Section): boolean {
  const words = line.replace(/\P{L}/gu, '').slice(0, longestLead);
  const most = Math.ceil(heading.length / 4);
  return beginsLike(words, heading.replace(/\P{L}/gu, ''), { most, anywhere: most > 1 }) !== undefined;
}

const longestLead = 40;

/** Whether a line begins with a few words that are set off from what follows, or ends without a mark. */
const isPhrase = (line: string): boolean =>
  /^[^ :.,;!?]{1,14}(?:[ :.]|$)/u.test(line) || /[^.;:!?)|"\d]$/u.test(line);

/** Whether only an indent, or a sign of Markdown, stands before a place in its line. */
const beginsLine = (text: string, at: number): boolean => ownLine.test(text.slice(lineStart(text, at), at));
