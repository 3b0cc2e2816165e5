import { keyOf, labelsFrom, type Meaning, meaningsOf, significant } from '../lexicon/lexicon';
import type { Item } from './item';
import { isFigure } from './token';

// A label that is broken over lines, its figures on any of these: pieces that together, in order, spell a label of the form are that
// label. What resembles labels in part only is weighed later (see `resembles`); what is spelled in full needs no weighing.

/** No label is broken over more lines that have words, counted from its first piece with those of its neighbours. */
const mostLines = 24;
/** So many lines with other words may stand between two pieces: those of a merged cell stand beside several rows. */
const mostForeign = { row: 1, other: 8 } as const;

/** The items with those that spell a label together as one, at the place of the piece that has the figures behind it. */
export function withWholeLabels(items: readonly Item[], view: string): Item[] {
  const gone = new Set<number>();
  const whole = new Map<number, Item>();
  // Few reports have such a label: what the whole text looks like is asked where one was found.
  let areBeside: boolean | undefined;
  for (let index = 0; index < items.length; index++) {
    if (gone.has(index)) continue;
    const found = labelFrom(items, index, view, gone);
    if (!found) continue;
    areBeside ??= bareLines(items) <= mostBare;
    if (!areBeside && !found.pieces.some((piece) => isSeparated(items, piece))) continue;
    const anchor = anchorOf(items, found.pieces);
    for (const piece of found.pieces) {
      gone.add(piece);
      if (piece !== anchor) for (const blank of paddingBehind(items, piece)) gone.add(blank);
    }
    whole.set(anchor, joined(items, found, anchor));
  }
  if (whole.size === 0) return [...items];
  return items.flatMap((item, index) => whole.get(index) ?? (gone.has(index) ? [] : [item]));
}

/** 表四 has so many lines of figures without a label at the most; in a text with more, figures may stand between or above labels. */
const mostBare = 3;

/** How many lines there are that have several figures, no words, and no separators. */
function bareLines(items: readonly Item[]): number {
  let bare = 0;
  for (let index = 0; index < items.length; ) {
    const line = items[index]?.token.line;
    let [figures, others] = [0, 0];
    for (; items[index]?.token.line === line && index < items.length; index++) {
      const token = items[index]?.token;
      if (isFigure(token) && token?.cell === 0 && token.columns === 0) figures++;
      else others++;
    }
    if (figures > 1 && others === 0) bare++;
  }
  return bare;
}

/** Whether separators tell what stands beside a piece on its line. */
function isSeparated(items: readonly Item[], piece: number): boolean {
  const token = items[piece]?.token;
  return [items[piece - 1]?.token, items[piece + 1]?.token].some(
    (beside) =>
      beside !== undefined &&
      beside.line === token?.line &&
      (beside.columns > 0 || beside.cell !== token.cell),
  );
}

/** A label and the items that spell it. */
interface Spelled {
  readonly label: string;
  readonly pieces: readonly number[];
}

/** The longest label that begins with an item and goes on below it; undefined where none does. */
function labelFrom(
  items: readonly Item[],
  first: number,
  view: string,
  gone: ReadonlySet<number>,
): Spelled | undefined {
  const item = items[first];
  if (item?.token.kind !== 'words' || item.token.key === 0) return undefined;
  const { numbering, start, end } = item.token;
  let text = significant(view.slice(numbering?.end ?? start, end));
  let labels: readonly string[] = longer(labelsFrom(text), text).filter((label) => mayBegin(item, label));
  const pieces = [first];
  let found: Spelled | undefined;
  while (labels.length > 0) {
    const next = nextPiece(items, { pieces, labels, text, view, gone });
    if (!next) break;
    pieces.push(next.index);
    text += next.text;
    if (labels.includes(text)) found = { label: text, pieces: [...pieces] };
    labels = longer(labels, text);
  }
  const isSplit = found?.pieces.some((index) => items[index]?.meanings.length === 0);
  return isSplit ? found : undefined;
}

const longer = (labels: readonly string[], text: string): readonly string[] =>
  labels.filter((label) => label.length > text.length && label.startsWith(text));

