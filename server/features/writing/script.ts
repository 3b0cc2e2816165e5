import type { Analysis } from '../../analysis';
import type { Edit } from '../../report/finding';
import { inSimplified } from '../../text/script';
import type { Span } from '../../text/span';

/** The edits that write a report in simplified characters; nothing of its markup is touched. */
export function simplifyingEdits({ report: { shown } }: Analysis): readonly Edit[] {
  const simplified = inSimplified(shown);
  const edits: Edit[] = [];
  for (let start = 0; start < shown.length; start++) {
    let end = start;
    while (end < shown.length && shown.charCodeAt(end) !== simplified.charCodeAt(end)) end++;
    if (end === start) continue;
    edits.push({ span: { start, end }, newText: simplified.slice(start, end) });
    start = end;
  }
  return edits;
}

/** Brackets with letters behind a character. */
const gloss = /(?<=\p{Script=Han})[(（](\p{Script=Latin}{1,6})[)）]/gu;
const syllable = /^(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?[aeiou]{1,3}(?:ng?|r)?$/u;
const tones = /[\u0300\u0301\u0304\u030c]/gu;
/** The syllables that have no tone; elsewhere letters without one are a word of another language: 客户端（app）. */
const toneless: ReadonlySet<string> = new Set([
  'de',
  'le',
  'zhe',
  'men',
  'zi',
  'ma',
  'ne',
  'ba',
  'ge',
  'me',
  'tou',
]);

/** Where the pinyin of a character stands behind it in brackets, as some sites write it: 執(zhí)法. */
export function glossesIn({ report: { shown } }: Analysis): readonly Span[] {
  return [...shown.matchAll(gloss)].flatMap(({ 0: { length }, 1: letters = '', index }) =>
    isSyllable(letters) ? [{ start: index, end: index + length }] : [],
  );
}

function isSyllable(letters: string): boolean {
  const plain = letters.normalize('NFD').replaceAll('\u0308', '');
  const bare = plain.replace(tones, '');
  return syllable.test(bare) && (bare.length < plain.length || toneless.has(bare));
}

/** The edits that leave out the pinyin behind characters. */
export const unglossingEdits = (analysis: Analysis): readonly Edit[] =>
  glossesIn(analysis).map((span) => ({ span, newText: '' }));
