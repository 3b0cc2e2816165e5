import type { Clause } from '../clauses/clauses';
import { kindsOfResults, results } from '../quantities/quantity-keys';
import { withoutHow } from '../scope/named-before';
import { withLead, withOutcome } from '../scope/neighbouring-clauses';
import { isComparing } from '../scope/other-scope';
import {
  areAskersOurs,
  areOurs,
  areOutcomesOurs,
  areResultsOurs,
  areRowsOurs,
  deniesOurs,
  isFollowedByOurs,
} from '../scope/own-applications';
import { areSharesOurs } from '../scope/own-shares';
import { withoutRedundant } from '../scope/redundant-words';
import type { Scene } from '../scope/scene';
import { dividesDocuments, type Topic } from '../scope/topic';
import { tellsOnlyOfOurs } from '../scope/understood-sentence';
import { withWays } from '../scope/ways-to-court';
import { ClauseReader } from './match-clause';

/** 收到申请、自然人的申请量、46件申请均已办结: of which kind nobody says. */
const looksLikeApplications =
  /[RND]n?a|a[RND]|^[^CV]*[CV][^a]*a|^na+q[qHT]*D$|^[<>]ca|^[RN]a*&<ca*q|^a+q+C|^x?na+p|^pa+n|^x?na+c|^[RN]C[Aa]*n|^x?Ha+n/u;

/** 已将全部申请办理完毕: of none of which anything else is said. */
const tellsOfAll = /^q[Aa]+q?[HT]*D$|^a+q[HT]*D$|^[qR]a+q[qHT]{0,4}(?:G|G&[Pg]|[Pg]&G)$/u;
/** 年内收到及上年结转的申请全部办理完毕: nothing else is carried over so. */
const tellsOfBoth = /^x?(?:[RN][Aa]*&<c|<c[Aa]*&[RN])a+q[HT]*D$/u;

/** 制发4件、废止3件、现行有效的规范性文件23件: what is made and repealed is named last. */
const listsDocuments = /^(?:[ij]n[,&]){1,3}vFn/u;

/** 作出不予公开答复 8 件: answers that nothing else is given. */
const tellsOfAnswers =
  /[GPQUK](?:D[Aa]*|[Aa]+)n|(?<![RNH])D[GPQU][DMAa]*n|(?<![XWYZFJwCVx])a[GPQU][DM]{0,2}n|^[PQU]na/u;
/** 没有因国家秘密而不予公开的: the row with its class. */
const deniesReason = ({ letters }: Clause): boolean => /zn?[Aa]{0,2}S?r[SM]?[QUK]/u.test(letters);

/** 不予处理的 4 件申请全部属于信访举报投诉类: a class of results with its row. */
const tellsOfRow = ({ letters, lexemes }: Clause): boolean => {
  const [, kind = ''] = /^([QUK])[DM]?n[Aa]{1,3}q[xS]?r/u.exec(letters) ?? [];
  const row = lexemes.find(({ letter }) => letter === 'r')?.name ?? '';
  return kind !== '' && row.startsWith(`${results[kind]}.`);
};

/** 本年度办理结果总计 8 件: the form's own words. */
const isTotal = ({ letters, lexemes }: Clause): boolean =>
  /^Dn$/u.test(letters) && lexemes[0]?.name === 'total';

/** Whether nobody said so far what is spoken of, or applications are meant by the look of the words alone. */
const isOpen = ({ letter, doubtful }: Topic): boolean => letter === '' || (letter === 'A' && doubtful);

/** Applications as what is spoken of, by the look of the words; disputes beside those of the report are the report's. */
const named = (topic: Topic, isSure: boolean): Topic => ({
  ...topic,
  letter: 'A',
  doubtful: !isSure,
  disclosed: topic.disclosed || isSure,
});

/** 申请中，予以公开 3 件: what became of what the clause before names. */
const isAsked = ({ letters }: Clause, before: Clause | undefined): boolean =>
  /^a{1,2}$/u.test(before?.letters ?? '') && /^[GPQU][DM]{0,2}n/u.test(letters);

/** 结转下年度的 24 件申请中，自然人 19 件: what was carried from year to year is divided as the form does. */
const dividesCarried =
  /^(?:c[HDAa]{0,4}>[HDAa]{0,4}|>[HDAa]{0,4}c[HDAa]{0,4}|<[Aa]{0,2}c[HDAa]{0,4})n[Aa]{0,2},t?C[Aa]{0,2}n/u;

/** 对含有不应公开内容的信息作区分处理，全年部分公开 81 件: what is published in part so. */
function isInPart(clauses: readonly Clause[], { text }: Scene): boolean {
  const [from, to] = [clauses[0]?.lexemes[0]?.start ?? 0, clauses.at(-1)?.lexemes.at(-1)?.end ?? 0];
  return (
    clauses.some(({ letters }) => /^[Pq]*P[DMHAa]{0,4}n|n[Aa]{1,2}P$|^P$/u.test(letters)) &&
    /区分处理|不(?:应当?|宜|予)公开(?:的?内容|的?部分|的?信息)/u.test(text.slice(from, to))
  );
}

