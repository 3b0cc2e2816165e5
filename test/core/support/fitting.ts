import { exactFit } from '../../../server/parse/cells/exact-fit';
import { alignedDraft } from '../../../server/parse/cells/read-table';
import { parseFigures } from '../../../server/parse/parse';

/** How many tables of a text fit the form exactly, and how many it has. */
export function fitting(text: string): { readonly exact: number; readonly all: number } {
  let [exact, all] = [0, 0];
  parseFigures(text, (...where) => {
    const draft = exactFit(...where);
    all++;
    if (draft) exact++;
    return draft ?? alignedDraft(...where);
  });
  return { exact, all };
}
