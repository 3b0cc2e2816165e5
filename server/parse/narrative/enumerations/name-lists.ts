import { decisions, results } from '../quantities/quantity-keys';
import type { Topic } from '../scope/topic';
import type { Lexeme } from '../words/lexeme';
import { named } from '../words/named-words';
import { shortNames } from '../words/short-names';

// Names of the form that stand side by side, each by its shortest word: in a list of them nothing else is meant.

/** A name of a list with what it counts. */
interface Name {
  readonly key: string;
  readonly words: readonly string[];
}

/** Words with the keys of what they name, by their first characters, the longest first. */
type Names = ReadonlyMap<string, readonly (readonly [word: string, key: string])[]>;

function byFirst(names: readonly Name[]): Names {
  const all = names.flatMap(({ key, words }) => words.map((word) => [word, key] as const));
  const heads = new Map<string, (readonly [string, string])[]>();
  for (const each of all.sort(([a], [b]) => b.length - a.length)) {
    const head = each[0].charAt(0);
    heads.set(head, [...(heads.get(head) ?? []), each]);
  }
  return heads;
}

/** Names that stand side by side, and of what the sentence has to speak for them to be those of the form. */
interface Kind {
  readonly names: Names;
  /** So many of them are a list of the form's; no list where they are read otherwise. */
  readonly fewest: number;
  /** So many characters a name has that says the same alone (做到没有重复). */
  readonly shortest: number;
  isMeant(topic: Topic, sentence: string): boolean;
}

const isAsked = ({ letter }: Topic, sentence: string): boolean =>
  letter === 'A' || letter === '' || sentence.includes('申请');
/** Rows by shorter words than elsewhere: in a list of them nothing else is meant. */
const shorter: Readonly<Record<string, readonly string[]>> = {
  'refused.internalAffairs': ['内部事务'],
  'refused.processInformation': ['过程性信息', '过程性'],
  'unable.needsCreation': ['没有现成', '无现成'],
  'unable.unclearAfterCorrection': ['补正仍不明确', '补正后不明确', '仍不明确', '不明确'],
  'other.overdueCorrection': [
    '申请人无正当理由逾期不补正',
    '无正当理由逾期不补正',
    '逾期不补正',
    '逾期未补正',
  ],
  'other.overduePayment': ['逾期未按收费通知要求缴纳费用', '逾期不缴费', '逾期未缴费', '逾期不缴纳费用'],
  'notProcessed.confirmation': ['要求确认或重新出具', '确认或重新出具'],
};
const rows = new Map<string, string[]>();
for (const [name, words] of Object.entries(shorter)) rows.set(name, [...words]);
for (const [letter, name, words] of [...named, ...shortNames])
  if (letter === 'r') rows.set(name, [...(rows.get(name) ?? []), ...words]);

/** The names of the form for two outcomes: of disputes about other matters nobody says 结果维持、结果纠正. */
const formOutcomes = /^(?:本年度?|今年|全年|年内|我局)?行政复议(?:案件)?(?:中,?)?结果维持、结果纠正/u;

const outcomes = (kind: string): readonly Name[] => [
  { key: `outcome:${kind}:upheld`, words: ['结果维持', '被维持', '维持'] },
  { key: `outcome:${kind}:corrected`, words: ['结果纠正', '被纠正', '纠正'] },
  { key: `outcome:${kind}:other`, words: ['其他结果', '其他'] },
  { key: `outcome:${kind}:pending`, words: ['尚未审结', '未审结', '未结'] },
];

export const applicantNames: Names = byFirst([
  { key: 'naturalPersons', words: ['自然人'] },
  { key: 'organizations', words: ['法人或其他组织', '法人和其他组织', '法人及其他组织'] },
  { key: 'commercialEnterprises', words: ['商业企业', '企业'] },
  { key: 'researchInstitutions', words: ['科研机构', '科研院所'] },
  { key: 'publicInterestOrganizations', words: ['社会公益组织', '公益组织'] },
  { key: 'legalServiceInstitutions', words: ['律师事务所等法律服务机构', '法律服务机构', '律师事务所'] },
  { key: 'organizations:other', words: ['其他组织'] },
]);

