import type { Clause } from '../clauses/clauses';
import { isEndeavour } from '../scope/own-or-other-body';
import type { Sentence } from '../scope/scene';

/** What tells that things were published, or counted as they are published; the longest stands before the first word. */
const published = /公[开示布]|发布|归集|录入|上传|推送|报送|挂网|\d[余多]?万?条/u;
const longestVerb = 4;

/** 公开行政处罚 36 件的办理结果: of some the result is published, whatever became of others. */
const results = /^的?(?:办理|处理|执法|处罚|许可|行政)*(?:结果|信息|情况|案例)/u;
const longestResult = 8;

const decisions = new Set(['licenses', 'penalties', 'coercions']);

/** Whether a key is that of a kind of decisions. */
export const isDecision = (key: string): boolean => decisions.has(key);

/** As what the decisions counted at `at` are told, without a verb of deciding: decided, published, or not at all. */
export function listedAs(
  sentence: Sentence,
  clause: Clause,
  at: number,
  text: string,
): 'decided' | 'published' | undefined {
  // Not the matters that one may decide, nor what is told about decisions.
  const isCounted =
    /[WYZM]/u.test(clause.letters.charAt(at - 1)) && !wordsAt(clause, at - 1, text).includes('事项');
  if (!isCounted || clause.lexemes[at]?.quantity?.unit === '条') return undefined;
  if (!isPublished(sentence, text)) return 'decided';
  const end = clause.lexemes[at]?.end ?? 0;
  return results.test(text.slice(end, end + longestResult)) ? undefined : 'published';
}

/** Whether the phrase from `first` to the number at `at` is decisions by their name: 行政许可决定 20 件. */
export const isNamedDecision = (clause: Clause, first: number, at: number, text: string): boolean =>
  /^[WYZ]$/u.test(clause.letters.slice(first, at)) && /决定(?!书)/u.test(wordsAt(clause, first, text));

/** Whether a sentence so far tells of what was published; 加强信息公开 only tells what is striven for. */
export function isPublished(sentence: Sentence, text: string): boolean {
  const { beginnings } = sentence;
  while (sentence.unpublished >= 0 && sentence.unpublished < beginnings.length) {
    const isTold = tellsOfPublishing(beginnings[sentence.unpublished], sentence.unpublished === 0, text);
    sentence.unpublished = isTold ? -1 : sentence.unpublished + 1;
  }
  return sentence.unpublished < 0;
}

function tellsOfPublishing(clause: Clause | undefined, isFirst: boolean, text: string): boolean {
  const { letters = '', lexemes = [] } = clause ?? {};
  const [start, end] = [lexemes[0]?.start ?? 0, lexemes.at(-1)?.end ?? 0];
  const words = text.slice(start, end);
  if (!letters.includes('n') && isEndeavour(words)) return false;
  const before = isFirst ? text.slice(Math.max(0, start - longestVerb), start) : '';
  return published.test(before + words);
}

const wordsAt = ({ lexemes }: Clause, at: number, text: string): string =>
  text.slice(lexemes[at]?.start ?? 0, lexemes[at]?.end ?? 0);
