import { edition2021 } from '../form/edition-2021';
import type { SectionId } from '../form/form';
import { foldUnit, ignored, isDigit } from '../text/fold';
import {
  folded,
  isFiller,
  isLetter,
  isOrnament,
  lineBegins,
  longestMask,
  unitAfter,
  unitBefore,
} from './around';
import { isPunctuation } from './key';
import { hasMeaning, plainWords, significant } from './lexicon';
import { type Numbering, numberingAt } from './numbering';

/** A section's heading inside a line, or over two: what the line breaks of the text do not show. */
export interface InlineHeading {
  readonly start: number;
  readonly end: number;
  readonly numbering: Numbering | undefined;
}

const { sections } = edition2021;

interface Wording {
  readonly label: string;
  readonly id: SectionId;
  readonly number: number;
  readonly official: boolean;
}

/** Longest first, so that the first that fits is the whole wording. */
const wordings: readonly Wording[] = sections
  .flatMap(({ id, number, heading, variants }) =>
    [heading, ...variants].map((label) => ({
      label: plainWords(significant(label)),
      id,
      number,
      official: label === heading,
    })),
  )
  .sort((a, b) => b.label.length - a.label.length);
const longestWording = wordings[0]?.label.length ?? 0;
const firsts = new Set(wordings.map(({ label }) => label.charCodeAt(0)));
/** By their first two characters, since most of what begins as a wording does goes on otherwise. */
const byBeginning: ReadonlyMap<string, readonly Wording[]> = new Map(
  wordings.map(({ label }) => [
    label.slice(0, 2),
    wordings.filter((each) => each.label.startsWith(label.slice(0, 2))),
  ]),
);

/** What a heading may begin with: a numeral, or the first character of an official wording. */
const [NUMERAL, PHRASE] = [1, 2] as const;
const kinds = beginnings();

const brackets = new Set([...'([《〈"\''].map((char) => char.charCodeAt(0)));
/** What a sentence says before it names a heading (详见五、…), or joins to it. */
const mentionsBefore = new Set([...'见照在于从对第和与及至到即由表图,、;'].map((char) => char.charCodeAt(0)));
const mentionAfter =
  /^[ \0]*(?:[)\]》〉"',、;]|[一这该本]?(?:节|章|部分)|[中里]?的|[中里][所说予已有,.]|所|等|如下|如前)/;
/** Without a number, and as the name of a table, a wording more often belongs to a sentence or caption. */
const proseAfter = /^[ \0]*(?:[表图是为在]|统计|说明|一览)/;
const mostHeadings = 200;
/** A year-book of hundreds of reports has no more headings. */
const mostLines = 5000;
const [NEWLINE, SPACE, OPEN, PAUSE, COMMA, CLOSE, DOT] = [10, 32, 40, 0x3001, 44, 41, 46] as const;
/** 第, 部, 章 and 。 */
const [ORDINAL, PART, CHAPTER, STOP] = [0x7b2c, 0x90e8, 0x7ae0, 0x3002] as const;

/**
 * The headings that are glued to what stands before or behind them in their line, or broken over two lines, as in copies that lost
 * or moved their line breaks. They are found by the wording of a section behind a number. What a sentence quotes or refers to is
 * none. Headings that are lines of their own are left to whoever reads lines.
 */
export function inlineHeadings(view: string): readonly InlineHeading[] {
  const found: InlineHeading[] = [];
  const bare: InlineHeading[] = [];
  let open = 0;
  let lines = 0;
  for (let at = 0; at < view.length && lines < mostLines; at++) {
    if (found.length + bare.length >= mostHeadings) break;
    const kind = kinds[view.charCodeAt(at)];
    if (!kind || (kind === NUMERAL && isFigureAt(view, at))) continue;
    const numbered = kind === NUMERAL && mayPrecede(view, at) ? numberedAt(view, at) : undefined;
    if (numbered && numbered.start >= open) {
      open = numbered.end;
      lines++;
      if (!numbered.line) found.push(numbered);
    }
    const phrase =
      kind === PHRASE && at >= open && standsApart(view, at) ? unnumberedAt(view, at) : undefined;
    if (phrase) bare.push(phrase);
  }
  return bare.length === 0 ? found : [...found, ...bare].sort((a, b) => a.start - b.start);
}

function beginnings(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const set = (units: ReadonlySet<number>, kind: number): void => {
    for (let unit = 0; unit < table.length; unit++) if (units.has(foldUnit(unit))) table[unit] = kind;
  };
  set(new Set(sections.map(({ heading }) => heading.charCodeAt(0))), PHRASE);
  set(new Set([...'一二三四五六壹贰叁参肆伍陆ⅠⅡⅢⅣⅤⅥ123456'].map((char) => char.charCodeAt(0))), NUMERAL);
  return table;
}

/** Whether a digit is one of a figure: what numbers a heading has a mark or a blank behind it. */
function isFigureAt(view: string, at: number): boolean {
  const unit = view.charCodeAt(at);
  const next = view.charCodeAt(at + 1);
  return unit < 128 && next < 128 && next !== SPACE && next !== DOT && next !== CLOSE && next !== COMMA;
}

/** Whether a line or a sentence begins at a place, or a blank or ornament stands before it. */
function standsApart(view: string, at: number): boolean {
  const unit = at === 0 ? NEWLINE : view.charCodeAt(at - 1);
  return unit === NEWLINE || unit === 9 || unit === STOP || isFiller(foldUnit(unit));
}

/** Whether a wording, or the 部分 of a number, may follow a numeral: most numerals are those of labels. */
function mayPrecede(view: string, index: number): boolean {
  for (let at = index + 1, seen = 0; seen < 5 && at < index + longestMask; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === ignored) continue;
    if (isDigit(unit)) return false;
    if (isLetter(unit)) return firsts.has(unit) || unit === PART || unit === CHAPTER;
    seen++;
  }
  return false;
}

