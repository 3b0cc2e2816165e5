import { diffArrays, diffChars } from 'diff';
import type { Span } from '../text/span';
import type { Gap, Source } from './blocks';
import { readDocx, UnreadableDocument, type WordDocument } from './docx';
import { placeOf, type Slot } from './lines';
import { escaped } from './xml';
import { withEntries } from './zip';

/** A change of the text that cannot be written into the document; the message says where and what to do. */
export class Unwritable extends Error {}

/** One replacement in a part of the document. */
interface Splice {
  readonly span: Span;
  readonly xml: string;
}

/** One replacement in the text. */
interface Change {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The document with another text: the characters that differ are replaced where they are written, and nothing else is touched. Throws
 * `Unwritable` where the text has other paragraphs, rows or cells, or differs in what is drawn but not written, and where what was
 * written is not read back as `text`.
 */
export function rewritten(document: WordDocument, text: string): Uint8Array {
  const splices = new Map<string, Splice[]>();
  for (const change of changesIn(document, text)) {
    for (const [part, splice] of splicesOf(document, change)) {
      const own = splices.get(part) ?? [];
      splices.set(part, own);
      own.push(splice);
    }
  }
  if (splices.size === 0) return document.archive.bytes;
  const contents = new Map<string, Uint8Array>();
  for (const [part, own] of splices)
    contents.set(part, encoded(spliced(document.parts.get(part) ?? '', own)));
  const bytes = withEntries(document.archive, contents);
  if (!isReadAs(bytes, text))
    throw new Unwritable('改后的文件读出来不是这些文字，没有改动；请在 Word 中修改');
  return bytes;
}

function isReadAs(bytes: Uint8Array, text: string): boolean {
  try {
    const [now, wanted] = [linesOf(readDocx(bytes).text), linesOf(text)];
    return now.length === wanted.length && now.every((line, at) => isSame(line, wanted[at] ?? ''));
  } catch (error) {
    if (error instanceof UnreadableDocument) return false;
    throw error;
  }
}

const encoded = (xml: string): Uint8Array => new TextEncoder().encode(xml);

/** The lines of a text; empty ones at its end count for nothing. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** Whether a line is what it was; editors may have taken away the blanks at its end. */
const isSame = (old: string, now: string): boolean => now === old || now === old.trimEnd();

/** What differs, each difference within one paragraph. */
function changesIn(document: WordDocument, text: string): Change[] {
  const before = linesOf(document.text);
  const changes: Change[] = [];
  let line = 0;
  let start = 0;
  const parts = diffArrays(before, linesOf(text), { comparator: isSame });
  for (const [index, { count, added, removed }] of parts.entries()) {
    const next = parts[index + 1];
    const now = next?.added ? next.value : [];
    if (added && parts[index - 1]?.removed) continue;
    if (added || (removed && now.length !== count))
      throw unwritable(document, added ? start - 1 : start, '这里的段落或行有增有减');
    for (const [at, old] of before.slice(line, line + count).entries()) {
      if (removed) changes.push(...changesInLine(document, { start, old, now: now[at] ?? '' }));
      start += old.length + 1;
    }
    line += count;
  }
  return changes;
}

interface LinePair {
  readonly start: number;
  readonly old: string;
  readonly now: string;
}

/** Tabs between cells stay where they are; within a cell or a paragraph any characters may change. */
function changesInLine(document: WordDocument, { start, old, now }: LinePair): Change[] {
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
  for (const { value, added, removed } of diffChars(old, now)) {
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

/** How a change is written; the first of the characters that it replaces gives way to the new ones. */
function* splicesOf(document: WordDocument, { span, newText }: Change): Generator<[string, Splice]> {
  const slot = slotOf(document, span);
  if (!slot) throw unwritable(document, span.start, '这里是 Word 自动画出的，文件里没有这些字');
  const isInsertion = span.start === span.end;
  const touched = slot.written.filter(({ span: own }) =>
    isInsertion
      ? own.start <= span.start && span.start <= own.end
      : own.start < span.end && span.start < own.end,
  );
  const length = touched.reduce((sum, { span: own }) => sum + overlap(own, span), 0);
  if (!isInsertion && length !== span.end - span.start)
    throw unwritable(document, span.start, '这里有自动编号等 Word 自动画出的字');
  const [first, ...others] = isInsertion ? touched.slice(0, 1) : touched;
  if (!first) {
    if (slot.written.length > 0) throw unwritable(document, span.start, '这里有自动编号等 Word 自动画出的字');
    yield* filled(document, slot.gap, newText);
    return;
  }
  yield* replaced(document, first, span, newText);
  for (const other of others) yield* replaced(document, other, span, '');
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

const slotOf = ({ slots }: WordDocument, { start, end }: Span): Slot | undefined =>
  slots.find(({ span, written }) => span.start <= start && end <= span.end && written.length > 0) ??
  slots.find(({ span }) => span.start <= start && end <= span.end);

function* replaced(
  { parts }: WordDocument,
  { span: own, source }: { readonly span: Span; readonly source: Source },
  span: Span,
  newText: string,
): Generator<[string, Splice]> {
  const { part, tag } = source;
  const isExact = source.span.end - source.span.start === own.end - own.start;
  const place = (offset: number): number =>
    isExact
      ? source.span.start + Math.min(Math.max(offset, own.start), own.end) - own.start
      : offset <= own.start
        ? source.span.start
        : source.span.end;
  yield [part, { span: { start: place(span.start), end: place(span.end) }, xml: escaped(newText) }];
  const written = (parts.get(part) ?? '').slice(tag.start, tag.end);
  // Blanks at the ends of an element count only where it says so.
  if (!written.includes('xml:space'))
    yield [part, { span: { start: tag.end - 1, end: tag.end - 1 }, xml: ' xml:space="preserve"' }];
}

/** The first characters of an empty paragraph, with the look that its end has. */
function* filled(document: WordDocument, gap: Gap, newText: string): Generator<[string, Splice]> {
  const xml = document.parts.get(gap.part) ?? '';
  const tag = xml.slice(gap.tag.start, gap.tag.end);
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? 'w:p';
  const prefix = name.slice(0, name.length - 1);
  const run = `<${prefix}r>${gap.look}<${prefix}t xml:space="preserve">${escaped(newText)}</${prefix}t></${prefix}r>`;
  if (!gap.isClosed) yield [gap.part, { span: { start: gap.end, end: gap.end }, xml: run }];
  else yield [gap.part, { span: gap.tag, xml: `${tag.slice(0, -'/>'.length).trimEnd()}>${run}</${name}>` }];
}

function spliced(xml: string, splices: readonly Splice[]): string {
  const inOrder = unique(splices).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let written = '';
  let from = 0;
  for (const { span, xml: own } of inOrder) {
    written += xml.slice(from, span.start) + own;
    from = span.end;
  }
  return written + xml.slice(from);
}

/** The tag around several changes is told once that blanks count. */
const unique = (splices: readonly Splice[]): Splice[] => [
  ...new Map(splices.map((each) => [`${each.span.start} ${each.span.end} ${each.xml}`, each])).values(),
];

function unwritable(document: WordDocument, offset: number, reason: string): Unwritable {
  return new Unwritable(`${placeOf(document, offset)}：${reason}，写不回文件，没有改动；请在 Word 中修改`);
}
