import type { IsOwn } from '../scope/own-or-other-body';
import { withoutEarlierShares } from '../words/earlier-shares';
import { type Lexeme, standing } from '../words/lexeme';
import type { Quantity } from '../words/numerals';
import { runOfNumbers } from './in-turn';

// What a sentence tells of two years in turn, of 前者 and 后者 or of a month on average, in the words that say the same plainly, so that it is
// read as these are. A sentence that cannot be turned so to the last word is left as it is.

/** What the reader knows of the report. */
interface Known {
  readonly text: string;
  /** The year of the report; undefined where it is not known. */
  readonly year: number | undefined;
  readonly isOwn: IsOwn;
}

const stops = '.;:\n(';

/** The words of a sentence, in plainer ones where there are any. */
export const reworded = (found: readonly Lexeme[], known: Known): readonly Lexeme[] =>
  [ofYears, ofSeries, ofEach, onAverage].reduce(
    (words, turn) => turn(words, known),
    withoutEarlierShares(found, known.text, known.year),
  );

/** Whether a word names the year of the report, or another one; undefined where it names none. */
function yearOf({ letter, start, end }: Lexeme, { text, year }: Known): 'own' | 'other' | undefined {
  const words = text.slice(start, end);
  if (letter === '<') return 'other';
  if (letter === '@') return /^(?:今年|本年度?)$/u.test(words) ? 'own' : undefined;
  const [, told] = /^(20\d\d)年度?$/u.exec(letter === 'date' ? words : '') ?? [];
  if (told === undefined || year === undefined) return undefined;
  return Number(told) === year ? 'own' : 'other';
}

/** Where the stretch begins that ends before a place, behind a stop or a number. */
function beginOf(found: readonly Lexeme[], at: number): number {
  let begin = at;
  while (begin > 0 && !`${stops}nh$`.includes(found[begin - 1]?.letter ?? '.')) begin--;
  return begin;
}

