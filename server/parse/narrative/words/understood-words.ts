import { barriers, fillers, standings, synonyms } from './fillers';
import { type Lexeme, standing } from './lexeme';
import { isBesideNumber } from './short-names';
import { phraseAt } from './variant-phrases';
import { type Entry, entriesWith, isInWords } from './vocabulary';

// A clause that can be cut into known words from its begin to its end is read without those that say nothing. A word more that nobody
// knows, and it is left as it was found.

const boundaries = ',;:().\n';
/** What makes a clause worth it: a number, none, or a change. */
const telling = 'n$hz5GPQUKErCVcpukbFJWYZ';
/** 从申请人看: a clause of so few words may lead to what is counted. */
const shortest = 3;
/** Longer chunks are prose that tells of something else. */
const longest = 60;

/** Words that only a whole clause is read by, by their first unit, the longest first. */
const own = new Map<number, Entry[]>();
const lists = [['_', '', fillers] as const, ['x', standing, standings] as const, ...synonyms];
for (const [letter, name, words] of lists)
  for (const word of words) {
    const unit = word.charCodeAt(0);
    own.set(unit, [...(own.get(unit) ?? []), { word, letter, name, isShort: false }]);
  }

const units: ReadonlySet<number> = new Set(
  [...own.values()].flatMap((entries) =>
    entries.flatMap(({ word }) => [...word].map((char) => char.charCodeAt(0))),
  ),
);
/** No words that say nothing are so long together. */
const longestUnknown = 12;

/** Whether unknown words may be made of known ones: none of their characters is in no word. */
function mayBeKnown({ letter, start, end }: Lexeme, text: string): boolean {
  if (letter !== 'x') return true;
  if (end - start > longestUnknown) return false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!units.has(unit) && !isInWords(unit)) return false;
  }
  return true;
}

/** The words of a sentence that begins at `from`, those of a clause without unknown ones in between where all of it is known. */
export function understood(lexemes: readonly Lexeme[], text: string, from: number): readonly Lexeme[] {
  let found: Lexeme[] | undefined;
  let begin = from;
  let first = 0;
  for (let at = 0; at <= lexemes.length; at++) {
    const lexeme = lexemes[at];
    if (lexeme && !boundaries.includes(lexeme.letter)) continue;
    const words = lexemes.slice(first, at);
    const clause = isWorthIt(words, text)
      ? cover(words, text, begin, lexeme?.start ?? words.at(-1)?.end ?? begin)
      : undefined;
    if (clause) found ??= lexemes.slice(0, first);
    found?.push(...(clause ?? words), ...(lexeme ? [lexeme] : []));
    begin = lexeme?.end ?? begin;
    first = at + 1;
  }
  return found ?? lexemes;
}

const isWorthIt = (words: readonly Lexeme[], text: string): boolean =>
  words.some(({ letter }) => letter === 'x') &&
  words.every((word) => mayBeKnown(word, text)) &&
  (words.length < shortest || words.some(({ letter }) => telling.includes(letter)));

/** What keeps its place in a clause: numbers, dates and what else is no word of a list. */
const isFixed = ({ letter, quantity }: Lexeme): boolean =>
  quantity !== undefined || letter === 'date' || letter === 'T';

/** The known words of a clause from `begin` to `end`; undefined where they do not reach from one end to the other. */
function cover(words: readonly Lexeme[], text: string, begin: number, end: number): Lexeme[] | undefined {
  const found: Lexeme[] = [];
  let at = begin;
  for (const fixed of [...words.filter(isFixed), undefined]) {
    const chunk = chain(text, at, fixed?.start ?? end);
    if (!chunk) return undefined;
    found.push(...chunk);
    if (fixed) found.push(fixed);
    at = fixed?.end ?? end;
  }
  return found;
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly entry: Entry | undefined;
}

/** The fewest known words that make up all of the text from `from` to `to`, those that say nothing left out; undefined where none do. */
function chain(text: string, from: number, to: number): Lexeme[] | undefined {
  if (to - from > longest || barriers.test(text.slice(from, to))) return undefined;
  const steps: (Step | undefined)[] = [{ cost: 0, from, entry: undefined }];
  let farthest = from;
  for (let at = from; at < to && at <= farthest; at++) {
    const step = steps[at - from];
    if (!step) continue;
    for (const entry of candidates(text, at, to)) {
      const next = at + entry.word.length - from;
      const cost = step.cost + 1;
      farthest = Math.max(farthest, from + next);
      if (cost < (steps[next]?.cost ?? Number.POSITIVE_INFINITY)) steps[next] = { cost, from: at, entry };
    }
  }
  return steps[to - from] && backwards(steps, from, to);
}

function backwards(steps: readonly (Step | undefined)[], from: number, to: number): Lexeme[] {
  const found: Lexeme[] = [];
  for (let end = to; end > from; ) {
    const { from: start, entry } = steps[end - from] ?? { from, entry: undefined };
    if (entry && entry.letter !== '_')
      found.unshift({ letter: entry.letter, start, end, quantity: undefined, name: entry.name });
    end = start;
  }
  return found;
}

function candidates(text: string, at: number, to: number): Entry[] {
  const unit = text.charCodeAt(at);
  // 转为: another word than 转.
  const strange = entriesWith(unit).find(({ word, letter }) => letter === 'x' && text.startsWith(word, at));
  const phrase = phraseAt(text, at);
  const known = [
    ...(own.get(unit) ?? []),
    ...entriesWith(unit).filter(({ letter }) => letter !== 'x'),
  ].filter(
    ({ word, isShort }) =>
      at + word.length <= to &&
      text.startsWith(word, at) &&
      (!strange || word.length > strange.word.length || own.get(unit)?.some((each) => each.word === word)) &&
      (!isShort || isBesideNumber(text, at, at + word.length)),
  );
  if (phrase && phrase.end <= to)
    known.unshift({
      word: text.slice(at, phrase.end),
      letter: phrase.letter,
      name: phrase.name,
      isShort: false,
    });
  return known;
}
