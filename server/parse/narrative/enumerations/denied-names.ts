import { type Draft, sureDraft } from '../clauses/draft';
import type { Topic } from '../scope/topic';
import type { Lexeme } from '../words/lexeme';
import { list } from '../words/word-classes';
import { areSideBySide, type Found, isPlain, kinds, namesIn, narrowing, type Told } from './name-lists';

// A clause that says of names of the form that there was none of them, in whatever words: 国家秘密、行政查询事项两条，全年一次也没有用过. All of it
// has to be known: a word more may say of which of them there was none.

/** The body itself, the year, what the names are of. */
const leads =
  list(`本年度 本年 今年 全年 年内 期内 报告期内 我局 我县 我市 我区 我镇 镇本级 县本级 本级 本机关 本单位 均 都 也 亦 同样 概 一律 全部 受到 办结的 申请 办理结果 结果 里 中 的
  来件 件 等 类 种 个 条 项 两 三 四 五 六 理由 情形 情况 件数 数量 案件 答复 决定 处理 信息 事项 规范性文件 文件 行政 方面 至于 本年的 因 由于 而 以 按 作 为由 不予公开 不予处理 无法提供 需要 属于 涉及 , " ( )`);
/** Words for none. */
const denials = list(
  '没有 未曾 未 无 不存在 不含 不包含 从未 尚无 并无 概无 未再 一次也没有 一件也没有 一例也没有 一次也未 一件也未 为零 是零 为空 同样为零 也为零 均为零 为0件 为0',
);
/** What every denial has. */
const denial = /[未无零空0]|没有|不[存含包]|从未/u;
/** What was not done to them, behind the denial; and what they are called there. */
const behind =
  list(`遇到过 遇到 出现过 出现 发生过 发生 作出过 作出 收到过 收到 接到过 接到 有过 过 用过 用到 使用过 使用 适用过 适用 提出过 提出 提出申请 向我局 向我镇 向我县 向我市 向我区 任何 一件 一起 一例
  因 以 按 被 作 属于 涉及 需要 新 的 类 申请 情形 情况 案件 答复 决定 处理 等 其他 件 理由 方式 来件 提交 为由 不予公开 不予处理 无法提供 信息 事项 规范性文件 文件 行政 个 种 项 条 两 三 四 五 六 " )`);

/** How long the longest token is that begins at a place; 0 where none does. */
const tokenAt = (words: string, tokens: readonly string[], at: number): number =>
  tokens.reduce(
    (longest, token) => (token.length > longest && words.startsWith(token, at) ? token.length : longest),
    0,
  );

/** Where the words end that are made of tokens, each the longest, from `at` on. */
function endOf(words: string, tokens: readonly string[], from: number): number {
  let at = from;
  for (let length = tokenAt(words, tokens, at); length > 0; length = tokenAt(words, tokens, at)) at += length;
  return at;
}

/** Whether words are a denial among known words, up to their end; at their begin what leads to the names, or what follows them. */
function isDenial(words: string): boolean {
  // Its first characters may be a lead as well (同样为零).
  for (let at = endOf(words, leads, 0); at >= 0; at--) {
    const length = tokenAt(words, denials, at);
    if (length > 0) return endOf(words, behind, at + length) === words.length;
  }
  return false;
}

const isKnown = (words: string, tokens: readonly string[]): boolean =>
  endOf(words, tokens, 0) === words.length;

/** Whether a clause says of a list of names that there was none: 未出现重复申请, 重复申请一件也没有. */
function deniesThem(words: string, found: readonly Found[]): boolean {
  const before = words.slice(0, found[0]?.start);
  const after = words.slice(found.at(-1)?.end);
  if (!areSideBySide(words, found)) return false;
  return (isDenial(before) && isKnown(after, behind)) || (isKnown(before, leads) && isDenial(after));
}

/** The drafts of what the clauses of a sentence say there was none of, by the names of the form alone. */
export function deniedNames(found: readonly Lexeme[], text: string, told: Told): Draft[] {
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || !isPlain(found, text, told)) return [];
  const { topic } = told;
  const sentence = text.slice(first.start, last.end);
  if (!denial.test(sentence)) return [];
  const scope = scopeOf(sentence, topic);
  const drafts: Draft[] = [];
  let at = first.start;
  let before = '';
  for (const clause of sentence.split(/(?<=[,;:。])/u)) {
    const words = clause.replace(/[,;:。]$/u, '');
    if (denial.test(words)) {
      // 国家秘密、行政查询事项两条,全年一次也没有用过: the names before, the denial behind.
      const ways = before.endsWith(',') ? [words, before + words] : [words];
      const keys = ways.map((each) => keysOf(each, scope)).find((each) => each.length > 0) ?? [];
      const lexeme = { letter: 'z', start: at, end: at + words.length, quantity: undefined, name: '' };
      for (const key of keys) drafts.push(sureDraft('none', key, lexeme));
    }
    at += clause.length;
    before = clause;
  }
  return drafts;
}

/** 不存在不予公开的文件, 未侵害第三方权益: what is no application's. */
const isOther = /侵害|损害/u;

/** What a sentence tells of all its clauses; asked once, since it may be a whole page. */
interface Scope {
  /** What is meant where its names stand in a list. */
  readonly kinds: typeof kinds;
  readonly hasDocuments: boolean;
  readonly isOfApplications: boolean;
}

function scopeOf(sentence: string, topic: Topic): Scope {
  // 法律服务机构提出的申请,没有以第三方合法权益答复的: of theirs alone.
  const isNarrowed = narrowing.test(sentence);
  return {
    kinds: kinds.filter(
      ({ fewest, isMeant }) => !(isNarrowed && Number.isFinite(fewest)) && isMeant(topic, sentence),
    ),
    hasDocuments: sentence.includes('规范性文件'),
    isOfApplications: topic.letter === 'A' || sentence.includes('申请'),
  };
}

/** Whether a clause speaks of what the form counts: of what is done with applications only where these are spoken of. */
const isCounted = (words: string, { hasDocuments, isOfApplications }: Scope): boolean =>
  !isOther.test(words) &&
  (hasDocuments || !words.includes('文件')) &&
  (isOfApplications || !isAnswer.test(words) || rowInFull.test(words));
/** Rows by the form's own words, which nobody else has. */
const rowInFull = /本机关不掌握相关(?:政府)?信息|没有现成信息需要?另行制作/u;
const isAnswer = /公开|处理|提供/u;

/** The keys of what a clause denies; none where it is no denial of them alone. */
function keysOf(words: string, scope: Scope): readonly string[] {
  for (const { names, shortest } of scope.kinds) {
    const found = namesIn(words, names);
    const isSure = found.length > 1 || found.some(({ start, end }) => end - start >= shortest);
    // 以国家秘密、过程性信息为由不予公开的，均为0件: nobody else has two of these rows.
    const isBehind = !denial.test(words.slice(0, found[0]?.start));
    const areRows = isBehind && found.length > 1 && found.every(({ key }) => key.startsWith('reason:'));
    const isOurs = isCounted(words, areRows ? { ...scope, isOfApplications: true } : scope);
    if (isSure && isOurs && deniesThem(words, found)) return found.map(({ key }) => key);
  }
  return [];
}