export const kinds: readonly Kind[] = [
  {
    names: byFirst([...rows].map(([name, words]) => ({ key: `reason:${name}`, words }))),
    fewest: 2,
    shortest: 4,
    isMeant: isAsked,
  },
  {
    names: byFirst([
      { key: results.G ?? '', words: ['予以公开'] },
      {
        key: results.P ?? '',
        words: ['部分公开', '作区分处理', '作了区分处理', '公开一部分', '只公开一部分'],
      },
      { key: results.Q ?? '', words: ['不予公开'] },
      { key: results.U ?? '', words: ['无法提供'] },
      { key: results.K ?? '', words: ['不予处理'] },
      { key: results.E ?? '', words: ['其他处理'] },
    ]),
    fewest: 3,
    shortest: 4,
    isMeant: isAsked,
  },
  {
    names: applicantNames,
    fewest: Number.POSITIVE_INFINITY,
    shortest: 2,
    isMeant: isAsked,
  },
  {
    names: byFirst(outcomes('reconsideration')),
    fewest: 3,
    shortest: 4,
    isMeant: ({ letter, disclosed }, sentence) =>
      (disclosed || (letter === '' && formOutcomes.test(sentence))) &&
      (letter.startsWith('B') || letter === '') &&
      /复议/u.test(sentence) &&
      !/诉/u.test(sentence),
  },
  {
    names: byFirst(outcomes('litigation')),
    fewest: 3,
    shortest: 4,
    isMeant: ({ letter, disclosed }, sentence) =>
      disclosed &&
      (letter === 'L' || letter === '') &&
      /行政诉讼/u.test(sentence) &&
      !/复议|起诉|应诉/u.test(sentence),
  },
  {
    names: byFirst([
      { key: 'documentsIssued', words: ['新制发', '制发', '印发', '出台'] },
      { key: 'documentsRepealed', words: ['废止'] },
      { key: 'documentsInForce', words: ['现行有效', '有效'] },
    ]),
    fewest: 2,
    shortest: 2,
    isMeant: ({ letter }, sentence) => letter !== 'X' && sentence.includes('规范性文件'),
  },
  {
    names: byFirst([
      { key: decisions.W ?? '', words: ['许可'] },
      { key: decisions.Y ?? '', words: ['处罚'] },
      { key: decisions.Z ?? '', words: ['强制'] },
    ]),
    fewest: 2,
    shortest: 2,
    isMeant: (_, sentence) =>
      sentence.includes('决定') && !/(?:许可|处罚|强制)(?:事项|案件)|公示/u.test(sentence),
  },
];

/** What stands between two names of a list. */
const between =
  /^(?:类|信息|申请|事项|情形|类别|的|仍|属于|涉及|因)*(?:文件|规范性文件)?(?:[、,和及与或]|以及)(?:同期|年末|期末|当年|行政|属于|涉及|因|新)*$/u;
/** What a sentence speaks of at its begin, and the year of the report. */
export interface Told {
  readonly topic: Topic;
  readonly year: number | undefined;
}

/** Whether a sentence speaks of the body itself and of its year alone, and compares nothing, but for words that are known to be harmless. */
export const isPlain = (
  found: readonly Lexeme[],
  text: string,
  { topic, year }: Told,
  harmless?: RegExp,
): boolean =>
  !topic.foreign &&
  !doubts.test(withoutWords(text.slice(found[0]?.start, found.at(-1)?.end), harmless)) &&
  found.every(
    ({ letter, start, end }) =>
      letter !== 'date' || !isOtherYear.test(text.slice(start, end).replace(`${year}年`, '')),
  );

const withoutWords = (words: string, harmless: RegExp | undefined): string =>
  harmless ? words.replace(harmless, '') : words;

/** Whether nothing but what parts the names of a list stands between them. */
export const areSideBySide = (words: string, list: readonly Found[]): boolean =>
  list.slice(1).every(({ start }, index) => between.test(words.slice(list[index]?.end, start)));

/** Other times and bodies, comparisons and plans. */
const doubts =
  /上年|去年|上一年|同比|平均|累计|比例|占|率|%|计划|预计|各[镇乡县区]|部门|近[三五]年|季度|月|截至/u;
const isOtherYear = /20\d\d年/u;
/** What narrows what is counted: by whom it was asked, and how. */
export const narrowing = /自然人|企业|机构|网[上络]|信函|当面/u;

/** A name with where it stands in the words. */
export interface Found {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The names in some words, each by its longest word, none over another. */
export function namesIn(words: string, names: Names): readonly Found[] {
  const list: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = names.get(words.charAt(at))?.find(([word]) => words.startsWith(word, at));
    if (!found) continue;
    const [word, key] = found;
    list.push({ key, start: at, end: at + word.length });
    at += word.length - 1;
  }
  return list;
}
