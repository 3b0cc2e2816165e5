import type { Section } from '../../form/form';
import type { Edit } from '../../report/finding';
import { lineBreak, lineEnd, lineStart } from '../place';
import type { Context } from '../rule';
import { headed, officialNumber, officialWording } from './headings';

/**
 * The edit that puts the official heading of a section on a line of its own before the line of `offset`, as the other headings
 * of the text stand: behind the same indent or Markdown sign, with a blank line after it where they have one. Answers
 * undefined inside HTML, where a heading is more than a line.
 */
export function headingEdit(context: Context, section: Section, offset: number): Edit | undefined {
  const { text } = context;
  const model = headed(context.report)[0]?.heading.span;
  const lead = model ? text.slice(lineStart(text, model.start), model.start) : '';
  if (lead.includes('<')) return undefined;
  const end = lineBreak(text);
  // Behind the last line, which may lack its end, the heading needs one first.
  const before = text.slice(lineStart(text, offset), offset);
  // Behind words of its own line a section begins a line of its own too, as where a copy has lost its line breaks.
  const last = (offset === text.length && before !== '') || /[\p{L}。]/u.test(before);
  const at = last ? offset : lineStart(text, offset);
  const indent = /^(?:#{1,6}[ \t]+|\s*)$/u.test(lead) ? lead : '';
  const heading = `${indent}${officialNumber(section)}${officialWording(context, section)}`;
  const below = model ? lineEnd(text, model.end) + end.length : text.length;
  const blank = below < text.length && text.slice(below, lineEnd(text, below)).trim() === '' ? end : '';
  return { span: { start: at, end: at }, newText: `${last ? end : ''}${heading}${end}${blank}` };
}