/** A heading behind a number, and whether it is a line of its own. */
function numberedAt(view: string, at: number): (InlineHeading & { readonly line: boolean }) | undefined {
  let start = at;
  const lead = foldUnit(view.charCodeAt(at - 1));
  if (lead === OPEN || lead === ORDINAL) start--;
  const before = unitBefore(view, start);
  const known = numberingAt(view, start, Math.min(view.length, at + longestMask));
  // At the start of a line a blank, the line's end or nothing at all may set a number off.
  const numbering = known ?? (before === NEWLINE ? bareNumberAt(view, at) : undefined);
  if (!numbering || numbering.end <= at) return undefined;
  const wording = wordingAt(view, numbering.end);
  if (!wording || !belongs(numbering, wording.known, known === undefined)) return undefined;
  const { end } = wording;
  const framed = isFramed(view, start, end);
  if (brackets.has(before) && !framed) return undefined;
  if (mentionsBefore.has(before) || (isDigit(before) && numbering.style === 'arabic')) return undefined;
  // A short wording of another kind is a phrase as well: it needs the end of a sentence before it.
  if (!wording.known.official && wording.known.label.length < 8 && isLetter(before)) return undefined;
  if (!framed && mentionAfter.test(folded(view, end, 8))) return undefined;
  return { start, end, numbering, line: known !== undefined && isLine(view, start, end) };
}

/** Whether a number is one that a section's heading has: sub-points are numbered otherwise than sections, and named nearly as they are. */
function belongs({ style, value }: Numbering, { official, number }: Wording, bare: boolean): boolean {
  const right = number === value;
  if (bare || !official) return right && (official || style === 'chinese') && (!bare || official);
  return right || style === 'chinese';
}

/** A numeral alone, with what follows not looked at. */
function bareNumberAt(view: string, at: number): Numbering | undefined {
  const char = String.fromCharCode(foldUnit(view.charCodeAt(at)));
  const read = numberingAt(`${char}、`, 0, 2);
  return (
    read && { ...read, start: at, end: at + 1, style: isDigit(char.charCodeAt(0)) ? 'arabic' : 'chinese' }
  );
}

/** Without a number a heading starts its line, or stands apart between blanks, as no phrase of a sentence does. */
function unnumberedAt(view: string, start: number): InlineHeading | undefined {
  const wording = wordingAt(view, start);
  if (!wording?.known.official) return undefined;
  const { end, known } = wording;
  const before = unitBefore(view, start);
  const after = folded(view, end, 8);
  if (mentionAfter.test(after) || proseAfter.test(after)) return undefined;
  if (before !== NEWLINE && (mentionsBefore.has(before) || brackets.has(before) || !/^[ \n]/.test(after)))
    return undefined;
  // The first heading is too common a phrase: it has its line for itself, but for ornaments.
  if (known.number === 1 && !(before === NEWLINE && unitAfter(view, end) === NEWLINE)) return undefined;
  return isLine(view, start, end) ? undefined : { start, end, numbering: undefined };
}

/** The longest wording of a section's heading that stands at a place, with blanks or one line break in it or not. */
function wordingAt(
  view: string,
  start: number,
): { readonly end: number; readonly known: Wording } | undefined {
  let words = '';
  const ends: number[] = [];
  let breaks = 0;
  for (let at = start; at < view.length && words.length < longestWording && at < start + longestMask; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === NEWLINE && ++breaks > 1) break;
    if (unit === SPACE || unit === ignored || unit === NEWLINE || unit === 13) continue;
    if (unit === PAUSE || unit === COMMA) continue;
    if (words === '' && !firsts.has(unit)) return undefined;
    if (!isLetter(unit)) break;
    words += String.fromCharCode(unit);
    ends.push(at + 1);
    if (words.length === 2 && !byBeginning.has(plainWords(words))) return undefined;
  }
  const plain = plainWords(words);
  const known = byBeginning.get(plain.slice(0, 2))?.find(({ label }) => plain.startsWith(label));
  return known && { known, end: ends[known.label.length - 1] ?? start };
}

/** Whether a heading stands in thick brackets, 【一、总体情况】: an ornament, while other brackets quote. */
const isFramed = (view: string, start: number, end: number): boolean =>
  view
    .slice(Math.max(0, start - 3), start)
    .trimEnd()
    .endsWith('【') &&
  view
    .slice(end, end + 3)
    .trimStart()
    .startsWith('】');

/** Whether a heading is a line of its own. */
const isLine = (view: string, start: number, end: number): boolean =>
  lineBegins(view, start) && endsLine(view, end) && !/[\n\t]|[ \u3000\u00a0]{2}/.test(view.slice(start, end));

/** So few words behind a heading are a note to it (2023年度) and not what the section says. */
const longestNote = 8;

/** Whether nothing of weight stands between a place and the end of its line: no label, and not more than a note. */
function endsLine(view: string, from: number): boolean {
  let note = '';
  let letters = 0;
  let gap = false;
  for (let at = from; at < view.length; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === NEWLINE) break;
    if (unit === SPACE || unit === ignored || unit === 13) {
      gap = note !== '' && unit === SPACE;
      continue;
    }
    // What follows a blank is another cell, or a sentence.
    if (gap || (note === '' && isOrnament(unit))) return false;
    note += String.fromCharCode(unit);
    if (!isPunctuation(unit) && ++letters > longestNote) return false;
    if (note.length > 3 * longestNote) return false;
  }
  // A bracket that is left open belongs to the label that goes on in the next line.
  return note.lastIndexOf('(') <= note.lastIndexOf(')') && !hasMeaning(note);
}
