import { diffChars } from 'diff';
import type { Change } from '../../text/changes';
import { mark, said, say } from '../../text/say';
import { type PlacedLines, placeOf } from '../lines/lines';
import { type LineEdit, lineEdits } from './line-edits';

/** A change of the text that cannot be written into the document; the message says where and what to do. */
export class Unwritable extends Error {}

/** How sentences end that say why a text is not written. */
export const advice = mark`，写不回文件，没有改动；请在 Word 中修改`;

/** With more changes finding the fewest takes too long. */
const mostCharacters = 1000;

/** What is written as a whole, or not at all: a cell or paragraph that says something else, lines that came together, a line that went. */
export interface Edit {
  readonly kind: LineEdit['kind'];
  /** Places of the text as it was, and what stands there now. */
  readonly changes: readonly Change[];
  /** Why it cannot be written, where that shows in the text alone. */
  readonly refusal?: Unwritable;
}

/** The lines of a text; empty ones at its end count for nothing. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** What differs, in the order of the text; throws `Unwritable` where too much does. */
export function editsOf(document: PlacedLines, text: string): Edit[] {
  const before = document.text.replace(/\n$/u, '').split('\n');
  const edits = lineEdits(before, filledUp(before, text));
  if (!edits) throw new Unwritable(say`改动太多${said(advice)}`);
  const starts = startsOf(before);
  return edits.flatMap((edit): Edit[] => {
    const start = starts[edit.line] ?? 0;
    const old = before[edit.line] ?? '';
    if (edit.kind === 'changed') return changesInLine(document, { start, old, now: edit.now });
    const span = { start, end: start + (edit.kind === 'gone' ? old.length + 1 : 0) };
    const newText = edit.kind === 'put' ? edit.lines.map((line) => `${line}\n`).join('') : '';
    return [{ kind: edit.kind, changes: [{ span, newText }] }];
  });
}

/** The lines of a text, with so many empty ones at its end as there were, or as it has in place of those that lost all they said. */
function filledUp(before: readonly string[], text: string): string[] {
  const now = linesOf(text);
  const ends = text.length - now.join('\n').length;
  const most = now.length + Math.max(ends - 1, before.length - linesOf(before.join('\n')).length);
  while (now.length < Math.min(before.length, most)) now.push('');
  return now;
}

/** Where lines begin, and where one behind them would. */
function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return starts;
}

interface LinePair {
  readonly start: number;
  readonly old: string;
  readonly now: string;
}

/** Tabs between cells stay where they are; within a cell or a paragraph any characters may change. */
function changesInLine(document: PlacedLines, { start, old, now }: LinePair): Edit[] {
  const [before, after] = [old.split('\t'), now.split('\t')];
  while (after.length < before.length && before[after.length] === '') after.push('');
  if (before.length !== after.length) {
    const span = { start, end: start + old.length };
    const refusal = unwritable(document, start, say`这一行的单元格有增有减`);
    return [{ kind: 'changed', changes: [{ span, newText: now }], refusal }];
  }
  let from = start;
  return before.flatMap((cell, index): Edit[] => {
    const changes = changesInCell(from, cell, after[index] ?? '');
    from += cell.length + 1;
    return changes.length > 0 ? [{ kind: 'changed', changes }] : [];
  });
}

function changesInCell(start: number, old: string, now: string): Change[] {
  if (old === now) return [];
  const changes: Change[] = [];
  let from = start;
  const parts = diffChars(old, now, { maxEditLength: mostCharacters }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];
  for (const { value, added, removed } of parts) {
    const last = changes.at(-1);
    const isNext = last?.span.end === from;
    if (added) {
      if (isNext && last) changes.splice(-1, 1, { ...last, newText: last.newText + value });
      else changes.push({ span: { start: from, end: from }, newText: value });
      continue;
    }
    const end = from + value.length;
    if (removed) {
      if (isNext && last)
        changes.splice(-1, 1, { span: { start: last.span.start, end }, newText: last.newText });
      else changes.push({ span: { start: from, end }, newText: '' });
    }
    from = end;
  }
  return changes;
}

/** The refusal of a change at a place of the text. */
export function unwritable(document: PlacedLines, offset: number, reason: string): Unwritable {
  return new Unwritable(say`${placeOf(document, offset)}：${reason}${said(advice)}`);
}
