import { sectionReading } from '../../../report/report';
import { fold, foldUnit } from '../../../text/fold';
import type { Span } from '../../../text/span';
import { lineEnd } from '../../place';
import type { Context } from '../../rule';
import { bare, numeralValue } from './headings';

/** A line of section one that starts as a sub-heading does. */
export type Subheading =
  /** With a number: （二）. */
  | { readonly kind: 'numbered'; readonly span: Span; readonly number: number }
  /** With the name of an aspect that the notice asks for, and no number: 平台建设情况。 */
  | { readonly kind: 'named'; readonly span: Span };

// The aspects in the wordings that reports use.
const aspect =
  /^(?:政府信息公开|政府信息|政务公开|信息公开|信息)?(?:主动公开|依申请公开|(?:政府)?信息管理|(?<=信息)管理|平台建设|监督保障)(?:政府信息|办理|建设|工作)?(?:情况|方面)?$/u;
const numbered = /^\(([一二三四五六七八九十])\)/u;
const longest = 24;
// What a sub-heading can begin with, folded; all other lines are not looked at further.
const first = new Set([...'(政信主依平监'].map((char) => char.charCodeAt(0)));

/** The sub-headings of section one, in the order of the text; none where it has no section one. */
export function* subheadings({ report, text }: Context): Generator<Subheading> {
  const body = sectionReading(report, 'overview')?.body;
  if (!body) return;
  for (let start = body.start; start < body.end; ) {
    const end = Math.min(body.end, lineEnd(text, start));
    const sub = subheadingAt(text, { start, end });
    if (sub) yield sub;
    start = end + 1;
  }
}

function subheadingAt(text: string, line: Span): Subheading | undefined {
  let { start } = line;
  while (start < line.end && text.charAt(start).trim() === '') start++;
  if (start === line.end || !first.has(foldUnit(text.charCodeAt(start)))) return undefined;
  const head = fold(text.slice(start, Math.min(line.end, start + longest)));
  const numeral = numbered.exec(head)?.[1];
  if (numeral) return { kind: 'numbered', span: { start, end: start + 3 }, number: numeralValue(numeral) };
  const stop = head.search(/[.:,]/u);
  if (stop < 0 && line.end - start > longest) return undefined;
  const name = (stop < 0 ? head : head.slice(0, stop)).trimEnd();
  return aspect.test(bare(name)) ? { kind: 'named', span: { start, end: start + name.length } } : undefined;
}
