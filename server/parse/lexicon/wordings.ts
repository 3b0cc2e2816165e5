import { edition2021 } from '../../form/edition-2021';
import type { SectionId } from '../../form/form';
import { foldUnit } from '../../text/fold';
import { plainWords, significant } from './lexicon';
import { withoutRemarks } from './remarks';
import { folded } from './surroundings';

/** A known wording of a section's heading. */
export interface Wording {
  /** Its significant characters, folded. */
  readonly label: string;
  readonly id: SectionId;
  readonly number: number;
  readonly official: boolean;
}

/** Longest first, so that the first that fits is the whole wording. */
export const wordings: readonly Wording[] = edition2021.sections
  .flatMap(({ id, number, heading, variants }) =>
    [heading, ...variants].map((label) => ({
      label: plainWords(significant(label)),
      id,
      number,
      official: label === heading,
    })),
  )
  .sort((a, b) => b.label.length - a.label.length);

/** By their first two characters, since most of what begins as a wording does goes on otherwise. */
const byBeginning: ReadonlyMap<string, readonly Wording[]> = new Map(
  wordings.map(({ label }) => [
    label.slice(0, 2),
    wordings.filter((each) => each.label.startsWith(label.slice(0, 2))),
  ]),
);

/** Whether a wording begins with two characters. */
export const isBeginning = (two: string): boolean => byBeginning.has(plainWords(two));

/** The longest wording with which significant characters begin; undefined for none. */
export const wordingOf = (plain: string): Wording | undefined =>
  byBeginning.get(plain.slice(0, 2))?.find(({ label }) => plain.startsWith(label));

/** What may stand before a wording and changes nothing about which section it is. */
export const lead =
  /^(?:20\d\d年度?)?(?:本年度?|全年|年度|目前|当前)?[因与]?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:(?:有|相)关的?)?[中的]?/u;

/** What a heading of a section says at least, however it is worded. */
export const keywords: Readonly<Record<SectionId, RegExp>> = {
  overview: /[总整]体|概[况述]|基本情况|工作.{0,6}情况|(?:开展|实施|落实)情况|^年度情况/u,
  proactiveDisclosure: /主动公开/u,
  applications: /依申请|收到|申请.{0,4}(?:情况|办理)/u,
  disputes: /复议|诉讼/u,
  problems: /问题|改进|不足|困难|短板|薄弱|下一?步|打算|努力方向/u,
  otherMatters: /^其[他它]|(?:报告|说明|其[他它]|有关|相关)的?(?:事项|情况)$/u,
};

/**
 * What belongs to a heading behind its wording: a note in brackets (but no number of a sub-point), the year, 有关情况, 统计表, and what
 * is joined to it, 及明年工作计划, up to a blank, a mark of punctuation or a year with which a sentence begins.
 */
const note =
  /^(?:\((?![一二三四五六七八九十\d]{1,9}\)|本列|注)[^()]{1,14}\)|的?(?:有关|相关|具体|主要)?(?:工作)?(?:情况)?(?:统计|一览)?(?:情况|表|统计|说明|如下)|20\d\d年度?){1,8}(?=[ \0]{0,32}[:.]?(?: |\0|$))/u;
const joined =
  /^(?:[、,]?(?:以及|及(?!时)|和|与|暨)|、)(?:(?!20\d\d年)[^ \0:.,;()|\t]){2,16}(?=[ \0:.,;(|\t]|20\d\d年|$)/u;
const joinedYear = /^(?:以及|及|和|与|暨)20\d\d年度?[^ \0:.,;()|\t]{2,12}(?=[ \0:|\t]|$)/u;
const longestTail = 32;

/** Where a heading ends whose wording ends at `from`; what follows in the line is what the section says. */
export function headingEnd(view: string, from: number): number {
  const line = lineAt(view, from, longestTail);
  const tail = note.exec(line) ?? joined.exec(line) ?? joinedYear.exec(line);
  return from + (tail?.[0].length ?? 0);
}

/** A heading is a few words, the year before them or not; what goes on longer is a sentence. */
const phrase =
  /^[ \0]{0,40}(?:20\d\d年度?)?(?:(?!20\d\d年)[^ \0:.,;()|\t]){2,24}(?=[ \0:.,;(|\t]|20\d\d年|$)/u;
const longestPhrase = 40;
/** How a heading ends that has a remark within. */
const lastWords = /(?:情况|事项|问题|措施|打算|计划|方向)$/u;

/** The end of the few words that stand at a place, up to a blank or a mark of punctuation; undefined where these are too many. */
export function phraseEnd(view: string, from: number): number | undefined {
  const line = lineAt(view, from, longestPhrase);
  const remarked = phrase.exec(withoutRemarks(line))?.[0];
  const found = remarked && lastWords.test(remarked) ? remarked : phrase.exec(line)?.[0];
  return found === undefined ? undefined : from + found.length;
}

/** So many characters from a place, folded, and no more than its line. */
function lineAt(view: string, from: number, most: number): string {
  const text = folded(view, from, most);
  const newline = text.indexOf('\n');
  return newline < 0 ? text : text.slice(0, newline);
}

/** Whether only punctuation and blanks stand between a place and the end of its line. */
export function endsLine(view: string, from: number): boolean {
  for (let at = from; at < view.length; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === 10) return true;
    if (!closing.has(unit)) return false;
  }
  return true;
}
const closing = new Set(
  [0, 13, ...' :.,;'].map((each) => (typeof each === 'string' ? each.charCodeAt(0) : each)),
);
