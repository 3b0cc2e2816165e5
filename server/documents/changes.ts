import { type ChangeObject, diffArrays, diffChars } from 'diff';
import type { Change } from '../text/changes';
import { type PlacedLines, placeOf } from './lines';

/** A change of the text that cannot be written into the document; the message says where and what to do. */
export class Unwritable extends Error {}

/** How sentences end that say why a text is not written. */
export const advice = '，写不回文件，没有改动；请在 Word 中修改';

/** With more changes finding the fewest takes too long. */
const mostLines = 4000;
const mostCharacters = 1000;

/** The lines of a text; empty ones at its end count for nothing. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** Whether a line is what it was; editors may have taken away the blanks at its end. */
export const isSame = (old: string, now: string): boolean => now === old || now === old.trimEnd();

/** What differs, each difference within one paragraph; throws `Unwritable` where paragraphs, rows or cells come or go. */
export function changesIn(document: PlacedLines, text: string): Change[] {
  const before = document.text.replace(/\n$/u, '').split('\n');
  const now = linesOf(text);
  // What was taken away at the end are empty lines, or the words of the last ones.
  while (now.length < before.length) now.push('');
  const parts = diffArrays(before, now, { comparator: isSame, maxEditLength: mostLines });
  if (!parts) throw new Unwritable(`改动太多${advice}`);
  const changes: Change[] = [];
  let start = 0;
  for (const { old, now: own } of stretchesOf(before, parts)) {
    if (old.length !== own.length)
      throw unwritable(document, old.length === 0 ? start - 1 : start, '这里的段落或行有增有减');
    for (const [at, line] of old.entries()) {
      changes.push(...changesInLine(document, { start, old: line, now: own[at] ?? '' }));
      start += line.length + 1;
    }
  }
  return changes;
}

/** Lines that stand for each other, so many for so many unless some came or went. */
interface Stretch {
  readonly old: readonly string[];
  readonly now: readonly string[];
}

const none: Stretch = { old: [], now: [] };

/** All lines in stretches. Where one empty line of several is filled, any of the others may seem to be the one that went. */
function stretchesOf(before: readonly string[], parts: readonly ChangeObject<string[]>[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch = none;
  let line = 0;
  for (const { value, added, removed } of parts) {
    const old = added ? [] : before.slice(line, line + value.length);
    line += old.length;
    const isEven = open.old.length === open.now.length;
    if (!added && !removed && (isEven || old.some((each) => each !== ''))) {
      stretches.push(open, { old, now: old });
      open = none;
      continue;
    }
    open = { old: open.old.concat(old), now: removed ? open.now : open.now.concat(value) };
  }
  return [...stretches, open];
}

interface LinePair {
  readonly start: number;
  readonly old: string;
  readonly now: string;
}

/** Tabs between cells stay where they are; within a cell or a paragraph any characters may change. */
function changesInLine(document: PlacedLines, { start, old, now }: LinePair): Change[] {
  const [before, after] = [old.split('\t'), now.split('\t')];
  while (after.length < before.length && before[after.length] === '') after.push('');
  if (before.length !== after.length) throw unwritable(document, start, '这一行的单元格有增有减');
  let from = start;
  return before.flatMap((cell, index) => {
    const own = from;
    from += cell.length + 1;
    return changesInCell(own, cell, after[index] ?? '');
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
  return new Unwritable(`${placeOf(document, offset)}：${reason}${advice}`);
}
