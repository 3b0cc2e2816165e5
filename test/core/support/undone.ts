import { edition2021 } from '../../../server/form/edition-2021';
import type { SectionId } from '../../../server/form/form';
import { phrases } from '../../../server/rules/residue/support/phrases';
import { fold } from '../../../server/text/fold';

/** What a rule's safe repair may take out of a text and put into it; folded, without blanks, signs of Markdown and glosses. */
export interface Scope {
  readonly removes: (text: string) => boolean;
  readonly adds: (text: string) => boolean;
}

const { sections } = edition2021;
const plain = (text: string): string => fold(text).replace(/\([a-z\u00e0-\u01ff]{1,7}\)|[\s\0#*>]/giu, '');
const official = sections.map(({ heading }) => plain(heading));
const known = sections.flatMap(({ heading, variants }) => [heading, ...variants].map(plain));

const nothing = (text: string): boolean => text === '';
const number =
  /^(?:第?[一二三四五六七八九十壹贰叁参肆伍陆ⅠⅡⅢⅣⅤⅥ\d]{1,2}(?:部分|章)?[、.,:)]*|\([一二三四五六\d]\))?$/u;
const isShort = (text: string): boolean =>
  official.some((whole) => {
    let at = 0;
    for (const char of whole) if (char === text.charAt(at)) at++;
    return at === text.length;
  });

/** The scope of every rule that has safe repairs: what it names in the statutory frame of a report, and nothing of its text. */
const scopes: Readonly<Record<string, Scope>> = {
  'heading-number': {
    removes: (text) => number.test(text),
    adds: (text) => /^[一二三四五六]、$/u.test(text),
  },
  'heading-wording': {
    removes: (text) => known.includes(text) || isShort(text),
    adds: (text) => official.includes(text),
  },
  'missing-section': {
    removes: nothing,
    adds: (text) => /^[一二三四五六]、/u.test(text) && official.includes(text.slice(2)),
  },
  'subheading-number': { removes: nothing, adds: (text) => /^\([一二三四五六七八九十]\)$/u.test(text) },
  'template-residue': {
    removes: (text) => phrases.some(({ pattern }) => text.replaceAll(pattern, '') === ''),
    adds: nothing,
  },
};

/** Whether an edit of a rule's safe repair stays within what the rule names; false for a rule that names nothing. */
export function isWithin(rule: string, removed: string, added: string): boolean {
  const scope = scopes[rule];
  return Boolean(scope?.removes(plain(removed)) && scope.adds(plain(added)));
}

/** Abbreviations of headings, in which tests write them. */
export const abbreviations: Readonly<Record<SectionId, readonly string[]>> = {
  overview: [],
  proactiveDisclosure: ['主动公开'],
  applications: ['政府信息公开申请'],
  disputes: ['复议诉讼', '行政复议诉讼'],
  problems: ['存在的主要问题及改进'],
  otherMatters: ['其他'],
};

/** What is written 資訊 elsewhere, and turned back character by character. */
const elsewhere = '(?:信 ?息|资 ?讯)';

/** The known wordings, blanks in them or not, behind what may stand before them. */
const frame = [...known, ...Object.values(abbreviations).flat()]
  .sort((a, b) => b.length - a.length)
  .map((wording) => [...wording].join(' ?').replaceAll('信 ?息', elsewhere));
const heading = new RegExp(
  `((?:20\\d\\d年度?)??(?:政府${elsewhere}公开|政务公开)??(?:工作)??)(?:${frame.join('|')})`,
  'gu',
);
/** A number before a heading, and a number of a sub-point. */
const numbers =
  /(?:第? ?[一二三四五六壹贰叁参肆伍陆ⅠⅡⅢⅣⅤⅥ] ?(?:部分|章)?[、.,:)]{0,2}|(?<!\d)\d ?[、.)]|\( ?[一二三四五六\d] ?\))? ?§|\( ?[一二三四五六七八九十] ?\)/gu;

/**
 * All characters of a text that no safe repair may touch, in their order: without the headings of the form in any wording that it knows,
 * the numbers before them and before sub-points, and the phrases of templates.
 */
export function untouchable(text: string): string {
  let rest = fold(text)
    .replace(/\([a-z\u00e0-\u01ff]{1,7}\)|[\0#*>]/giu, '')
    .replace(/\s+/gu, ' ');
  for (const { pattern, removable } of phrases) if (removable) rest = rest.replaceAll(pattern, '');
  return rest.replace(heading, '§$1').replace(numbers, '').replaceAll(' ', '');
}
