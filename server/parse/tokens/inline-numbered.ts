import { edition2021 } from '../../form/edition-2021';
import { foldUnit, isDigit } from '../../text/fold';
import { hasMeaning, plainWords, significant } from '../lexicon/lexicon';
import { type Numbering, numberingAt } from '../lexicon/numbering';
import { folded, isLetter, longestMask, unitBefore } from '../lexicon/surroundings';
import { keywords, phraseEnd } from '../lexicon/wordings';
import type { Sighting } from './inline-series';
import {
  brackets,
  isEnding,
  isLine,
  mentionAfter,
  mentionsBefore,
  standsApart,
  type WordingThere,
  wordingAt,
} from './inline-words';

const { sections } = edition2021;
const [NEWLINE, SPACE, OPEN] = [10, 32, 40] as const;
/** 第, as in 第一部分. */
const ORDINAL = 0x7b2c;
/** A wording that is not the form's is a phrase of sentences as well where it is shorter. */
const longestPhrase = 7;

/** A number before a heading's words. */
interface Number {
  readonly start: number;
  readonly numbering: Numbering;
  /** Whether it is a numeral alone, with no mark behind it. */
  readonly isBare: boolean;
  /** The unit before it. */
  readonly before: number;
}

/** What a number's words are: a wording of the section with this number or another, or an own one. */
interface Words {
  readonly end: number;
  readonly section: number;
  readonly isDoubtful: boolean;
}

/** The heading behind the number at a place; undefined where there is none. */
export function numberedAt(view: string, at: number): Sighting | undefined {
  const number = numberAt(view, at);
  const words = number && (knownWords(view, number) ?? ownWords(view, number));
  if (!number || !words) return undefined;
  const { start, numbering, before, isBare } = number;
  const { end, section } = words;
  const framed = isFramed(view, start, end);
  if ((brackets.has(before) && !framed) || mentionsBefore.has(before)) return undefined;
  const after = folded(view, end, 8);
  const isMentioned = !framed && mentionAfter.test(after);
  // 五、存在的主要问题及改进情况，分述如下。
  if (isMentioned && !(/^[ \0]*,/.test(after) && isEnding(before))) return undefined;
  const line = !isBare && isLine(view, start, end);
  // A line with a number as sections have it is read as a heading wherever its words are one.
  const isRead = line && (numbering.style === 'chinese' || numbering.style === 'arabic');
  const mayBeOther = words.isDoubtful || isMentioned || isBehindFigure(number) || isLoose(number);
  return { start, end, numbering, section, isDoubtful: mayBeOther && !isRead, isLine: line };
}

/** Whether a number may belong to the figure before it. */
const isBehindFigure = ({ before, numbering }: Number): boolean =>
  isDigit(before) && numbering.style === 'arabic';

/** Whether a numeral without a mark stands inside a line. */
const isLoose = ({ isBare, before }: Number): boolean => isBare && before !== NEWLINE;

function numberAt(view: string, at: number): Number | undefined {
  const opening = foldUnit(view.charCodeAt(at - 1));
  const limit = Math.min(view.length, at + longestMask);
  const whole = opening === OPEN || opening === ORDINAL ? numberingAt(view, at - 1, limit) : undefined;
  const start = whole ? at - 1 : at;
  const before = unitBefore(view, opening === ORDINAL ? at - 1 : start);
  const known = whole ?? numberingAt(view, at, limit);
  const numbering = known ?? bareNumberAt(view, at, before);
  if (!numbering || numbering.end <= at) return undefined;
  return { start, numbering, isBare: known === undefined, before };
}

/**
 * A numeral alone. At the start of a line, and behind a sentence or a row, a blank may set it off or nothing at all.
 */
function bareNumberAt(view: string, at: number, before: number): Numbering | undefined {
  const char = String.fromCharCode(foldUnit(view.charCodeAt(at)));
  const digit = isDigit(char.charCodeAt(0));
  const next = foldUnit(view.charCodeAt(at + 1));
  const isSetOff = !digit && isEnding(before) && (next === SPACE || isLetter(next));
  if (before !== NEWLINE && !isSetOff) return undefined;
  const read = numberingAt(`${char}、`, 0, 2);
  return read && { ...read, start: at, end: at + 1, style: digit ? 'arabic' : 'chinese' };
}

/** A known wording behind a number; undefined for none, and for one that a sub-point or a sentence has. */
function knownWords(view: string, number: Number): Words | undefined {
  const wording = wordingAt(view, number.numbering.end, { numbered: true });
  if (!wording) return undefined;
  const { known, end } = wording;
  const isPhrase = !known.official && known.label.length <= longestPhrase && isLetter(number.before);
  if (belongs(number, wording) && !isPhrase) return { end, section: known.number, isDoubtful: false };
  const { value, style } = number.numbering;
  if (known.number !== value || (style !== 'chinese' && isLetter(number.before))) return undefined;
  return { end, section: known.number, isDoubtful: true };
}

/** Whether a number is one that a section's heading has: sub-points are numbered otherwise than sections, and named nearly as they are. */
function belongs(
  { numbering: { style, value }, isBare }: Number,
  { known: { official, number } }: WordingThere,
): boolean {
  const right = number === value;
  if (isBare) return right && official;
  return official ? right || style === 'chinese' : right && style === 'chinese';
}

/** A few words that say what the section with their number is about, in a wording of their own; undefined for others. */
function ownWords(view: string, { start, numbering, isBare, before }: Number): Words | undefined {
  const section = sections[numbering.value - 1];
  const apart = standsApart(view, start);
  if (isBare || numbering.style !== 'chinese' || !section || !(apart || isEnding(before))) return undefined;
  const end = phraseEnd(view, numbering.end);
  if (end === undefined) return undefined;
  const words = plainWords(significant(view.slice(numbering.end, end)));
  // 其他 is a label of the tables too, with another number.
  const isLabel = hasMeaning(words) && section.id !== 'otherMatters';
  if (isLabel || !keywords[section.id].test(words)) return undefined;
  return { end, section: section.number, isDoubtful: !apart };
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
