import { type Draft, sureDraft } from '../clauses/draft';
import type { Lexeme } from '../words/lexeme';
import { runOfNumbers } from './in-turn';
import { applicantNames, areSideBySide, isPlain, namesIn, type Told } from './name-lists';

// Classes of applicants side by side, a row of the form, and their numbers in turn: 自然人、商业企业新收申请依次为 61 件、20 件，上年结转依次为 7 件、2 件. A row
// behind that has as many numbers is of the same classes.

/** Rows by what says that they are meant, with the key behind an applicant's, or what its numbers divide. */
const rows: readonly (readonly [words: RegExp, key: string, flow: string])[] = [
  [/^(?:本年度?)?新收到?$/u, ':receivedNew', ''],
  [/^(?:上一?年度?结转|结转上一?年度?)$/u, ':carriedOver', ''],
  [/^结转(?:至|到)?下一?年度?(?:继续办理)?$/u, ':carriedForward', ''],
  [/^(?:获得?)?予以公开$/u, '', 'result:granted:one'],
  [/^部分公开$/u, '', 'result:partiallyGranted:one'],
  [/^不予公开$/u, '', 'result:refused:one'],
  [/^无法提供$/u, '', 'result:unable:one'],
];
/** What stands between the names and the first number: the row, and that numbers follow in turn. */
const turn =
  /^(?:的|提出的|申请|中|,){0,4}([^,;:。\d]{2,12}?)(?:的|政府信息公开|申请|答复|件|数量?|总|量){0,5}(?:分别|依次|顺次)(?:为|是|有)?$/u;
/** What may lead to the first name. */
const lead = /^(?:20\d\d年度?|本年度?|今年|全年|年内|我局|从申请人看|按申请人分|其中|来自|由|,|:)*$/u;

/** The drafts of the numbers of a sentence that follow classes of applicants and a row of the form in turn. */
export function applicantsInTurn(found: readonly Lexeme[], text: string, told: Told): Draft[] {
  const [first] = found;
  // 上年结转 is a row of this year.
  const isSure = first && isPlain(found, text, told, /上一?年度?(?=结转)/gu);
  if (!isSure) return [];
  const drafts: Draft[] = [];
  let keys: readonly string[] = [];
  let from = first.start;
  for (let at = 0; at < found.length; at++) {
    const run = runOfNumbers(found, at);
    if (run.length < 2) continue;
    const words = text.slice(from, found[at]?.start);
    const names = namesIn(words, applicantNames);
    const isNamed = names.length === run.length && areSideBySide(words, names);
    if (isNamed) keys = lead.test(words.slice(0, names[0]?.start)) ? names.map(({ key }) => key) : [];
    else if (names.length > 0) keys = [];
    const [, row = ''] = turn.exec(isNamed ? words.slice(names.at(-1)?.end) : words) ?? [];
    const [, key = '', flow = ''] = rows.find(([pattern]) => pattern.test(row)) ?? [];
    if (key + flow === '') keys = [];
    if (keys.length === run.length)
      for (const [index, lexeme] of run.entries())
        drafts.push({ ...sureDraft('number', `${keys[index]}${key}`, lexeme), flow });
    at += 2 * run.length - 2;
    from = found[at]?.end ?? from;
  }
  return drafts;
}
