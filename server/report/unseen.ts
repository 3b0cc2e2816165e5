import { behindEntity } from '../text/entities';
import { foldUnit, ignored } from '../text/fold';
import type { Edit } from './finding';

/** Nothing that is replaced by something else is longer, but whole lines. */
const longest = 2000;

/**
 * An edit that leaves standing what a reader does not see between the characters that it replaces: tags, comments, words that are
 * struck out. Itself where there is nothing of the kind, it only takes something out, or it knows of tags.
 */
export function keepingUnseen(text: string, shown: string, edit: Edit): Edit {
  const { start, end } = edit.span;
  const isOfWords = edit.newText !== '' && !edit.newText.includes('<') && end - start <= longest;
  if (!isOfWords || !text.slice(start, end).includes('<')) return edit;
  let unseen = '';
  for (let at = start; at < end; at++) {
    const isSeen = foldUnit(shown.charCodeAt(at)) !== ignored || foldUnit(text.charCodeAt(at)) === ignored;
    if (!isSeen && behindEntity(text, at) === at) unseen += text.charAt(at);
  }
  return unseen === '' ? edit : { ...edit, newText: `${edit.newText}${unseen}` };
}
