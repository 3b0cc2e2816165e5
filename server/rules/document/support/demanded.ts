import type { Named } from '../../../report/demand';
import type { Report, SectionReading } from '../../../report/report';
import { compact } from '../../residue/support/compact';

const stop = /[。；;！？!?]/u;
/** Numbers that count nothing: of dates, articles and ordinals, shares, telephones. */
const noCounts = [
  /(?:19|20)\d\d(?:年|\.\d{1,2}\.\d{1,2})|\d{1,2}月(?:\d{1,2}日)?/gu,
  /第(?:\d+|[一二三四五六七八九十]+)[条款项次届期批个季]?/gu,
  /\d{1,9}(?:\.\d{1,9})?[%‰]|百分之[\d.一二三四五六七八九十百]+/gu,
  /\d{3,4}-\d{7,8}|(?:电话|热线|传真)[:为是]?\d{7,8}(?![\d余多万千件条次个人])|12345(?=政务|热线|市民)/gu,
];
/** A number in digits or words, or that there is none. */
const count =
  /\d|[一二两三四五六七八九十百千][余多来]?[件条篇次个期场项家份人名部种类起套幅]|[未无零]|没有|不存在/u;
/** What a word processor counts as one: letters, digits and narrow signs in a row, or any other sign. */
const character = /[!-~]+|\P{White_Space}/gu;

/** What a section says outside its tables. */
export interface Said {
  /** 字数 as word processors show it: Chinese characters and signs one each, a number or a word in narrow letters one. */
  readonly length: number;
  /** Folded and without blanks; a line's end does not end one. */
  readonly sentences: readonly string[];
}

/** What a section of a report says. */
export function saidIn({ shown, tables }: Report, { body }: SectionReading): Said {
  let text = '';
  let from = body.start;
  for (const { span } of [...tables].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start >= body.end) break;
    text += shown.slice(from, Math.max(from, span.start));
    from = Math.max(from, span.end);
  }
  text += shown.slice(from, Math.max(from, body.end));
  return {
    length: text.replaceAll('\0', '').match(character)?.length ?? 0,
    sentences: text.split(stop).map((sentence) => compact(sentence, { start: 0, end: sentence.length }).text),
  };
}

/** The names of what no sentence speaks of. */
export const unmentioned = ({ sentences }: Said, demanded: readonly Named[]): readonly string[] =>
  namesOf(demanded, (words) => sentences.some((sentence) => words.some((word) => sentence.includes(word))));

/** The names of what no sentence that speaks of it gives a number of. */
export const uncounted = ({ sentences }: Said, demanded: readonly Named[]): readonly string[] =>
  namesOf(demanded, (words) =>
    sentences.some(
      (sentence) => words.some((word) => sentence.includes(word)) && count.test(counting(sentence)),
    ),
  );

/** A sentence without the numbers that count nothing. */
const counting = (sentence: string): string =>
  noCounts.reduce((rest, numbers) => rest.replace(numbers, ''), sentence);

const namesOf = (demanded: readonly Named[], isMet: (words: readonly string[]) => boolean): string[] =>
  demanded.filter(({ words }) => !isMet(words.map(comparable))).map(({ name }) => name);

const comparable = (word: string): string => compact(word, { start: 0, end: word.length }).text;
