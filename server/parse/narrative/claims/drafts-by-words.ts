import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { flowOfNumber } from '../quantities/flow-of-number';
import { keysOf } from '../quantities/quantity-keys';
import type { PhrasePlace, Sentence } from '../scope/scene';
import { speaksOf, type Topic } from '../scope/topic';
import { isUnit } from '../words/counting-units';
import { type Lexeme, standing } from '../words/lexeme';
import { frameOf, type WordFrame } from './frames-by-words';

/** What a frame's number is thought of. */
type Judged = Pick<Draft, 'firm' | 'sound' | 'tentative' | 'published'>;

/**
 * What the number at `at` counts by the words from `place.from` to `to` around it, whatever their order; none where they do not tell, or something
 * else is spoken of.
 */
export function draftsByWords(
  { at, to, ...place }: PhrasePlace & Readonly<Record<'at' | 'to', number>>,
  topic: Topic,
  judge: (frame: WordFrame) => Judged,
): Draft[] {
  const { clause, from, sentence } = place;
  const lexeme = clause.lexemes[at];
  const around = told(clause, from, to).filter(({ letter }) => !'n$'.includes(letter));
  const framed = framedAt(sentence, around, {
    before: !counting.test(clause.letters.slice(0, at)),
    behind: !counting.test(clause.letters.slice(at + 1)),
  });
  if (!framed || !lexeme) return [];
  const { frame, lexemes } = framed;
  if (frame.topic && !speaksOf(topic, frame.topic)) return [];
  if (!isUnit(frame.key, lexeme.quantity?.unit)) return [];
  const judged = judge(frame);
  const [start, end] = [Math.min(lexeme.start, lexemes[0]?.start ?? lexeme.start), lexeme.end];
  const aside = clause.depth > 0;
  return keysOf(frame.key, { lexemes, letters: lettersOf(lexemes) }, topic).map((key): Draft => {
    const flow = flowOfNumber(key, start, place);
    return { key, kind: 'number', lexeme, start, end, flow, aside, ...judged };
  });
}

/** A number's frame with the words that make it, in the order of the text. */
interface Framed {
  readonly frame: WordFrame;
  readonly lexemes: readonly Lexeme[];
}

const counting = /[n$h]/u;
/** What no frame is read beside: unknown words and other matters, none, parts, comparisons, plans. */
const strange = /[xXzlsw!~^d#/=5|]/u;

/**
 * What the number in a clause counts by the words around it, whatever their order; where these name nothing, with those of the clause before it
 * (行政查询事项最多，有 100 件) or behind it (还有 80 件没有办完，转入下一年) that counts nothing itself. Undefined where a word is unknown.
 */
function framedAt(
  { told: clauses, beginnings }: Sentence,
  around: readonly Lexeme[],
  { before, behind }: Readonly<Record<'before' | 'behind', boolean>>,
): Framed | undefined {
  if (isStrange(around)) return undefined;
  const at = beginnings.length - 1;
  const alone = frameOf(around);
  if (alone && lettersOf(around) !== 'p') return { frame: alone, lexemes: around };
  const [last, next] = [before ? clauses[at - 1] : undefined, behind ? clauses[at + 1] : undefined];
  const wider = [...(next ? [[...around, ...of(next)]] : []), ...(last ? [[...of(last), ...around]] : [])];
  for (const lexemes of wider) {
    const frame = isStrange(lexemes) ? undefined : frameOf(lexemes);
    if (frame) return { frame, lexemes };
  }
  return alone && { frame: alone, lexemes: around };
}

const lettersOf = (lexemes: readonly Lexeme[]): string => lexemes.map(({ letter }) => letter).join('');
const isStrange = (lexemes: readonly Lexeme[]): boolean => strange.test(lettersOf(lexemes));
/** The words of a clause that counts nothing; none where it counts. */
const of = (clause: Clause): readonly Lexeme[] => (counting.test(clause.letters) ? [] : told(clause));

/** The words of a clause from a place to another, each under the letter that the clause has it by. */
const told = ({ letters, lexemes }: Clause, from = 0, to = letters.length): readonly Lexeme[] =>
  lexemes
    .slice(from, to)
    .map((lexeme, index) => ({ ...lexeme, letter: letters.charAt(from + index) }))
    .filter(({ name }) => name !== standing);
