import type { Clause } from './clauses';
import type { Lexeme } from './lexeme';
import { examplesUntil } from './ours';
import type { Scene, Sentence } from './scene';
import { tellsOfOtherDisputes } from './topic';

/** Whether a clause of a sentence so far begins with another body: then that is what the sentence tells of. Each clause is looked at once. */
export function tellsOfAnother(sentence: Sentence, { text, agents }: Scene): boolean {
  const { beginnings } = sentence;
  while (sentence.own >= 0 && sentence.own < beginnings.length) {
    const clause = beginnings[sentence.own];
    const first = clause?.lexemes[0];
    const isBody = clause && first?.letter === 'x' && examplesUntil(clause) === 0;
    const isForeign = isBody && agents.isForeign(text.slice(first.start, first.end));
    sentence.own = isForeign ? -1 : sentence.own + 1;
  }
  return sentence.own < 0;
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
