import { say } from '../../text/say';
import type { Block, Paragraph } from '../lines/blocks';
import type { PagePart } from './pages';
import { isFigure, sayingOf, type TextLine } from './texts';
import { withWholeRows } from './wrapped-rows';

/** Lines as paragraphs: one that is full goes on in the next, over pages as well, unless that begins further in. */
export function blocksOf(parts: readonly PagePart[]): Block[] {
  const lines = parts.flatMap((part) => ('line' in part ? [part.line] : []));
  const [left, right] = [usual(lines.map((line) => line.left)), furthest(lines)];
  const spacing = closest(lines);
  const blocks: Block[] = [];
  let open: { text: string; line: TextLine; page: number } | undefined;
  const end = (): void => {
    if (open) blocks.push(paragraph(open.text, say`第 ${open.page} 页`));
    open = undefined;
  };
  for (const part of withWholeRows(parts)) {
    if (!('line' in part)) {
      end();
      blocks.push(part);
      continue;
    }
    const { line, page } = part;
    if (hasColumns(line)) {
      end();
      blocks.push(paragraph(inColumns(line, left), say`第 ${page} 页`));
      continue;
    }
    const text = sayingOf(line);
    const isApart = open?.page === page && line.base - open.line.base > 1.3 * spacing;
    if (open && !isApart && !isNewItem(open.text, text) && goesOn(open.line, line, { left, right })) {
      open.text += isJoined(open.text, text) ? text : ` ${text}`;
      open.line = line;
      continue;
    }
    end();
    open = { text, line, page };
  }
  end();
  return blocks;
}

const paragraph = (text: string, place: string): Paragraph => ({
  kind: 'paragraph',
  pieces: [{ text, source: undefined }],
  gap: undefined,
  place,
});

const isJoined = (before: string, behind: string): boolean =>
  before.charCodeAt(before.length - 1) >= 0x2e80 || behind.charCodeAt(0) >= 0x2e80 || /\d$/u.test(before);

/** Whether a sentence has ended, and an item of a list begins. */
const isNewItem = (before: string, text: string): boolean =>
  /[。；：]$/u.test(before) &&
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/u.test(text);

/** Whether a line is full, and the next begins at the margin in the same size. */
function goesOn(
  before: TextLine,
  line: TextLine,
  { left, right }: { readonly left: number; readonly right: number },
): boolean {
  const { size } = before;
  const isFull = before.right > right - 2 * size;
  const isCentred = line.left > left + 1.2 * size && before.left > left - size;
  return (
    isFull &&
    Math.abs(line.size - size) < 0.15 * size &&
    (!isCentred || isTitle(before, line, { left, right }))
  );
}

/** Lines of a title stand in the middle. */
const isTitle = (
  before: TextLine,
  line: TextLine,
  { left, right }: { readonly left: number; readonly right: number },
): boolean => {
  const off = (each: TextLine): number => Math.abs(each.left + each.right - left - right) / 2;
  return off(before) < before.size && off(line) < before.size && line.left > left + 3 * line.size;
};

/** Where most lines begin. */
function usual(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(Math.round(place), (counts.get(Math.round(place)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 0;
}

/** Where full lines end: one in twenty may stand out. */
function furthest(lines: readonly TextLine[]): number {
  const sorted = lines.map(({ right }) => right).sort((a, b) => a - b);
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
}

/** How far lines of a paragraph are apart: no less than others, but for a few. */
function closest(lines: readonly TextLine[]): number {
  const gaps = lines.slice(1).map(({ base, size }, at) => ({ gap: base - (lines[at]?.base ?? 0), size }));
  const sorted = gaps.flatMap(({ gap: own, size }) => (own > 0.8 * size ? [own] : [])).sort((a, b) => a - b);
  return sorted[Math.floor(0.1 * (sorted.length - 1))] ?? 0;
}

/** What is so far apart stands in columns. */
const gap = 1.5;

/** Figures beside each other are no sentence's, however close they stand. */
const figureGap = 0.15;

const hasColumns = ({ texts, size }: TextLine): boolean =>
  texts.some((each, at) => {
    const before = texts[at - 1];
    if (!before) return false;
    const room = each.left - before.right;
    return room > gap * size || (room > figureGap * size && isFigure(before.text) && isFigure(each.text));
  });

/** A line of a table without lines: each text as far in as it stands on the page, in halves of a character. */
function inColumns({ texts, size }: TextLine, left: number): string {
  let line = '';
  let width = 0;
  for (const { text, left: own } of texts) {
    const column = Math.max(0, Math.round((own - left) / (size / 2)));
    const room = Math.max(line === '' ? 0 : 1, column - width);
    line += ' '.repeat(Math.min(room, 200)) + text;
    width += room + [...text].reduce((sum, each) => sum + (each.charCodeAt(0) >= 0x2e80 ? 2 : 1), 0);
  }
  return line.trimEnd();
}
