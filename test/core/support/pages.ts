import { linesOfBlocks } from '../../../server/documents/lines/lines';
import { type Page, partsOf } from '../../../server/documents/pdf/pages';
import { blocksOf } from '../../../server/documents/pdf/prose';

// Pages of a PDF as a library tells what stands on them.

type Ruling = Page['rulings'][number];
export type PageText = Page['texts'][number];

/** A text at a place, of a font whose figures are half as wide as its other characters. */
export const at = (text: string, left: number, base: number, size = 16): PageText => ({
  text,
  left,
  right: left + [...text].reduce((sum, each) => sum + (each.charCodeAt(0) > 255 ? size : size / 2), 0),
  base,
  size,
});
export const across = (y: number, from: number, to: number): Ruling => ({ isAcross: true, at: y, from, to });
export const down = (x: number, from: number, to: number): Ruling => ({ isAcross: false, at: x, from, to });
export const page = (number: number, texts: readonly PageText[], rulings: readonly Ruling[] = []): Page => ({
  number,
  width: 595,
  height: 842,
  texts,
  rulings,
  hasPictures: false,
});
/** What is read of pages. */
export const textOf = (...pages: readonly Page[]): string => linesOfBlocks(blocksOf(partsOf(pages))).text;
