import type { Slot } from '../lines/lines';
import { readDocx, type WordDocument } from '../word/docx';
import { editsOf, linesOf } from './changes';
import { isLabelled } from './paragraphs';
import { written } from './rewrite';

/**
 * What a document says once a text is written into it, where that differs from the text only by numbers that Word draws anew, such as
 * those behind a heading that comes in; undefined where it differs otherwise, or not all of the text can be written.
 */
export function renumbered(document: WordDocument, text: string): string | undefined {
  const { bytes, refusals } = written(document, editsOf(document, text));
  if (refusals.length > 0) return undefined;
  const now = readDocx(bytes);
  const before = new Set(linesOf(document.text));
  const [lines, wanted] = [linesOf(now.text), linesOf(text)];
  if (lines.length !== wanted.length) return undefined;
  const slots = new Map(now.slots.map((slot) => [slot.span.start, slot]));
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const was = wanted[at] ?? '';
    // What came in has to be read as it was wanted.
    if (line !== was && !(before.has(was) && isSameButNumber(now.text, slots.get(start), was)))
      return undefined;
    start += line.length + 1;
  }
  return now.text;
}

const isSameButNumber = (text: string, slot: Slot | undefined, was: string): boolean =>
  slot !== undefined &&
  isLabelled(slot) &&
  was.endsWith(text.slice(slot.written[0]?.span.start ?? slot.span.end, slot.span.end));
