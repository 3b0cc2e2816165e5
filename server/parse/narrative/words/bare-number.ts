import { isCountable } from '../../../text/numerals';
import type { Lexeme } from './lexeme';
import type { Quantity } from './numerals';

/** Who asks is also counted in heads. */
const heads = /(?:人次|家次|[人家名户位])(?![大民员口事力])/y;
/** Several numbers with one unit, at the last: 3、5 和 2 件. */
const shared =
  /(?:[、和及与]|以及){1,2}\d{1,9}(?:[、和及与]\d{1,9}){0,12}(件次|件|起|宗|份|例|个|条|次|项|篇|部|笔|则|期)/y;
const ended = new Set([...'、,;。)和及与\n', '']);
/** What is counted, as a word of the form (word-classes.ts) or any word at all. */
const counted = 'GPQUKErCVuokpBL12WYZijvFJ';
const numbers = /^(?:12345|12388|110|119|120)$/u;

/**
 * A number with the unit that it shares with others, where none is printed behind it: that of the last in a row (3、5 和 2 件), that of the
 * numbers before it in its sentence (公开 310 条，其中动态 200、公告 70), or of what the form counts. The number as it is for any other.
 */
export function withUnit(text: string, quantity: Quantity, before: readonly Lexeme[]): Quantity {
  if (quantity.kind !== 'other' || quantity.unit !== '' || quantity.decimals > 0) return quantity;
  if (!isCountable(quantity.value)) return quantity;
  const last = before.at(-1);
  const counts = last !== undefined && counted.includes(last.letter) && last.end === quantity.looseStart;
  if (counts && 'CV'.includes(last.letter)) {
    heads.lastIndex = quantity.end;
    const [unit] = heads.exec(text) ?? [];
    if (unit) return { ...quantity, unit, kind: 'count', end: quantity.end + unit.length };
  }
  shared.lastIndex = quantity.end;
  const unit = shared.exec(text)?.[1] ?? (isBare(text, quantity) ? unitBefore(before, counts) : undefined);
  return unit === undefined ? quantity : { ...quantity, unit, kind: 'count' };
}

/** Whether nothing but a mark follows a number that a word stands before. */
function isBare(text: string, { start, end }: Quantity): boolean {
  return (
    ended.has(text.charAt(end)) &&
    /[\u4e00-\u9fff]/u.test(text.charAt(start - 1)) &&
    !/[第至到和及与]/u.test(text.charAt(start - 1)) &&
    !numbers.test(text.slice(start, end))
  );
}

/** The unit of the number before it; 件 for what the form counts, where there is none. */
function unitBefore(before: readonly Lexeme[], counts: boolean): string | undefined {
  const unit = before.findLast(({ letter }) => letter === 'n')?.quantity?.unit;
  return unit ?? (counts ? '件' : undefined);
}
