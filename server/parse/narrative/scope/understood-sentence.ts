import type { Clause } from '../clauses/clauses';
import { barriers } from '../words/fillers';
import { type Lexeme, standing } from '../words/lexeme';
import { others, sentenceFrom } from './own-applications';
import type { Scene } from './scene';

/** What others do as well, by words that say nothing where applications are spoken of. */
const elsewhere = /立案|查处|登记|督办|交办|审批|许可|处罚|公文|文件|[条篇]/u;
/** What became of applications by names that nothing else has, beside a number or share. */
const named = /[PUK]|G[aD]{0,4}n|[RNDH]a|a[RNDH]/u;
const classes = /[GPQUKErCV]/u;
/** Whether the letters of a clause name what only applications come to, by a number or a share. */
const isNamedIn = (letters: string): boolean =>
  named.test(letters) ||
  (letters.includes('h') && classes.test(letters)) ||
  (letters.includes('Q') && /[Da]/u.test(letters));
/** 完全公开的最多，为 1410 件: the class in a clause, its number in the next. */
const apart = /(?:^|,)[GQ][aD]{0,2}x?,n/u;
/** 比上年多 3 件, 与上年持平: of this year's number it tells how it went. */
const compared = /~<[aA]?(?=[\^d5])|&<~?(?=[\^d5])/gu;
const counting = /[n$h]/u;
/** A row or a class of applicants by its name, and not by a word for it that others have. */
const longName = 5;
const formName = 3;
/** 尚有 60 件处于办理期内. */
const due = /(?:办理|答复)(?:期|时限)/u;

/**
 * Whether a sentence with nothing before it is understood to its last number, word for word, and names what only applications come to: then
 * these are the report's.
 */
export function tellsOnlyOfOurs(clauses: readonly Clause[], scene: Scene): boolean {
  const last = clauses.findLastIndex(({ letters }) => counting.test(letters));
  if (!scene.isOpening || last < 0) return false;
  const told = clauses.slice(0, last + 1);
  const isKnown = ({ letter, name, start, end }: Lexeme, at: number): boolean =>
    !'xXw!Jl'.includes(letter) ||
    name === standing ||
    (at === 0 && letter === 'x' && scene.agents.isOwn(scene.text.slice(start, end)));
  if (!told.every(({ lexemes }) => lexemes.every(isKnown))) return false;
  const sentence = sentenceFrom(clauses, scene);
  if (others.test(sentence) || barriers.test(sentence) || elsewhere.test(sentence)) return false;
  const letters = clauses
    .slice(0, last + 2)
    .map((clause) => clause.letters)
    .join(',');
  if (/[BLFJWYZ12f~]|<(?!c)|(?<!c)>/u.test(letters.replace(compared, ''))) return false;
  const isNamed = told.some(({ lexemes }) =>
    lexemes.some(({ letter, name, start, end }) => {
      if (letter === 'r') return end - start >= longName || name.startsWith('notProcessed');
      return (
        'CV'.includes(letter) &&
        (/申请/u.test(sentence) || (end - start >= formName && /[aA]/u.test(letters)))
      );
    }),
  );
  return (
    isNamed ||
    told.some((clause) => isNamedIn(clause.letters)) ||
    apart.test(letters) ||
    (/n?p/u.test(letters) && due.test(sentence)) ||
    /np,c>/u.test(letters)
  );
}