/** What a sentence speaks of before its first clause, by what its clauses name together. */
function topicAtStart(clauses: readonly Clause[], scene: Scene): Topic {
  let { topic } = scene;
  if (topic.letter === '') {
    const kinds = kindsOfResults(clauses);
    const isSure =
      clauses.some(deniesReason) ||
      isInPart(clauses, scene) ||
      dividesCarried.test(clauses.map(({ letters }) => letters).join(',')) ||
      [deniesOurs, areSharesOurs, areAskersOurs, areOutcomesOurs, tellsOnlyOfOurs].some((isOurs) =>
        isOurs(clauses, scene),
      );
    if (kinds >= 2 || isSure) topic = named(topic, kinds > 2 || isSure || areRowsOurs(clauses, scene));
  }
  const isOurs = isOpen(topic) ? areResultsOurs(clauses, scene) : undefined;
  if (isOurs !== undefined) topic = isOurs ? named(topic, true) : { ...topic, letter: 'X', foreign: true };
  const [from, to] = [clauses[0]?.lexemes[0]?.start ?? 0, clauses.at(-1)?.lexemes.at(-1)?.end ?? 0];
  if (listsDocuments.test(clauses.map(({ letters }) => letters).join(','))) topic = { ...topic, letter: 'F' };
  // 直接起诉 2 件、复议后起诉 1 件: what only the form divides so.
  const isDivided = ['1', '2'].every((way) => clauses.some(({ letters }) => letters.includes(way)));
  if (isDivided && /复议后|经复议/u.test(scene.text.slice(from, to))) topic = { ...topic, disclosed: true };
  return dividesDocuments(scene.text.slice(from, to)) ? { ...topic, foreign: true } : topic;
}

/** What a clause counts, denies or compares, and the nouns that tell what is spoken of. */
const counted = /[n$zqhABLFJWYZX12ukIO^d~]/u;

/** A sentence of which nothing was read yet. */
const sentenceOf = (clauses: readonly Clause[], { drafts }: Scene) => ({
  listed: false,
  told: clauses,
  beginnings: [] as Clause[],
  unpublished: 0,
  own: 0,
  verb: '',
  isByResults: kindsOfResults(clauses) > 2,
  from: drafts.length,
});

/** The clauses of a sentence, each with what those beside it tell of it. */
const completed = (told: readonly Clause[], scene: Scene): readonly Clause[] =>
  told.map((clause, at) => {
    const [before, next] = [told[at - 1], behindBracket(told, at) ?? told[at + 1]];
    const named = withOutcome(withLead(clause, before, scene), next, scene);
    return withoutRedundant(withoutHow(named, next, scene), scene);
  });

/** 余 3 件(自然人 1 件、商业企业 2 件)转入下年度: the clause in which the one at `at` goes on behind a bracket; undefined where none does. */
function behindBracket(told: readonly Clause[], at: number): Clause | undefined {
  const depth = told[at]?.depth ?? 0;
  if ((told[at + 1]?.depth ?? 0) <= depth) return undefined;
  const next = told.slice(at + 1, at + 1 + longestBracket).find((each) => each.depth <= depth);
  return next?.depth === depth && next.before === ')' ? next : undefined;
}
/** A bracket has no more clauses. */
const longestBracket = 12;

/** Drafts the claims of a sentence's clauses; answers what is spoken of at its end. */
export function draftClaims(told: readonly Clause[], scene: Scene): Topic {
  const clauses = completed(told, scene);
  let topic = topicAtStart(clauses, scene);
  const outer: Topic[] = [];
  const sentence = sentenceOf(clauses, scene);
  const { beginnings } = sentence;
  for (const [at, clause] of clauses.entries()) {
    while (outer.length < clause.depth) outer.push(topic);
    while (outer.length > clause.depth) topic = outer.pop() ?? topic;
    // 申请总量（含上年结转）为 38 件: what is taken in divides nothing.
    sentence.listed ||= /[ts]/u.test(clause.letters) && !/^s<?c$/u.test(clause.letters);
    if (/[wgX]/u.test(clause.letters)) sentence.verb = '';
    beginnings.push(clause);
    const isUnsure = isOpen(topic);
    if (isUnsure && looksLikeApplications.test(clause.letters))
      topic = named(topic, areOurs(beginnings, scene));
    const isAll = tellsOfAll.test(clause.letters) && areOurs(beginnings, scene);
    if (isUnsure && (isAll || tellsOfBoth.test(clause.letters))) topic = named(topic, true);
    if ((isUnsure ? topic.doubtful : 'XWYZFJ'.includes(topic.letter)) && isFollowedByOurs(clauses, at, scene))
      topic = named(topic, true);
    if ((isUnsure || topic.letter === 'X') && tellsOfRow(clause)) topic = named(topic, true);
    if (
      isUnsure &&
      (isAsked(clause, beginnings.at(-2)) || isTotal(clause) || tellsOfAnswers.test(clause.letters))
    )
      topic = { ...topic, letter: 'A', doubtful: false };
    // A clause that counts nothing and names nothing does not matter.
    if (!counted.test(clause.letters) && !clause.lexemes.some(isComparing)) continue;
    const reader = new ClauseReader(withWays(clause, topic, scene), { ...scene, topic }, sentence);
    topic = reader.read();
  }
  return topic;
}
