import { edition2021 } from '../form/edition-2021';
import { foldUnit, ignored, isDigit } from '../text/fold';
import { folded, isFiller, isLetter, lineBegins, longestMask, unitAfter, unitBefore } from './around';
import { hasMeaning, plainWords, significant } from './lexicon';
import { type Numbering, numberingAt } from './numbering';
import {
  endsLine,
  headingEnd,
  isBeginning,
  keywords,
  lead,
  phraseEnd,
  type Wording,
  wordingOf,
  wordings,
} from './wordings';

/** A section's heading inside a line, or over two: what the line breaks of the text do not show. */
export interface InlineHeading {
  readonly start: number;
  readonly end: number;
  readonly numbering: Numbering | undefined;
}

const { sections } = edition2021;
/** So much stands before a wording at the most, as 2023年度政府信息公开工作 does. */
const longestLead = 20;
const longestWording = (wordings[0]?.label.length ?? 0) + longestLead;
const firsts = new Set(wordings.map(({ label }) => label.charCodeAt(0)));

/** What a heading may begin with: a numeral, or the first character of an official wording. */
const [NUMERAL, PHRASE] = [1, 2] as const;
type Kind = typeof NUMERAL | typeof PHRASE;
const kinds = beginnings();

const brackets = new Set([...'([《〈"\''].map((char) => char.charCodeAt(0)));
/** What a sentence says before it names a heading (详见五、…), or joins to it. */
const mentionsBefore = new Set([...'见照在于从对第和与及至到即由表图,、;'].map((char) => char.charCodeAt(0)));
const mentionAfter =
  /^[ \0]*(?:[)\]》〉"',;]|、[一二三四五六\d(]|[一这该本]?(?:节|章|部分)|[中里]?的|[中里][所说予已有,.]|所|等(?!情况)|如前)/;
/** Without a number, and as the name of a table, a wording more often belongs to a sentence or caption. */
const proseAfter = /^[ \0]*(?:[表图是为在、]|统计|说明|一览|如下)/;
const mostHeadings = 200;
/** A year-book of hundreds of reports has no more headings. */
const mostLines = 5000;
const [NEWLINE, SPACE, OPEN, PAUSE, COMMA, CLOSE, DOT] = [10, 32, 40, 0x3001, 44, 41, 46] as const;
/** 第, 部, 章 and 。, and the digit with which years begin. */
const [ORDINAL, PART, CHAPTER, STOP, YEAR] = [0x7b2c, 0x90e8, 0x7ae0, 0x3002, 0x32] as const;

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

/** Whether the words of a heading, or the 部分 of a number, may follow a numeral: most numerals are those of labels. */
function mayPrecede(view: string, index: number): boolean {
  const digit = isDigit(foldUnit(view.charCodeAt(index)));
  for (let at = index + 1, seen = 0; seen < 5 && at < index + longestMask; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === ignored) continue;
    // 一、2023年…, but no figure.
    if (isDigit(unit)) return !digit && seen > 0 && unit === YEAR;
    if (isLetter(unit)) return firsts.has(unit) || unit === PART || unit === CHAPTER || (!digit && seen > 0);
    seen++;
  }
  return false;
}

/** A heading behind a number, and whether it is a line of its own. */
function numberedAt(view: string, at: number): (InlineHeading & { readonly line: boolean }) | undefined {
  let start = at;
  const opening = foldUnit(view.charCodeAt(at - 1));
  const limit = Math.min(view.length, at + longestMask);
  const whole = opening === OPEN || opening === ORDINAL ? numberingAt(view, at - 1, limit) : undefined;
  if (whole) start--;
  const before = unitBefore(view, opening === ORDINAL ? at - 1 : start);
  const known = whole ?? numberingAt(view, at, limit);
  // At the start of a line a blank, the line's end or nothing at all may set a number off.
  const numbering = known ?? (before === NEWLINE ? bareNumberAt(view, at) : undefined);
  if (!numbering || numbering.end <= at) return undefined;
  const wording = wordingAt(view, numbering.end, NUMERAL);
  const fits = wording && belongs(numbering, wording.known, known === undefined);
  const end = fits ? wording.end : known && unusualEnd(view, start, known);
  if (end === undefined) return undefined;
  const framed = isFramed(view, start, end);
  if (brackets.has(before) && !framed) return undefined;
  if (mentionsBefore.has(before) || (isDigit(before) && numbering.style === 'arabic')) return undefined;
  // A short wording of another kind is a phrase as well: it needs the end of a sentence before it.
  if (fits && !wording.known.official && wording.known.label.length < 8 && isLetter(before)) return undefined;
  if (!framed && mentionAfter.test(folded(view, end, 8))) return undefined;
  return { start, end, numbering, line: known !== undefined && isLine(view, start, end) };
}