/** What makes it doubtful that so many years and nothing else are told in turn. */
const doubts = /[&~^d#!X<>y|*c/]/u;
const lettersOf = (found: readonly Lexeme[]): string =>
  found.map(({ letter }) => (letter === 'date' ? 'y' : letter)).join('');

/** 2023年和2024年新收申请分别为 66 件和 86 件: 新收申请 86 件. */
function ofYears(found: readonly Lexeme[], known: Known): readonly Lexeme[] {
  const mark = found.findIndex(({ letter }, at) => letter === '/' && found[at + 1]?.letter === 'n');
  const run = mark < 0 ? [] : runOfNumbers(found, mark + 1);
  if (run.length < 2) return found;
  const begin = beginOf(found, mark);
  const ahead = found.slice(begin, mark);
  const first = ahead.findIndex((each) => yearOf(each, known) !== undefined);
  const years = first < 0 ? [] : yearsFrom(ahead, first, known);
  const own = years.indexOf('own');
  if (years.length !== run.length || own < 0 || years.lastIndexOf('own') !== own) return found;
  const before = ahead.slice(0, first);
  const behind = ahead.slice(first + 2 * years.length - 1);
  // 新收申请, 2023年、2024年分别为: what is counted stands before the years.
  const named = behind.length === 0 && before.at(-1)?.letter === ',' ? before.slice(0, -1) : before;
  const counted = [...named, ...(behind[0]?.letter === ',' ? behind.slice(1) : behind)];
  if (counted.length === 0 || doubts.test(lettersOf(counted))) return found;
  const number = run[own];
  const end = mark + 2 * run.length;
  return number ? [...found.slice(0, begin), ...counted, number, ...found.slice(end)] : found;
}

/** The years side by side from a place on. */
function yearsFrom(words: readonly Lexeme[], first: number, known: Known): ('own' | 'other')[] {
  const years: ('own' | 'other')[] = [];
  for (let at = first; at < words.length; at += 2) {
    const each = words[at];
    const year = each && yearOf(each, known);
    if (!year) return [];
    years.push(year);
    if (words[at + 1]?.letter !== '&') break;
  }
  return years;
}

/** 近两年新收申请，2023年 66 件，2024年 86 件: 新收申请 86 件. */
function ofSeries(found: readonly Lexeme[], known: Known): readonly Lexeme[] {
  const first = found.findIndex((each, at) => yearOf(each, known) && found[at + 1]?.letter === 'n');
  if (first < 0 || found[first - 1]?.letter !== ',') return found;
  const told: { readonly year: 'own' | 'other'; readonly number: Lexeme }[] = [];
  let at = first;
  for (; ; at += 3) {
    const [name, number] = [found[at], found[at + 1]];
    const year = name && yearOf(name, known);
    if (!year || number?.letter !== 'n') break;
    told.push({ year, number });
    if (!',&;'.includes(found[at + 2]?.letter ?? '.')) break;
  }
  const own = told.filter(({ year }) => year === 'own');
  const [only] = own;
  if (told.length < 2 || own.length !== 1 || !only) return found;
  const begin = beginOf(found, first - 1);
  const ahead = found.slice(begin, first - 1);
  const isOfSeveral =
    known.text.slice(ahead[0]?.start, ahead[0]?.end).startsWith('近') && ahead[0]?.letter === 'y';
  const counted = isOfSeveral ? ahead.slice(1) : ahead;
  if (counted.length === 0 || counted.some(({ letter }) => letter === ',') || doubts.test(lettersOf(counted)))
    return found;
  const last = found.indexOf(told.at(-1)?.number ?? only.number);
  return [...found.slice(0, begin), ...counted, only.number, ...found.slice(last + 1)];
}

/** Names of one kind, by their letters: 前者 is the first of two. */
const kinds = ['CV', 'GPQUKE', 'r', '12', 'BL', 'WYZ', 'ij'] as const;
/** What may stand beside the names and leaves it plain whose the numbers are. */
const plain =
  /^(?:分为?|分属|两[类种个项]方?面?|为主|居多|均|都|既|也|又|有|多于|少于|主要|行政|决定|案件|来源|引发|争议|办理结果|结果|存在)*$/u;

/** 来自自然人和法人或其他组织，前者 61 件，后者 25 件: 自然人 61 件，法人或其他组织 25 件. */
function ofEach(found: readonly Lexeme[], { text, isOwn }: Known): readonly Lexeme[] {
  const placeOf = (word: string): number =>
    found.findIndex(({ start, end }, at) => text.slice(start, end) === word && found[at + 1]?.letter === 'n');
  const [former, latter] = [placeOf('前者'), placeOf('后者')];
  if (former < 0 || latter < former) return found;
  const ahead = found.slice(beginOf(found, former), former);
  const names = ahead.filter(({ letter }) => kinds.some((kind) => kind.includes(letter)));
  const [one, other] = names.slice(-2);
  const kind = one && kinds.find((each) => each.includes(one.letter));
  if (!one || !other || !kind?.includes(other.letter) || one.letter + one.name === other.letter + other.name)
    return found;
  if (names.slice(0, -2).some(({ letter }) => kind.includes(letter))) return found;
  const isPlain = ({ letter, name, start, end }: Lexeme): boolean =>
    letter !== 'x' ||
    name === standing ||
    plain.test(text.slice(start, end)) ||
    isOwn(text.slice(start, end));
  const between = lettersOf(ahead.slice(ahead.indexOf(one) + 1, ahead.indexOf(other)));
  if (!ahead.every(isPlain) || /[X!<>yn|*]/u.test(lettersOf(ahead)) || !/^[aADMHFx&^dq]*$/u.test(between))
    return found;
  const noun = kind === 'ij' ? ahead.find(({ letter }) => 'FJ'.includes(letter)) : undefined;
  const act = kind === 'WYZ' ? ahead.find(({ letter }) => letter === 'M') : undefined;
  if (kind === 'ij' && !noun) return found;
  const stand = (name: Lexeme, { start, end }: Lexeme): Lexeme[] =>
    [name, noun, act].flatMap((each) => (each ? [{ ...each, start, end }] : []));
  return found.flatMap((each, at) =>
    at === former ? stand(one, each) : at === latter ? stand(other, each) : [each],
  );
}

const perYear: Readonly<Record<string, number>> = { perMonth: 12, perQuarter: 4 };

/** 全年新收申请平均每月 7.2 件: 全年新收申请 86 件, as far as the rounding of an average tells it. */
function onAverage(found: readonly Lexeme[], _: Known): readonly Lexeme[] {
  const mark = found.findIndex(({ name, letter }) => letter === '!' && name in perYear);
  const number = found[mark + 1];
  const times = perYear[found[mark]?.name ?? ''];
  if (number?.letter !== 'n' || !number.quantity || times === undefined) return found;
  const quantity = manifold(number.quantity, times);
  const told = quantity && { ...number, quantity };
  if (!told) return found;
  const begin = beginOf(found, mark);
  const from = found.slice(begin, mark).findLastIndex(({ letter }) => letter === ',') + 1 + begin;
  const named = found.slice(from, mark);
  if (lettersOf(named).replaceAll('@', '') !== '')
    return [...found.slice(0, mark), told, ...found.slice(mark + 2)];
  // 全年收到申请 86 件，平均每月 7.2 件: the same as before.
  if (found[from - 1]?.letter !== ',' || found[from - 2]?.letter !== 'n') return found;
  const before = found.slice(beginOf(found, from - 2), from - 2);
  const own = before.slice(before.findLastIndex(({ letter }) => letter === ',') + 1);
  return own.length === 0 ? found : [...found.slice(0, from), ...own, told, ...found.slice(mark + 2)];
}

/** A number of a part of the year as the whole year has it; an average may be rounded or cut. Undefined where it counts in 万. */
function manifold(quantity: Quantity, times: number): Quantity | undefined {
  const { value, low, high, decimals } = quantity;
  const unit = 10 ** -decimals;
  if (value >= 10_000) return undefined;
  const least = Math.min(low, value - unit / 2);
  const most = Math.max(high, value + unit) - unit * rounding;
  return { ...quantity, low: times * least, high: times * most, each: times };
}
/** What an average is cut to is less than the next. */
const rounding = 1e-6;
