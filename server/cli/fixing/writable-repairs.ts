import { readDocx, type WordDocument } from '../../documents/word/docx';
import { editsOf, Unwritable } from '../../documents/writing/changes';
import { renumbered } from '../../documents/writing/renumbered';
import { rewritten } from '../../documents/writing/rewrite';
import { applyEdits, type Repair } from '../../report/finding';
import { say } from '../../text/say';
import { keyOf } from './mend';

/** Tells of repairs of a document's text how they can be written into it, and keeps why those that cannot are left. */
export interface Writable {
  /** A repair of `text`, which is the document's or what others made of it, as it can be written; undefined where it cannot. */
  written(repair: Repair, text: string): Repair | undefined;
  /** The titles of those that cannot be written once the text is this, each with the reason and the place where it was first refused. */
  left(text: string): readonly string[];
}

/** Tries each repair on a copy of the document. */
export function writableIn(content: WordDocument): Writable {
  /** Why repairs were refused, by what they would write: one that is offered anew after others were made is told of once. */
  const left = new Map<string, Set<string>>();
  let refused = new Map<string, Set<string>>();
  let document = content;
  const refuse = (repair: Repair, reason: string): void => {
    const key = keyOf(repair);
    const reasons = refused.get(key) ?? new Set();
    refused.set(key, reasons.add(say`${repair.title}：${reason}`));
    if (reasons.size > (left.get(key)?.size ?? 0)) left.set(key, reasons);
  };
  return {
    written(repair, text) {
      if (document.text !== text) {
        document = readDocx(rewritten(document, text));
        refused = new Map();
      }
      const wanted = applyEdits(text, repair.edits);
      try {
        rewritten(document, wanted);
        return repair;
      } catch (error) {
        if (!(error instanceof Unwritable)) throw error;
        const drawn = renumbered(document, wanted);
        if (drawn !== undefined) return { ...repair, edits: editsOf(document, drawn).flatMap(changesOf) };
        refuse(repair, error.message);
        return undefined;
      }
    },
    left(text) {
      // Of a text that nothing was offered for nothing was refused; what others have brought about is not wanted any more.
      const keys = document.text === text ? [...refused.keys()] : [];
      return keys.flatMap((key) => [...(left.get(key) ?? [])]);
    },
  };
}

const changesOf = ({ changes }: ReturnType<typeof editsOf>[number]) => changes;