/** Whether words may begin a label: those that are one themselves only if it is the same in fewer words. */
function mayBegin({ token, meanings }: Item, label: string): boolean {
  const whole = meaningsOf(keyOf(label));
  const isColumn = whole.some(({ kind }) => kind === 'column');
  if (isColumn && !token.numbering) return false;
  return meanings.length === 0 || token.numbering !== undefined || meanings.some((each) => isIn(each, whole));
}

const isIn = (meaning: Meaning, others: readonly Meaning[]): boolean =>
  others.some((other) => 'id' in meaning && 'id' in other && other.id === meaning.id);

interface Beginning {
  readonly pieces: readonly number[];
  readonly labels: readonly string[];
  readonly text: string;
  readonly view: string;
  readonly gone: ReadonlySet<number>;
}

/** The words on a line below by which a label goes on, those in the same column before others. */
function nextPiece(
  items: readonly Item[],
  { pieces, labels, text, view, gone }: Beginning,
): { readonly index: number; readonly text: string } | undefined {
  const last = items[pieces.at(-1) ?? 0]?.token;
  let foreign = isRow(labels) ? mostForeign.row : mostForeign.other;
  let line = last?.line ?? 0;
  let found: { readonly index: number; readonly text: string } | undefined;
  let isForeign = false;
  for (let index = (pieces.at(-1) ?? 0) + 1; index < items.length; index++) {
    const item = items[index] as Item;
    const { token } = item;
    if (token.line > line) {
      if (found) return found;
      if (isForeign && foreign-- === 0) return undefined;
      if (token.line - (last?.line ?? 0) > mostLines) return undefined;
      isForeign = false;
      line = token.line;
    }
    if (token.kind !== 'words' || token.line === last?.line) continue;
    if (token.key === 0) return found;
    if (gone.has(index)) continue;
    const piece = significant(view.slice(token.start, token.end));
    if (!labels.some((label) => label.startsWith(text + piece))) isForeign = true;
    else if (!found || token.cell === last?.cell) found = { index, text: piece };
  }
  return found;
}

const isRow = (labels: readonly string[]): boolean =>
  labels.some((label) => meaningsOf(keyOf(label)).some(({ kind }) => kind === 'row'));

/** The piece behind which the cells of the row stand: figures on its line, else figures below it, else empty cells, else the last. */
function anchorOf(items: readonly Item[], pieces: readonly number[]): number {
  const counts = pieces.map((piece) => {
    const { line } = items[piece]?.token ?? { line: 0 };
    let [onLine, below, blank] = [0, 0, 0];
    for (let at = piece + 1; items[at] && items[at]?.token.kind !== 'words'; at++) {
      const token = items[at]?.token;
      if (isFigure(token) && token?.line === line) onLine++;
      else if (isFigure(token)) below++;
      else if (token?.line === line) blank++;
    }
    return { piece, onLine, below, blank };
  });
  const figured = counts.find(({ onLine }) => onLine > 0) ?? counts.find(({ below }) => below > 0);
  if (figured) return figured.piece;
  const most = Math.max(...counts.map(({ blank }) => blank));
  return counts.findLast(({ blank }) => blank === most)?.piece ?? (pieces.at(-1) as number);
}

/** The empty cells behind a piece that has no figures on its line. */
function paddingBehind(items: readonly Item[], piece: number): readonly number[] {
  const line = items[piece]?.token.line;
  const blanks: number[] = [];
  for (let at = piece + 1; items[at]?.token.kind === 'blank' && items[at]?.token.line === line; at++)
    blanks.push(at);
  return items[piece + blanks.length + 1]?.token.line === line ? [] : blanks;
}

/** A label as one item, on the line of one of its pieces. */
function joined(items: readonly Item[], { label, pieces }: Spelled, anchor: number): Item {
  const tokens = pieces.flatMap((index) => items[index]?.token ?? []);
  const [first] = tokens;
  const at = items[anchor] as Item;
  const key = keyOf(label);
  const token = {
    ...at.token,
    start: first?.start ?? at.token.start,
    end: tokens.at(-1)?.end ?? at.token.end,
    key,
    keyBeforeBracket: 0,
    length: label.length,
    numbering: first?.numbering,
  };
  return { token, meanings: meaningsOf(key) };
}
