import { type Draft, sureDraft } from '../clauses/draft';
import type { IsOwn } from '../scope/own-or-other-body';
import type { Topic } from '../scope/topic';
import { isUnit } from '../words/counting-units';
import type { Lexeme } from '../words/lexeme';

/** A year has so many. */
const quarters = 4;
/** What tells of all four before the first of them. */
export const allQuarters = /(?:[一1]季?度?(?:至|到|-)第?[四4]季度|四个季度|各季度|[一二三、]{5}四季度)/u;
/** Up to each quarter, or in several years: no parts of one year. */
const otherwise = /截[至止]|累计|季度末|同期|平均|约/u;
/** 第一季度, 一至四季度. */
const ordinal = /^[第一二三四1-4至到和、个各]*$/u;
/** The numbers of another year, a comparison, a plan, examples, what is no whole of applications. */
const doubts = /[<>~!lh^d$XGPQUKErCVBLWYZFJ12cpgwm]/u;

/**
 * 第一季度收到 9 件、第二季度 7 件、第三季度 12 件、第四季度 8 件: what a sentence that prints no whole comes to, as one number; none where
 * it is no such sentence or nothing is sure of what it counts.
 */
export function quartersIn(
  found: readonly Lexeme[],
  text: string,
  { topic, year, isOwn }: { readonly topic: Topic; readonly year: number | undefined; readonly isOwn: IsOwn },
): Draft[] {
  const numbers = found.filter(({ letter }) => letter === 'n');
  const [first] = numbers;
  const last = numbers.at(-1);
  if (!first || !last || topic.letter !== 'A') return [];
  const wordsOf = ({ start, end }: Lexeme): string => text.slice(start, end);
  const letters = found.map(({ letter }) => (letter === 'date' ? '' : letter)).join('');
  // Another year, or another body.
  const isStrange = (each: Lexeme): boolean =>
    each.letter === 'date'
      ? !wordsOf(each).startsWith(`${year}年`)
      : each.letter === 'x' && !ordinal.test(wordsOf(each)) && !isOwn(wordsOf(each));
  if (found.some(isStrange)) return [];
  const words = text.slice(found[0]?.start ?? 0, last.end);
  // What came in in one and was answered in another make up nothing.
  if (/[RN]/u.test(letters) && letters.includes('D')) return [];
  const isSure = !topic.doubtful && !topic.foreign && !doubts.test(letters) && !otherwise.test(words);
  if (!isSure || !(areQuarters(found, text, numbers) || areHalves(text, numbers))) return [];
  const exact = numbers.flatMap(({ quantity }) =>
    quantity && quantity.low === quantity.high ? quantity : [],
  );
  const [quantity] = exact;
  const key = letters.includes('D') ? 'answered' : 'received';
  if (!quantity || exact.length < numbers.length || !exact.every(({ unit }) => isUnit(key, unit))) return [];
  const value = exact.reduce((sum, each) => sum + each.value, 0);
  const [digitsEnd, looseEnd] = [exact.at(-1)?.digitsEnd ?? last.end, exact.at(-1)?.looseEnd ?? last.end];
  const sum = { ...quantity, value, low: value, high: value, digitsEnd, looseEnd, end: last.end };
  const lexeme = { ...first, end: last.end, quantity: sum };
  return [sureDraft('number', key, lexeme)];
}

/** Whether each of the numbers has its quarter before it, or all four are told before the first. */
function areQuarters(found: readonly Lexeme[], text: string, numbers: readonly Lexeme[]): boolean {
  const [first] = numbers;
  if (!first || numbers.length !== quarters) return false;
  const ahead = text.slice(found[0]?.start ?? 0, first.start);
  if (allQuarters.test(ahead)) return true;
  const told = found.filter(({ letter, start, end }) => letter === 'y' && text.slice(start, end) === '季度');
  return told.length === quarters && /(?:第?[一1]季度)/u.test(ahead);
}

/** 上半年新收申请 51 件，下半年新收 54 件. */
function areHalves(text: string, [first, second, ...others]: readonly Lexeme[]): boolean {
  const before = text.slice(Math.max(0, (first?.start ?? 0) - longestHalf), first?.start);
  const between = text.slice(first?.end ?? 0, second?.start ?? 0);
  return others.length === 0 && /上半年[^,;。]{0,20}$/u.test(before) && /^[,;、]下半年/u.test(between);
}
const longestHalf = 24;