/** Whether a number is one that a section's heading has: sub-points are numbered otherwise than sections, and named nearly as they are. */
function belongs({ style, value }: Numbering, { official, number }: Wording, bare: boolean): boolean {
  const right = number === value;
  if (bare || !official) return right && (official || style === 'chinese') && (!bare || official);
  return right || style === 'chinese';
}

/** The end of a few words that say what the section with their number is about, in a wording of their own; undefined for others. */
function unusualEnd(view: string, start: number, { style, value, end }: Numbering): number | undefined {
  const section = sections[value - 1];
  if (style !== 'chinese' || !section || !standsApart(view, start)) return undefined;
  const last = phraseEnd(view, end);
  if (last === undefined) return undefined;
  const words = plainWords(significant(view.slice(end, last)));
  // 其他 is a label of the tables too, with another number.
  const isLabel = hasMeaning(words) && section.id !== 'otherMatters';
  return keywords[section.id].test(words) && !isLabel ? last : undefined;
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
  const wording = wordingAt(view, start, PHRASE);
  if (!wording?.known.official) return undefined;
  const { end, known } = wording;
  const before = unitBefore(view, start);
  const after = folded(view, end, 8);
  if (mentionAfter.test(after) || proseAfter.test(after)) return undefined;
  if (before !== NEWLINE && (mentionsBefore.has(before) || brackets.has(before) || !/^[ \n]/.test(after)))
    return undefined;
  // The first heading is too common a phrase: it begins its line, and has it for itself or is set off from the text behind it.
  const isSetOff = unitAfter(view, end) === NEWLINE || /^\0*[ :]/.test(after);
  if (known.number === 1 && !(before === NEWLINE && isSetOff)) return undefined;
  return isLine(view, start, end) ? undefined : { start, end, numbering: undefined };
}

/** What stands at a place, as far as a heading goes: its characters, and where each of them ends. */
function wordsAt(view: string, start: number, kind: Kind): { words: string; ends: readonly number[] } {
  const numbered = kind === NUMERAL;
  let words = '';
  const ends: number[] = [];
  let breaks = 0;
  for (let at = start; at < view.length && words.length < longestWording && at < start + longestMask; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === NEWLINE && ++breaks > 1) break;
    if (unit === SPACE || unit === ignored || unit === NEWLINE || unit === 13) continue;
    if (unit === PAUSE || unit === COMMA) continue;
    if (words === '' && !numbered && !firsts.has(unit)) break;
    if (!isLetter(unit) && !(numbered && isDigit(unit))) break;
    words += String.fromCharCode(unit);
    ends.push(at + 1);
    if (words.length === 2 && !numbered && !isBeginning(words)) break;
  }
  return { words: plainWords(words), ends };
}

/**
 * The longest wording of a section's heading that stands at a place, with blanks or one line break in it or not; behind a number with
 * the year or 政府信息公开工作 before it or not.
 */
function wordingAt(
  view: string,
  start: number,
  kind: Kind,
): { readonly end: number; readonly known: Wording } | undefined {
  const { words, ends } = wordsAt(view, start, kind);
  const bare = kind === NUMERAL ? words.replace(lead, '') : words;
  const whole = wordingOf(words);
  const known = whole ?? wordingOf(bare);
  if (!known) return undefined;
  const skipped = whole ? 0 : words.length - bare.length;
  return { known, end: ends[skipped + known.label.length - 1] ?? start };
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

/** Whether a heading is a line of its own, with what belongs to it. */
const isLine = (view: string, start: number, end: number): boolean =>
  lineBegins(view, start) &&
  endsLine(view, headingEnd(view, end)) &&
  !/[\n\t]|[ \u3000\u00a0]{2}/.test(view.slice(start, end));
