import { said, say } from '../text/say';

// Answers are read by models, to whom every character costs something, and who have only so much room.

/** So many characters of JSON one list of an answer may have. */
const roomForList = 12_000;

/** A part of a list, and what is said of the others. */
interface Fitted<T> {
  readonly items: readonly T[];
  readonly left: readonly string[];
}

/**
 * As many items of a list as an answer has room for, those from the one on that is asked for, from 1; at least one where there is one.
 * `what`, which is marked, names them in the sentence about the others: 问题, 改法.
 */
export function fitted<T>(all: readonly T[], what: string, from = 1, room = roomForList): Fitted<T> {
  const items: T[] = [];
  let length = 0;
  for (const item of all.slice(from - 1)) {
    length += JSON.stringify(item).length;
    if (items.length > 0 && length > room) break;
    items.push(item);
  }
  if (items.length === all.length) return { items, left: [] };
  const end = from - 1 + items.length;
  const here = items.length > 0 ? say`这里是第 ${from} 到第 ${end} 个` : say`没有第 ${from} 个`;
  const told = say`${said(what)}共 ${all.length} 个，${here}`;
  const isMore = end < all.length && items.length > 0;
  return { items, left: [isMore ? say`${told}，后面的用 from: ${end + 1} 再取` : told] };
}

/** The beginning of a text that is longer than `most` characters, cut at the end of a line, and how much of it that is. */
export function shortened(
  text: string,
  most = roomForList,
): { readonly text: string; readonly left: readonly string[] } {
  if (text.length <= most) return { text, left: [] };
  const end = text.lastIndexOf('\n', most);
  const kept = text.slice(0, end > 0 ? end : most);
  return { text: kept, left: [say`说明共 ${text.length} 字，这里是前 ${kept.length} 字`] };
}
