import { fold } from '../../../text/fold';
import { lineIn } from '../../../text/plain';
import type { Span } from '../../../text/span';
import { lineStart } from '../../place';
import type { Context } from '../../rule';
import { bare, type Headed, headed, officialNumber } from './headings';
import { faultOf } from './numbers';

/** So many headings with one fault show that it is the text's way of numbering, and no slip. */
const fewestAlike = 3;

/**
 * Whether numbers of headings can be put right without a look: the headings are known ones, no sub-points to be numbered among their
 * like, and each number is free. `all` have the same fault.
 */
export const areSettled = (context: Context, all: readonly Headed[]): boolean =>
  all.every((each) => isSettled(context, each, all.length >= fewestAlike));

function isSettled(context: Context, each: Headed, isHabit: boolean): boolean {
  const { heading } = each;
  const printed = bare(lineIn(context.report.shown, heading.number));
  if (heading.label === undefined || (/^\(/u.test(printed) && !isHabit)) return false;
  return (printed !== '' || isFirst(context, heading.wording)) && isFree(context, each);
}

/** Whether no word, number or list counts the line before a heading, and no piece of a number stands in it. */
const isFirst = ({ text }: Context, { start }: Span): boolean =>
  /^[\p{L}\d]/u.test(text.slice(start, start + 2)) &&
  !/[\p{L}\d]|<li/u.test(fold(text.slice(lineStart(text, start), start)).replace(/<(?!li)[^<>]*>/giu, ''));

/** Whether no other line has a heading's official number already: not a row of a table, nor a heading that is to be put right too. */
function isFree(context: Context, { section, heading }: Headed): boolean {
  const { report, text } = context;
  const number = officialNumber(section);
  const faulty = headed(report).filter((each) => faultOf(context, each) !== undefined);
  const passed = [
    ...report.tables.map(({ span }) => span),
    heading.span,
    ...faulty.map((each) => each.heading.span),
  ];
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + number.length)) {
    if (passed.some(({ start, end }) => start <= at && at < end)) continue;
    if (/^[\s#*>]*$/u.test(text.slice(lineStart(text, at), at))) return false;
  }
  return true;
}
