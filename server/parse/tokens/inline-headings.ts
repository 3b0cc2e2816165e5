import { edition2021 } from '../../form/edition-2021';
import { foldUnit, ignored, isDigit } from '../../text/fold';
import type { Numbering } from '../lexicon/numbering';
import { isLetter, longestMask } from '../lexicon/surroundings';
import { numberedAt } from './inline-numbered';
import { inSeries, type Sighting } from './inline-series';
import { mayBeUnnumbered, unnumberedAt } from './inline-unnumbered';
import { firsts } from './inline-words';

/** A section's heading inside a line, or over two: what the line breaks of the text do not show. */
export interface InlineHeading {
  readonly start: number;
  readonly end: number;
  readonly numbering: Numbering | undefined;
}

const { sections } = edition2021;

/** What a heading may begin with: a numeral, or the first character of a wording. */
const [NUMERAL, PHRASE] = [1, 2] as const;
const kinds = beginnings();

const mostHeadings = 200;
/** A year-book of hundreds of reports has no more headings. */
const mostLines = 5000;
const [SPACE, DOT, CLOSE, COMMA] = [32, 46, 41, 44] as const;
/** 部 and 章, and the digit with which years begin. */
const [PART, CHAPTER, YEAR] = [0x90e8, 0x7ae0, 0x32] as const;

/**
 * The headings that are glued to what stands before or behind them in their line, or broken over two lines, as in copies that lost
 * or moved their line breaks. They are found by the wording of a section behind a number; one that may be something else by itself
 * is one where just its section is missing. What a sentence quotes or refers to is none. Headings that are lines of their own are
 * left to whoever reads lines.
 */
export function inlineHeadings(view: string): readonly InlineHeading[] {
  const seen: Sighting[] = [];
  let open = 0;
  let lines = 0;
  for (let at = 0; at < view.length && lines < mostLines; at++) {
    if (seen.length - lines >= mostHeadings) break;
    const kind = kinds[view.charCodeAt(at)];
    if (!kind || (kind === NUMERAL && isFigureAt(view, at))) continue;
    const sighting =
      kind === NUMERAL ? mayPrecede(view, at) && numberedAt(view, at) : phraseAt(view, at, open);
    if (!sighting || sighting.start < open) continue;
    if (sighting.numbering) open = sighting.end;
    if (sighting.isLine) lines++;
    seen.push(sighting);
  }
  return inSeries(seen.sort((a, b) => a.start - b.start)).filter(({ isLine }) => !isLine);
}

const phraseAt = (view: string, at: number, open: number): Sighting | undefined =>
  at >= open && mayBeUnnumbered(view, at) ? unnumberedAt(view, at) : undefined;

function beginnings(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const set = (units: ReadonlySet<number>, kind: number): void => {
    for (let unit = 0; unit < table.length; unit++) if (units.has(foldUnit(unit))) table[unit] = kind;
  };
  const [overview, ...others] = sections;
  const phrases = [overview?.heading, ...(overview?.variants ?? []), ...others.map(({ heading }) => heading)];
  set(new Set(phrases.map((phrase) => phrase?.charCodeAt(0) ?? 0)), PHRASE);
  set(new Set([...'一二三四五六壹贰叁参肆伍陆ⅠⅡⅢⅣⅤⅥ123456'].map((char) => char.charCodeAt(0))), NUMERAL);
  return table;
}

/** Whether a digit is one of a figure: what numbers a heading has a mark or a blank behind it. */
function isFigureAt(view: string, at: number): boolean {
  const unit = view.charCodeAt(at);
  const next = view.charCodeAt(at + 1);
  return unit < 128 && next < 128 && next !== SPACE && next !== DOT && next !== CLOSE && next !== COMMA;
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
