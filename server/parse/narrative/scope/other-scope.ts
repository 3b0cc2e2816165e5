import type { Clause } from '../clauses/clauses';
import type { Lexeme } from '../words/lexeme';
import { examplesUntil } from './own-applications';
import type { Scene, Sentence } from './scene';
import { tellsOfOtherDisputes } from './topic';

/** Whether a clause of a sentence so far begins with another body: then that is what the sentence tells of. Each clause is looked at once. */
export function tellsOfAnother(sentence: Sentence, { text, agents, below }: Scene): boolean {
  const { beginnings } = sentence;
  const from = beginnings.at(-1)?.lexemes[0]?.start ?? -1;
  if (below.some(({ start, end }) => start <= from && from < end)) return true;
  while (sentence.own >= 0 && sentence.own < beginnings.length) {
    const clause = beginnings[sentence.own];
    const first = clause?.lexemes[0];
    const isBody = clause && first?.letter === 'x' && examplesUntil(clause) === 0;
    const isForeign =
      isBody && (agents.isForeign(bodyOf(clause, text)) || several.test(wordsOf(clause, text)));
    sentence.own = isForeign ? -1 : sentence.own + 1;
  }
  return sentence.own < 0;
}

/** 县档案馆、县气象局等 12 家单位: some of all, by their number; not who asked them. */
const several =
  /^(?!来自|[向对由被])[^,;。\d]{2,40}等(?:\d{1,3}|[一二三四五六七八九十]{1,3})[家个](?:单位|部门|机关|局|[乡镇]|街道)/u;

/** The words of a clause. */
const wordsOf = ({ lexemes }: Clause, text: string): string =>
  text.slice(lexemes[0]?.start ?? 0, lexemes.at(-1)?.end ?? 0);

/** 自然资源和规划局: a body with 和 in its name is one. */
function bodyOf({ letters, lexemes }: Clause, text: string): string {
  const [first, mark, last] = lexemes;
  const isOne = letters.startsWith('x&x') && /^[和与]$/u.test(text.slice(mark?.start ?? 0, mark?.end ?? 0));
  return text.slice(first?.start ?? 0, (isOne ? last : first)?.end ?? 0);
}

/** 各乡镇: only some of those for whom a government reports, where no others are named with them. */
const someOf =
  /^(?:[全我本][省市州盟县区旗])?(?:各|所辖)?(?:乡镇|镇街|县区|区县|县市区)(?:\(街道\))?(?![、和及与,])/u;
/** So many characters name them. */
const longestScope = 16;

/** Whether the table counts less than what is spoken of: what all below did, or disputes of other kinds. */
export function isBeyond({ scope, lexemes }: Clause, { text, agents }: Scene, isDispute: boolean): boolean {
  if (scope && !agents.isOwnScope(text.slice(scope.start, scope.end))) return true;
  if (scope && someOf.test(text.slice(scope.start, scope.start + longestScope))) return true;
  return isDispute && tellsOfOtherDisputes(text, lexemes[0]?.start ?? 0);
}

/** 结转下年的占 4%: left at the end of this year. */
const carried = /c[HDAa]*>|>[HDAa]*c/u;

/** 多于, 9 倍: whether a word may hold two rows of the tables against each other. */
export const isComparing = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.name === 'than' || lexeme?.quantity?.unit === '倍';

/** Takes note of what is spoken of at the percentage at `at`, unless it is told of others, or in comparison. */
export function noteShare(clause: Clause, at: number, scene: Scene, sentence: Sentence): void {
  const { letters, lexemes, current } = clause;
  const { topic, topics, text, agents } = scene;
  const before = letters.slice(0, at);
  const lexeme = lexemes[at];
  if (!lexeme || !current[at] || letters.includes('!') || /[X~<>]/u.test(before.replace(carried, ''))) return;
  if (topic.foreign || tellsOfAnother(sentence, scene)) return;
  if (isBeyond(clause, scene, 'BL12'.includes(topic.letter))) return;
  const isStrange = ({ letter, start, end }: Lexeme): boolean =>
    letter === 'x' && !agents.isOwn(text.slice(start, end));
  if (!lexemes.slice(0, at).some(isStrange)) topics.set(lexeme, topic);
}
