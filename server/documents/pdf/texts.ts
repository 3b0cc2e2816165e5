/** Characters that stand together on a page, measured from its upper left corner. */
export interface PageText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that they stand on. */
  readonly base: number;
  readonly size: number;
}

/** Texts beside each other. */
export interface TextLine {
  readonly texts: readonly PageText[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Texts on lines from top to bottom, each from left to right. */
export function linesIn(texts: readonly PageText[]): TextLine[] {
  const lines: PageText[][] = [];
  for (const each of [...texts].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const own = lines.at(-1);
    const first = own?.[0];
    if (own && first && each.base - first.base < 0.5 * Math.min(first.size, each.size)) own.push(each);
    else lines.push([each]);
  }
  return lines.map((own) => {
    const sorted = own.sort((a, b) => a.left - b.left);
    return {
      texts: sorted,
      left: (sorted[0] as PageText).left,
      right: Math.max(...sorted.map(({ right }) => right)),
      base: (sorted[0] as PageText).base,
      size: Math.max(...sorted.map(({ size }) => size)),
    };
  });
}

/** Whether a text is a figure as it stands in a cell, and nothing else. */
export const isFigure = (text: string): boolean => /^\s*[-+－−]?\d(?:[\d,.]*\d)?\s*$/u.test(text);

/** Whether characters of two texts go on without a blank between them. */
const isJoined = (before: string, behind: string): boolean => isWide(before) || isWide(behind);

const isWide = (character: string): boolean => character.charCodeAt(0) >= 0x2e80;

/** What a line says; where a blank was left there is one. */
export function sayingOf({ texts }: TextLine): string {
  let said = '';
  let right = 0;
  for (const { text, left, right: own, size } of texts) {
    const isApart = said !== '' && left - right > 0.2 * size;
    said += isApart && !isJoined(said.slice(-1), text.charAt(0)) && !/\s$/u.test(said) ? ` ${text}` : text;
    right = own;
  }
  return said.trim();
}

/** Room at both sides of what stands in a cell. */
const padding = 13;

/** What a cell says. Its lines go on in each other; figures only where there was no room for one more. */
export function cellSaying(texts: readonly PageText[], width: number): string {
  let said = '';
  let before: TextLine | undefined;
  for (const line of linesIn(texts)) {
    const own = sayingOf(line);
    const isBroken =
      before !== undefined &&
      /\d$/u.test(said) &&
      /^\d/u.test(own) &&
      before.right - before.left + 0.6 * before.size + padding > width;
    said += said === '' || isBroken || isJoined(said.slice(-1), own.charAt(0)) ? own : ` ${own}`;
    before = line;
  }
  return said;
}
