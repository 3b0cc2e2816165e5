import { characterOf } from '../../text/radicals';

/** Radicals and doubles, which fonts have the same glyphs for as for the characters that were written. */
const lookalike = /[\u2e80-\u2fdf\uf900-\ufaff]/gu;

/** A text with the characters that were written where glyphs tell another. */
export const asWritten = (text: string): string =>
  text.replace(lookalike, (each) => characterOf.get(each) ?? each.normalize('NFKC'));
