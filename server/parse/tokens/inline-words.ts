import { foldUnit, ignored, isDigit } from '../../text/fold';
import { plainWords } from '../lexicon/lexicon';
import { remarkEnd } from '../lexicon/remarks';
import { isFiller, isLetter, lineBegins, longestMask } from '../lexicon/surroundings';
import {
  endsLine,
  headingEnd,
  isBeginning,
  lead,
  type Wording,
  wordingOf,
  wordings,
} from '../lexicon/wordings';

/** So much stands before a wording at the most, as 2023年度政府信息公开工作 does. */
const longestLead = 20;
const longestWording = (wordings[0]?.label.length ?? 0) + longestLead;
const [NEWLINE, TAB, SPACE, PAUSE, COMMA, STOP] = [10, 9, 32, 0x3001, 44, 0x3002] as const;

/** The characters with which wordings of headings begin. */
export const firsts: ReadonlySet<number> = new Set(wordings.map(({ label }) => label.charCodeAt(0)));

/** What quotes a heading. */
export const brackets: ReadonlySet<number> = new Set([...'([《〈"\''].map((char) => char.charCodeAt(0)));
/** What a sentence says before it names a heading (详见五、…), or joins to it, and what makes its number another: 十三、. */
export const mentionsBefore: ReadonlySet<number> = new Set(
  [...'见照在于从对第和与及至到即由表图十,、;'].map((char) => char.charCodeAt(0)),
);
/** What a sentence says behind a heading that it names. */
export const mentionAfter =
  /^[ \0]*(?:[)\]》〉"',;]|、[一二三四五六\d(]|[一这该本]?(?:节|章|部分)|[中里]?的|[中里][所说予已有,.]|所|等(?!情况)|如前)/;

/** What ends a sentence or the last cell of a row, behind which another line may have begun. */
const ends = new Set([...'.!?)]>%/|—〇'].map((char) => char.charCodeAt(0)));

/** Whether a folded unit ends a sentence, a line or a row of figures. */
export const isEnding = (unit: number): boolean =>
  unit === NEWLINE || unit === TAB || isDigit(unit) || ends.has(unit);

/** Whether a line or a sentence begins at a place, or a blank or ornament stands before it. */
export function standsApart(view: string, at: number): boolean {
  const unit = at === 0 ? NEWLINE : view.charCodeAt(at - 1);
  return unit === NEWLINE || unit === TAB || unit === STOP || isFiller(foldUnit(unit));
}

/** Whether a heading is a line of its own, with what belongs to it. */
export const isLine = (view: string, start: number, end: number): boolean =>
  lineBegins(view, start) &&
  endsLine(view, headingEnd(view, end)) &&
  !/[\n\t]|[ \u3000\u00a0]{2}/.test(view.slice(start, end));

/** A wording that stands at a place, and where it ends. */
export interface WordingThere {
  readonly end: number;
  readonly known: Wording;
}

/**
 * The longest wording of a section's heading that stands at a place, with blanks or one line break in it or not; behind a number with
 * the year or 政府信息公开工作 before it or not. Undefined for none.
 */
export function wordingAt(
  view: string,
  start: number,
  { numbered }: { readonly numbered: boolean },
): WordingThere | undefined {
  const { words, ends } = wordsAt(view, start, numbered);
  const bare = numbered ? words.replace(lead, '') : words;
  const whole = wordingOf(words);
  const known = whole ?? wordingOf(bare);
  if (!known) return undefined;
  const skipped = whole ? 0 : words.length - bare.length;
  return { known, end: ends[skipped + known.label.length - 1] ?? start };
}

/** What stands at a place, as far as a heading goes: its characters, and where each of them ends. */
function wordsAt(
  view: string,
  start: number,
  numbered: boolean,
): { readonly words: string; readonly ends: readonly number[] } {
  let words = '';
  const ends: number[] = [];
  let breaks = 0;
  for (let at = start; at < view.length && words.length < longestWording && at < start + longestMask; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === NEWLINE && ++breaks > 1) break;
    if (unit === SPACE || unit === ignored || unit === NEWLINE || unit === 13) continue;
    if (unit === PAUSE || unit === COMMA) continue;
    if (words === '' && !numbered && !firsts.has(unit)) break;
    const behind = words === '' ? at : remarkEnd(view, at);
    if (behind > at) {
      at = behind - 1;
      continue;
    }
    if (!isLetter(unit) && !(numbered && isDigit(unit))) break;
    words += String.fromCharCode(unit);
    ends.push(at + 1);
    if (words.length === 2 && !numbered && !isBeginning(words)) break;
  }
  return { words: plainWords(words), ends };
}
