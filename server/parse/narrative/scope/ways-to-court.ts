import type { Clause } from '../clauses/clauses';
import type { Lexeme } from '../words/lexeme';
import type { PhrasePlace, Scene } from './scene';
import type { Topic } from './topic';

/** Who went to court, or where from: 经复议的, 经过行政复议. */
const gone = /(?:先|经过?)(?:了|行政)?$/u;
const notGone = /未(?:先|经过?)(?:行政)?$/u;
const longestGone = 6;
/** 经复议机关维持 tells who decided. */
const judge = /^(?:机[关构]|委员会|局|办)/u;
const longestJudge = 3;

/**
 * A clause on litigation in which 复议 only says what went before it (行政诉讼 5 件，其中经复议的 2 件、未经复议的 3 件), with the way to court in its
 * place; any other clause itself.
 */
export function withWays(clause: Clause, topic: Topic, { text }: Scene): Clause {
  const { letters, lexemes } = clause;
  // Asked once: the clause may be a whole page.
  const suit = 'L12'.includes(topic.letter || '.') ? 0 : letters.search(/[L12]/u);
  if (suit < 0 || !letters.includes('B', suit)) return clause;
  let told = '';
  const kept: Lexeme[] = [];
  const current: boolean[] = [];
  for (const [at, lexeme] of lexemes.entries()) {
    const way = at < suit || letters.charAt(at) !== 'B' ? '' : wayBy(lexeme, text);
    // 未: it is not denied that there was any.
    if (way === '1' && told.endsWith('z')) {
      told = told.slice(0, -1);
      kept.pop();
      current.pop();
    }
    told += way || letters.charAt(at);
    kept.push(lexeme);
    current.push(clause.current[at] ?? true);
  }
  return told === letters ? clause : { ...clause, letters: told, lexemes: kept, current, summed: -1 };
}

/** The way to court that a 复议 stands for; empty where it is counted itself. */
function wayBy({ start, end }: Lexeme, text: string): string {
  if (judge.test(text.slice(end, end + longestJudge))) return '';
  const before = text.slice(Math.max(0, start - longestGone), start);
  if (notGone.test(before)) return '1';
  return gone.test(before) ? '2' : '';
}

/** 尚在审理的 1 件系未经复议直接起诉: what a number is said to be behind it, and nothing that is counted itself. */
const behind = /^q?([12])a?(?:$|&(?!n))/u;
/** More than it looks at. */
const longestBehind = 8;

/** What is spoken of at a number, with the kind of disputes that the words behind it say it is of, or all where it is the sum of both kinds. */
export function withKind({ clause, from: at, sentence, scene }: PhrasePlace, topic: Topic): Topic {
  const { letters, summed } = clause;
  const [, way] = behind.exec(letters.slice(at + 1, at + 1 + longestBehind)) ?? [];
  if (way !== undefined) return { ...topic, letter: way };
  // 行政复议审结 8 件，行政诉讼审结 6 件，合计未结 4 件.
  if (summed < 0 || summed >= at || /[BL12]/u.test(letters)) return topic;
  const told = scene.drafts.slice(sentence.from);
  const isOfBoth = ['reconsideration', 'litigation'].every((kind) =>
    told.some(({ key }) => key === `${kind}s` || key.startsWith(`outcome:${kind}:`)),
  );
  return isOfBoth ? { ...topic, letter: 'BL' } : topic;
}
