import { type Meaning, meaningsOf } from '../lexicon/lexicon';
import type { View } from '../view/source-cells';
import { withWholeLabels } from './broken-labels';
import { inlineHeadings } from './inline-headings';
import type { Item } from './item';
import type { Token } from './token';
import { partsOf, tokenize, wordsToken } from './tokenize';

const nothing: readonly Meaning[] = [];
const longestHead = 80;
const lineFigure =
  /(?<=[ \u00a0\u3000])(?:[\d０-９][\d０-９,，.]*(?:万元|[件元个起宗])?|[-/—无])(?=[ \u00a0\u3000]|$)/gu;
const fewestFigures = 7;
/** A figure without a blank before it. */
const attachedFigure = /(?<=[\p{L})）”"」』])[\d０-９][\d０-９,，.]*(?:万元|[件元个起宗])?$/u;
/** A label is printed in so many pieces at the most. */
const mostPieces = 4;

/** The tokens of a view with their meanings. Words that are several labels with single blanks or commas between are taken apart. */
export function itemsOf(seen: View): { readonly items: readonly Item[]; readonly end: number } {
  const items: Item[] = [];
  const { text: view } = seen;
  const { tokens, end } = tokenize(seen, inlineHeadings(view));
  for (const token of tokens) {
    const whole = token.key === 0 ? nothing : meaningsOf(token.key);
    const parts = whole.length > 0 ? undefined : partsIn(view, token);
    if (parts) for (const part of parts) items.push(part);
    else items.push({ token, meanings: whole.length > 0 ? whole : meaningsAt(token) });
  }
  return { items: withWholeLabels(items, view), end };
}

/** What words without a meaning of their own are taken apart into; undefined where they are not. */
const partsIn = (view: string, token: Token): Item[] | undefined =>
  isTableLine(view, token) ? cellsIn(view, token) : (labelsIn(view, token) ?? labelBeforeFigure(view, token));

/** A label and the figure that stands right behind it, as copied text has them (`行政许可97`); undefined where words are none. */
function labelBeforeFigure(view: string, token: Token): Item[] | undefined {
  if (token.kind !== 'words' || token.length > longestHead) return undefined;
  const { line, cell, columns } = token;
  const [figure] = attachedFigure.exec(view.slice(token.start, token.end)) ?? [];
  if (figure === undefined) return undefined;
  const start = token.end - figure.length;
  const label = wordsToken(view, { start: token.start, end: start }, line);
  const [value, ...others] = partsOf(view, { ...token, start }, false);
  if (!label || value?.kind !== 'value' || others.length > 0) return undefined;
  const meanings = meaningsAt(label);
  const labels = meanings.length > 0 ? [{ token: label, meanings }] : (labelsIn(view, label) ?? []);
  if (!labels.at(-1)?.meanings.some(({ kind }) => kind !== 'header' && kind !== 'section')) return undefined;
  return [...labels, { token: value, meanings: nothing }].map((item) => ({
    ...item,
    token: { ...item.token, cell, columns },
  }));
}

/** The labels that words consist of, each of one part or several; undefined where a part belongs to no label of the form. */
function labelsIn(view: string, token: Token): Item[] | undefined {
  if (!token.parted || token.length > longestHead) return undefined;
  const parts = partsOf(view, token);
  const items: Item[] = [];
  for (let at = 0; at < parts.length; ) {
    const label = labelFrom(view, parts, at);
    if (!label) return undefined;
    items.push(label.item);
    at += label.count;
  }
  return items.some(({ meanings }) => meanings.length > 0) && items.length > 1 ? items : undefined;
}

/** Says whether a line too long for a label has as many figures between single blanks as only a table has. */
function isTableLine(view: string, { kind, key, start, end }: Token): boolean {
  if (kind !== 'words' || key !== 0) return false;
  return (view.slice(start, end).match(lineFigure)?.length ?? 0) >= fewestFigures;
}

/** The cells of a table that was scraped into one line: its labels and figures, and the words between them. */
function cellsIn(view: string, token: Token): Item[] {
  // The commas of a line set with blanks are those within figures.
  const parts = partsOf(view, token, false);
  const items: Item[] = [];
  for (let at = 0; at < parts.length; ) {
    const label = labelFrom(view, parts, at);
    const part = parts[at];
    if (label) items.push(label.item);
    else if (part) items.push({ token: part, meanings: nothing });
    at += label?.count ?? 1;
  }
  return items;
}

/** The longest label that begins with a part, or the part itself where it is a figure. */
function labelFrom(
  view: string,
  parts: readonly Token[],
  at: number,
): { readonly item: Item; readonly count: number } | undefined {
  const first = parts[at];
  if (!first) return undefined;
  if (first.kind !== 'words') return { item: { token: first, meanings: nothing }, count: 1 };
  let most = 1;
  while (most < mostPieces && parts[at + most]?.kind === 'words') most++;
  for (let count = most; count > 0; count--) {
    const last = parts[at + count - 1];
    const token = last && wordsToken(view, { start: first.start, end: last.end }, first.line);
    // What stands before a bracket is enough only within one part.
    const meanings = token ? (count === 1 ? meaningsAt(token) : meaningsOf(token.key)) : nothing;
    if (token && meanings.length > 0) return { item: { token, meanings }, count };
  }
  return undefined;
}

/** What a token's words may mean; where a note in brackets follows the label, what stands before the bracket counts. */
function meaningsAt(token: Token): readonly Meaning[] {
  if (token.kind !== 'words' || token.key === 0) return nothing;
  const whole = meaningsOf(token.key);
  return whole.length > 0 || token.keyBeforeBracket === 0 ? whole : meaningsOf(token.keyBeforeBracket);
}

/** The items of which the source tells the column, line by line. */
export function columnedLines(items: readonly Item[]): Item[][] {
  const lines = new Map<number, Item[]>();
  for (const item of items) {
    if (item.token.columns === 0) continue;
    const line = lines.get(item.token.line);
    if (line) line.push(item);
    else lines.set(item.token.line, [item]);
  }
  return [...lines.values()];
}
