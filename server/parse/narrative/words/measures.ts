import { isCountable } from '../../../text/numerals';
import type { Lexeme } from './lexeme';

/** In what people, places and works are counted, which no table does: 128 家, 120 人次. */
const measures =
  /(?:人次|家次|户次|车次|户|家|名|人(?!大|民|事|社|员|工|口|力|才)|位|处(?!罚|理|置|室|分|长)|台(?!账|阶)|所(?!有|属|在|需)|辆|块(?!状)|栋|株|座)/y;
/** 第 3 名, 前 10 位: a place in an order counts nothing. */
const ranked = /[第前居列]$/u;
const scale = /[万亿]$/u;

/**
 * The words of a paragraph with every number that has a unit as a count (`n`): also those of people, places and works, whose unit the reader of
 * claims leaves to the words behind it. Numbers of one sentence hang together whatever they count.
 */
export function measured(lexemes: readonly Lexeme[], text: string): readonly Lexeme[] {
  if (!lexemes.some((lexeme) => unitOf(lexeme, text) !== undefined)) return lexemes;
  const read: Lexeme[] = [];
  let end = 0;
  for (const lexeme of lexemes) {
    // The unit itself is no word any more.
    if (lexeme.end <= end) continue;
    const unit = unitOf(lexeme, text);
    const { quantity } = lexeme;
    if (unit === undefined || !quantity) {
      read.push(lexeme.start < end ? { ...lexeme, start: end } : lexeme);
      continue;
    }
    end = quantity.end + unit.length;
    read.push({ ...lexeme, letter: 'n', end, quantity: { ...quantity, unit, kind: 'count', end } });
  }
  return read;
}

/** The unit of people, places or works behind a number; undefined where there is none, or it was read already. */
function unitOf({ quantity }: Lexeme, text: string): string | undefined {
  if (quantity?.kind !== 'other' || quantity.unit !== '' || !isCountable(quantity.value)) return undefined;
  const before = text.slice(Math.max(0, quantity.looseStart - 1), quantity.looseStart);
  if (ranked.test(before) || (quantity.decimals > 0 && !scale.test(text.slice(quantity.start, quantity.end))))
    return undefined;
  measures.lastIndex = quantity.end;
  const unit = measures.exec(text)?.[0];
  // 120 名群众中 114 人: people by either name.
  return unit === '名' || unit === '位' ? '人' : unit;
}
