import type { Repair } from '../../../report/finding';
import type { HeadingReading } from '../../../report/report';
import { fold } from '../../../text/fold';
import { lineIn } from '../../../text/plain';
import { say } from '../../../text/say';
import type { Context } from '../../rule';
import { bare, coversMarkup, type Headed } from './headings';

/** What may stand behind the wording of a heading and says nothing of its own. */
export const note = /(?:如下|\([^()]{0,60}\)|[.:,;]){1,9}$/u;

/**
 * What puts the official wording into a heading. Only a known wording, or one that leaves characters of the official one out, is replaced without a look; one that the clerk chose
 * is offered for one, where no figure is lost with it. Words that belong to the heading behind it would have to go: nothing is offered.
 */
export function replacements(
  { report, text }: Context,
  { section, heading }: Headed,
  official: string,
): readonly Repair[] {
  const { label, wording } = heading;
  const printed = (start: number, end: number): string => bare(lineIn(report.shown, { start, end }));
  const isShort = abbreviates(printed(wording.start, wording.end), section.heading);
  // 政府信息公开 before the wording is in the official one already.
  const isDouble =
    label !== undefined &&
    /公开/u.test(printed(wording.start, label.start)) &&
    section.heading.includes('政府信息');
  const span =
    isShort || !label ? wording : { start: isDouble ? wording.start : label.start, end: label.end };
  const tail = printed(span.end, wording.end).replace(note, '');
  const isWhole = tail === '' && !goesOn(text, wording.end) && !hasRest(text, heading, section.heading);
  if (coversMarkup(text, span) || !isWhole || /[()[\]]/u.test(printed(span.start, span.end))) return [];
  const certain = isShort || (label !== undefined && !isDouble);
  if (!certain && !isHeading.test(printed(span.start, span.end))) return [];
  const confidence = certain ? 'safe' : 'possible';
  return [{ title: say`改为「${official}」`, confidence, edits: [{ span, newText: official }] }];
}

/** How the words of a heading end, and those of a sentence do not; none of them is a figure. */
const isHeading =
  /^\D*(?:情况|概[况述]|事项|措施|打算|方向|安排|计划|问题|不足|困难|改进|工作|说明|其[他它]|办法|对策|成效)$/u;

/** Whether words go on behind a heading without so much as a blank between: it may be the beginning of a sentence. */
const goesOn = (text: string, end: number): boolean =>
  /^(?!20\d\d ?年)[\p{L}\d]/u.test(fold(text.slice(end, end + 8)).replaceAll('\0', ''));

/** So far behind the words of a heading others of it may stand. */
const reach = 40;

/**
 * Whether words that the official heading has stand behind those of a printed one in its line, though set off from them: 存在的问题（节选）
 * 及改进情况. The official wording would have them twice.
 */
function hasRest(text: string, { wording }: HeadingReading, official: string): boolean {
  const [rest = ''] = fold(text.slice(wording.end, wording.end + reach)).split(/[.;:\n\r]/u);
  const printed = fold(text.slice(wording.start, wording.end));
  return [...official.slice(1)].some((char, at) => {
    const pair = `${official.charAt(at)}${char}`;
    return !printed.includes(pair) && rest.includes(pair);
  });
}

/** Whether all characters of a wording stand in the official one in their order. */
function abbreviates(printed: string, official: string): boolean {
  let at = 0;
  for (const char of official) if (char === printed.charAt(at)) at++;
  return at === printed.length;
}
