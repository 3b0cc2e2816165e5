import type { Relation } from '../../report/claim';
import { changeAt } from './changes';
import type { Draft } from './draft';
import { listAt } from './lists';
import type { Prose } from './prose';
import type { Lexeme } from './scan';
import { shareAt } from './shares';
import { Stream } from './stream';

/** Finds how the numbers of a paragraph hang together, in the order of the text. */
export function relationsOf(
  lexemes: readonly Lexeme[],
  drafts: readonly Draft[],
  prose: Prose,
  year: number | undefined,
): Relation[] {
  const relations: Relation[] = [];
  let stream: Stream | undefined;
  for (let at = 1; at < lexemes.length; at++) {
    const letter = lexemes[at]?.letter ?? '';
    if (!'tsh^d:,'.includes(letter)) continue;
    stream ??= new Stream(lexemes, drafts, prose, year);
    relations.push(...relationAt(stream, at, letter));
  }
  return relations;
}

/** The relation that a word of this class tells of, if it tells of one. */
function relationAt(stream: Stream, at: number, letter: string): Relation[] {
  if ('ts:,'.includes(letter)) return listAt(stream, at);
  return letter === 'h' ? shareAt(stream, at) : changeAt(stream, at);
}
