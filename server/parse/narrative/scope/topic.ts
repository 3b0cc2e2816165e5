/**
 * What a sentence speaks of: `A` applications, `B` reconsiderations, `L` litigations (`1` direct, `2` after a reconsideration), `BL`
 * both; `F` `J` documents, `W` `Y` `Z` decisions; `X` something else; empty where nothing was named. `disclosed` says that the
 * paragraph speaks of the disclosure of information, so that disputes are those of the table; `foreign` that the sentence tells of
 * another body, or of a part only; `doubtful` that applications are meant by the look of the words alone.
 */
export interface Topic {
  readonly letter: string;
  readonly disclosed: boolean;
  readonly foreign: boolean;
  readonly doubtful: boolean;
}

export const noTopic: Topic = { letter: '', disclosed: false, foreign: false, doubtful: false };

const letters = ['A', 'B', 'L', 'F', 'J', 'X'] as const;
const nouns =
  /(依申请|信息公开申请|公开申请|信息申请|信息公开的申请)|(复议)|(诉讼|起诉|应诉)|(规范性文件)|(规章(?!制度))|(主动公开|信访|留言|热线|咨询|建议|提案|投诉|举报|解读|培训|网站|新媒体)/gu;

/** Whether words speak of the disclosure of information. */
export const isDisclosing = (words: string): boolean =>
  words.includes('信息公开') || words.includes('依申请') || words.includes('政务公开');

const otherDisputes =
  /非(?:政府|政务)?信息公开|不(?:属于?|是|涉及)(?:政府|政务)?信息公开|信息公开(?:工作)?无关|[未不](?:纳入|计入|列入)[^,;。]{0,4}(?:上?表|报告|统计)|因其[他它](?:领域|事项|事由|原因|业务)|其中(?:涉及|因)?(?:政府|政务)?信息公开|(?:行政(?:处罚|许可|强制|征收|确认|裁决|协议)|拆迁|征收|工伤|治安)(?:决定|案件|行为)?(?:而?引[发起]|不服|产生|提起)|不服[^,;。]{0,6}(?:处罚|许可|强制|征收|确认|裁决)/u;

const documentAttributes =
  /主动公开(?:类|的)?\d{1,9}[件份条篇](?:\([^()。]{1,40}\))?[^。;]{0,8}依申请公开(?:类|的)?\d{1,9}[件份条篇](?:\([^()。]{1,40}\))?[^。;]{0,8}不予?公开|主动公开[^,;。]{0,4}、依申请公开[^,;。]{0,4}[、和及]不予?公开|(?:公文|发文|文件)[^,;。\d]{0,4}\d{1,9}[件份篇][^。;]{0,30}依申请公开(?:类|的)?\d{1,9}[件份篇][,、]不予?公开/u;

/** Whether a sentence divides documents by their three attributes (主动公开 50 件、依申请公开 10 件、不予公开 19 件), which are no applications. */
export const dividesDocuments = (sentence: string): boolean => documentAttributes.test(sentence);

/** 除信息公开类案件外，还办理其他行政复议 9 件: all that follows is other. */
const besides = /(?:除|不含|剔除)[^,;。]{0,10}信息公开[^,;。]{0,10}外/u;

/** 以我局为复议机关, 作为复议机关, 代省政府办理: these disputes are brought before the body or against another, not against it. */
const asJudge =
  /(?:作为|[以由][^,;。]{0,14}[为任]|担任|履行|行使)(?:政府信息公开)?(?:行政)?复议(?:机关|机构)|(?<![被由经])复议(?:机关|机构|委员会|局|办)(?:[^,;。\d]{0,6})(?:收到|接收|受理|新收|办理|审[结理])(?!的?(?:涉及|针对|不服)[我本])|代[^,;。]{1,8}政府(?:办理|承办|答复|应诉)/u;
/** So far around the begin of a clause the cause of its disputes is told. */
const [shortestCause, longestCause] = [12, 52];
/** So far before a clause its sentence may have said in which part the body acts. */
const farthestPart = 40;

/**
 * Whether the sentence around the clause that begins at `at` says that its disputes are not about the disclosure of information, or that
 * they were not brought against the body.
 */
export function tellsOfOtherDisputes(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - farthestPart), at)
      .split(/[。\n]/u)
      .at(-1) ?? '';
  const [behind = ''] = text.slice(at, at + farthestPart).split(/[。,;\n]/u, 1);
  const [sentence = ''] = text.slice(at, at + longestCause).split(/[。\n]/u, 1);
  return (
    otherDisputes.test(before.slice(-shortestCause) + sentence) ||
    asJudge.test(before + behind) ||
    besides.test(before)
  );
}

/** What a heading speaks of; disputes that a heading names are those of the report. */
export function topicOf(heading: string): Topic {
  const topic = topicAfter(heading, noTopic);
  const both = topic.letter === 'L' && heading.includes('复议');
  return { ...noTopic, letter: both ? 'BL' : topic.letter, disclosed: topic.disclosed || both };
}

/** What is spoken of after sentences without numbers: what they name last. */
export function topicAfter(words: string, before: Topic): Topic {
  let { letter, doubtful } = before;
  for (const match of words.matchAll(nouns)) {
    letter = letters[match.findIndex((part, at) => at > 0 && part) - 1] ?? letter;
    doubtful = false;
  }
  return { ...before, letter, doubtful, disclosed: before.disclosed || isDisclosing(words) };
}

const topics: Readonly<Record<'A' | 'a' | 'B' | 'F' | 'J', readonly string[]>> = {
  A: ['A'],
  a: ['A', ''],
  B: ['B', 'L', 'BL', '1', '2'],
  F: ['F'],
  J: ['J'],
};

/** Whether `topic` is one of applications (A, or nothing else: a), disputes (B), documents (F) or government rules (J). */
export const speaksOf = ({ letter }: Topic, topic: keyof typeof topics): boolean =>
  topics[topic].includes(letter);

/** The kind of dispute that a topic's letter names, as in the keys of outcomes. */
export const disputeKinds: Readonly<Record<string, string>> = {
  B: 'reconsideration',
  L: 'litigation',
  BL: 'all',
  1: 'direct',
  2: 'later',
};

/** The key of all disputes of a kind. */
export const disputeTotals: Readonly<Record<string, string>> = {
  reconsideration: 'reconsiderations',
  litigation: 'litigations',
  direct: 'directLitigations',
  later: 'laterLitigations',
  all: 'disputes',
};

const totals: ReadonlySet<string> = new Set(Object.values(disputeTotals));

/** Whether a key counts all disputes of a kind. */
export const isDisputeTotal = (key: string): boolean => totals.has(key);

/** 复议、诉讼, 复议答复、应诉: whether the disputes at `at` follow those of the other kind. */
export function isWithOther(letters: string, at: number): boolean {
  const before = letters.charAt(at - 1) === '&' ? at - 2 : at - 1;
  if (letters.charAt(at) === 'B') return letters.charAt(before) === 'L';
  return letters.charAt(letters.charAt(before) === 'D' ? before - 1 : before) === 'B';
}
