import { Unwritable } from '../documents/changes';
import { readDocx, type WordDocument } from '../documents/docx';
import { rewritten } from '../documents/rewrite';
import { applyEdits, type Repair } from '../report/finding';

/** Tells of repairs of a document's text whether they can be written into it, and keeps why those that cannot are left. */
export interface Writable {
  /** Whether a repair of `text`, which is the document's or what others made of it, can be written. */
  accepts(repair: Repair, text: string): boolean;
  /** The titles of those that cannot, with the place and the reason. */
  readonly left: readonly string[];
}

/** Tries each repair on a copy of the document. */
export function writableIn(content: WordDocument): Writable {
  const left = new Set<string>();
  let document = content;
  return {
    accepts({ title, edits }, text) {
      if (document.text !== text) document = readDocx(rewritten(document, text));
      try {
        rewritten(document, applyEdits(text, edits));
        return true;
      } catch (error) {
        if (!(error instanceof Unwritable)) throw error;
        left.add(`${title}：${error.message}`);
        return false;
      }
    },
    get left() {
      return [...left];
    },
  };
}
