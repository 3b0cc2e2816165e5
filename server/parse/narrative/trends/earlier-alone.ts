import type { Form } from '../../../form/form';
import type { TrendRelation } from '../../../report/relation';
import { isLastYear, isThisYear } from '../parts/named-years';
import { ends, farthest, type Stream } from '../parts/paragraph-words';
import { keyIn, lettersOf, subjectFrom, sumsOfKey } from './trend-subjects';
import { between, isEnd, relationOf } from './trends';

/** 上年收到申请 40 件，今年有所减少: last year's number by itself, with what this year is said to be beside it. */
export function earlierAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  if (!(isEnd(stream, at - 1) || isLookedBack(stream, at - 1)) || !isLastYear(stream, at)) return [];
  // 截至 2023 年底，累计收到: of all years.
  if (/截[至止]到?$/u.test(stream.textBefore(at, longestUntil)) || /[底末]/u.test(stream.textBehind(at)))
    return [];
  // 2023 年，我局共收到申请 40 件.
  const from = stream.letter(at) === 'date' && stream.letter(at + 1) === ',' ? at + 2 : at + 1;
  let place = from;
  while (place < at + farthest && !`${ends}nh$`.includes(stream.letter(place) || '.')) place++;
  const before = stream.letter(place) === 'n' ? stream.figure(place) : undefined;
  const subject = subjectFrom(stream, from, place);
  // 2023 年新收 668 件, where applications are spoken of.
  const isOfApplications = stream.lastBefore(place, 'A', 'BLWYZFJX\n') >= 0;
  const isNew = isOfApplications && /^N\+?$/u.test(lettersOf(stream, subject, place));
  const key = isNew ? 'receivedNew' : keyIn(stream, subject, place);
  const sums = before ? sumsOfKey(key, form) : [];
  if (!before || sums.length === 0 || !isEnd(stream, place + 1)) return [];
  const told = { now: undefined, before, sums };
  const word = stream.letter(place + 1) === ',' ? riseBehind(stream, place + 2) : -1;
  if (word < 0) return [relationOf(stream, place, told, {})];
  return [relationOf(stream, word, told, { rise: stream.letter(word) === '^' })];
}

const longestUntil = 3;

/** 回看 2023 年: a word that leads to another year. */
const isLookedBack = (stream: Stream, at: number): boolean =>
  /^(?:回[看顾望溯]|翻看|对照|对比)$/u.test(stream.textAt(at)) && isEnd(stream, at - 1);

/** Where the clause that begins at `from` says no more than that this year has risen or fallen; -1 where it does not. */
function riseBehind(stream: Stream, from: number): number {
  if (stream.letter(from) !== '@' && !isThisYear(stream, from)) return -1;
  const at = '^d'.includes(stream.letter(from + 1) || '.') ? from + 1 : from + 2;
  const isPlain = between.test(stream.between(from, at));
  return isPlain && '^d'.includes(stream.letter(at) || '.') && isEnd(stream, at + 1) ? at : -1;
}
