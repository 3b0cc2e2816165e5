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
/** What tells a quantity and no number: a number behind it counts something else, but where the clause goes on with what came of it. */
const vague = /若干|[多数几][件条篇次个期场项家份人名部种类起套幅]|大量|大批|一批|一系列|一些|不少|众多/u;
const goesOn = /^(?:共|累计|总计|合计|其中|分别|收到|收集|征集|征得|采纳|回复|答复|发布)/u;
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
export function uncounted({ sentences }: Said, demanded: readonly Named[]): readonly string[] {
  const all = demanded.flatMap(({ words }) => words.map(comparable));
  return namesOf(demanded, (words) => {
    const others = all.filter((word) => !words.includes(word));
    return sentences.some((sentence) => isCounted(sentence, words, others));
  });
}

/** Whether a sentence counts what is called by one of the words; a number beside what else is demanded counts that. */
function isCounted(sentence: string, words: readonly string[], others: readonly string[]): boolean {
  const speaksOf = (clause: string, called: readonly string[]): boolean =>
    called.some((word) => clause.includes(word));
  const clauses = counting(sentence).split(/[,，、]/u);
  const own = clauses.filter((clause) => speaksOf(clause, words));
  if (own.some((clause) => count.test(clause))) return true;
  if (own.length === 0) return false;
  const isVague = own.every((clause) => vague.test(clause));
  return clauses.some(
    (clause) => count.test(clause) && !speaksOf(clause, others) && (!isVague || goesOn.test(clause)),
  );
}

/** A sentence without the numbers that count nothing. */
const counting = (sentence: string): string =>
  noCounts.reduce((rest, numbers) => rest.replace(numbers, ''), sentence);

const namesOf = (demanded: readonly Named[], isMet: (words: readonly string[]) => boolean): string[] =>
  demanded.filter(({ words }) => !isMet(words.map(comparable))).map(({ name }) => name);

const comparable = (word: string): string => compact(word, { start: 0, end: word.length }).text;
