import { foldUnit, ignored } from '../text/fold';
import type { Band } from './bands';
import type { Entry } from './fit';
import type { Token } from './tokens';

/** An entry as `layoutsOf` takes it, with its place in the line where a view is given. */
export function entryOf(token: Token, view: string | undefined): Entry {
  return {
    kind: token.kind === 'blank' ? 'blank' : 'value',
    number: token.value?.kind === 'count' ? token.value.number : undefined,
    at: view === undefined ? undefined : columnOf(view, token),
  };
}

/** Where the figures of the next complete row stand, when the text is laid out in columns with blanks. */
export function columnsNear(
  first: number,
  bands: readonly Band[],
  need: number,
  view: string,
): readonly number[] | undefined {
  const mine = bands[first];
  const figures = mine?.entries.filter(({ kind }) => kind !== 'blank') ?? [];
  if (!mine || figures.length === need || !isAligned(view, figures)) return undefined;
  for (let distance = 1; distance < bands.length; distance++) {
    for (const index of [first - distance, first + distance]) {
      const entries = bands[index]?.entries ?? [];
      if (entries.length === need && isAligned(view, entries))
        return entries.map((token) => columnOf(view, token));
    }
  }
  return undefined;
}

/** Says whether tokens stand on one line with runs of blanks between them, so that their places mean something. */
function isAligned(view: string, tokens: readonly Token[]): boolean {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || first.line !== last.line) return false;
  const between = view.slice(first.start, last.end);
  return !between.includes('\t') && !between.includes('|') && between.includes('  ');
}

/** The column in which the middle of a token stands; Chinese characters are two columns wide. */
function columnOf(view: string, token: Token): number {
  const lineStart = view.lastIndexOf('\n', token.start - 1) + 1;
  let column = 0;
  for (let at = lineStart; at < token.start; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit !== ignored) column += unit > 0x2e7f ? 2 : 1;
  }
  return column + (token.end - token.start) / 2;
}
