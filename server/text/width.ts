import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that take no room of their own. */
const mark = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** How many columns a text takes on a screen for Chinese: two for a wide character and for one that is narrow elsewhere only. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (!mark.test(char)) width += eastAsianWidth(char.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  }
  return width;
}
