import { fold, foldUnit } from '../../text/fold';
import { folded } from './surroundings';

// What a clerk put in brackets into the words of a heading: 行政复议（1件）、行政诉讼情况. The words are the heading's without it.

/** A bracket that numbers a point, （一）, begins something else. */
const remark =
  /[([](?![一二三四五六七八九十\d]{1,3}[)\]])[^()[\]\n\t|]{1,20}[)\]](?=[ \0]{0,4}[、,]?[ \0]{0,4}\p{L})/u;
const here = new RegExp(`^${remark.source}`, 'u');
const everywhere = new RegExp(remark.source, 'gu');
/** As many units as a remark has at the most, with the beginning of the word behind it. */
const longest = 34;

/** Whether a folded unit opens a bracket. */
const opens = (unit: number): boolean => unit === 40 || unit === 91;

/** Where a remark between words ends that begins at a place; the place itself where none does. */
export function remarkEnd(view: string, at: number): number {
  if (!opens(foldUnit(view.charCodeAt(at)))) return at;
  return at + (here.exec(folded(view, at, longest))?.[0].length ?? 0);
}

/** A folded text in which the pause of a list stands for every character of a remark between words: as long as before. */
export const withoutRemarks = (text: string): string =>
  fold(text).replace(everywhere, (found) => '、'.repeat(found.length));
