import type { Lexeme } from '../words/lexeme';
import { isPlain, type Told } from './name-lists';

// Two groups of applicants, or two kinds of disputes with what they came to, whose numbers follow in turn. Each sentence is known from the
// last stop to the first number, or nothing is read.

const people = '(?:自然人|公民个人|公民)';
const bodies = '(?:法人(?:或者?|和|及|与|、)?其他组织)';
const and = '(?:[和与及、]|以及)';
const turn = '(?:分别|依次|顺次|各)(?:为|是|有|占|达)?';
/** What leads to the first name, and says of what the numbers are: what came in. */
const lead =
  /^(?:20\d\d年度?|本年度?|今年|全年|年内|我局|我镇|我县|按申请人(?:类型|身份)?分|新收到?|收到|受理|来自|由|其中|的)*$/u;
const incoming = '(?:的|提出|提交|新收|收到|新增|政府信息公开|信息公开|依申请公开|申请|件|数|量|总|,)*';
/** Both groups of applicants, with what says that their applications came in where no word says that numbers follow in turn. */
const groups = new RegExp(
  `(?:(${people})${and}(${bodies})|(${bodies})${and}(${people}))(?:${incoming}${turn}|(?:的|提出|提交|新收)+(?:(?:政府信息公开|信息公开|依申请公开)的?)*申请(?:数?量|件数)?(?:为|是)?)$`,
  'u',
);
/** What became of applications, and what is no application of the report. */
const others =
  /予以公开|部分公开|不予|无法|其他处理|结转|办结|答复|复议|诉讼|咨询|投诉|举报|信访|来访|建议|提案|许可|处罚|转办|撤回|补正|占比/u;

const outcomes: readonly (readonly [words: RegExp, key: string])[] = [
  [/^(?:案件)?(?:总数|总量|数量?|件数)?$/u, ''],
  [/^(?:案件)?(?:结果|予以|被)*维持$/u, 'upheld'],
  [/^(?:案件)?(?:结果|予以|被)*(?:纠正|纠错)$/u, 'corrected'],
  [/^(?:案件)?其他结果$/u, 'other'],
  [/^(?:案件)?(?:中)?(?:尚?未审?结|尚未审结|未审结)$/u, 'pending'],
];
const totals = ['reconsiderations', 'litigations'] as const;
const disputes = new RegExp(
  `行政(?:(复议)${and}(?:行政)?诉讼|(诉讼)${and}(?:行政)?复议)([^,;:。]{0,10}?)的?件?数?${turn}$`,
  'u',
);

/** What leads to disputes that are the report's. */
const cause =
  /^(?:20\d\d年度?|本年度?|今年|全年|年内|我局|我镇|我县|因|涉及|政府|政务|信息公开|工作|引[发起]|被|申请|的|类)*$/u;

/** The keys of so many names before numbers in turn; empty where the words are no such sentence. */
export function groupsInTurn(
  words: string,
  count: number,
  before: { readonly found: readonly Lexeme[]; readonly words: string },
  text: string,
  told: Told,
): readonly string[] {
  if (count !== 2) return [];
  const named = groups.exec(words);
  if (named) {
    const first = named[1];
    const ahead = words.slice(0, named.index).split(/[,:]/u).at(-1) ?? '';
    if (!lead.test(ahead)) return [];
    const isMeant =
      !others.test(before.words) && (told.topic.letter === 'A' || /申请|新收/u.test(before.words));
    if (!isMeant || !isPlain(withoutShare(before.found, text), text, told)) return [];
    return first === undefined ? ['organizations', 'naturalPersons'] : ['naturalPersons', 'organizations'];
  }
  const sued = disputes.exec(words);
  const [isOfDisputes, one, , outcome = ''] = sued ?? [];
  const ahead = words.slice(0, sued?.index).split(/[,:]/u).at(-1) ?? '';
  const isDisclosed = told.topic.disclosed || /信息公开/u.test(before.words);
  if (isOfDisputes === undefined || !cause.test(ahead) || !isDisclosed || !isPlain(before.found, text, told))
    return [];
  const key = outcomes.find(([pattern]) => pattern.test(outcome))?.[1];
  if (key === undefined) return [];
  const keys = key === '' ? totals : [`outcome:reconsideration:${key}`, `outcome:litigation:${key}`];
  return one === undefined ? [...keys].reverse() : keys;
}

/** The words up to 各占, which tells no share. */
const withoutShare = (found: readonly Lexeme[], text: string): readonly Lexeme[] => {
  const last = found.at(-1);
  return last && /占/u.test(text.slice(last.start, last.end)) ? found.slice(0, -1) : found;
};
