import { type Draft, sureDraft } from '../clauses/draft';
import { isDecision } from '../quantities/decided-or-published';
import { decisions } from '../quantities/quantity-keys';
import { isUnit } from '../words/counting-units';
import type { Lexeme } from '../words/lexeme';
import { isPlain, type Told } from './name-lists';

// Decisions of several kinds side by side: their numbers first (18 件行政强制、1206 件行政许可处理决定均已公开), or one number for all (行政处罚和行政强制
// 决定合计 430 件).

/** Decisions, and all of them; of what is published by itself there may be more. */
const decided = /决定/u;
const all = /作出|做出|下达|均|全部|处理决定/u;
/** What is done with decisions of which these are some. */
const some = /抽[查取]|评查|典型|案例|事项|清单|目录|涉及|领域|信用|撤销|不予|免予|简易|受理|申请/u;

/** The drafts of the numbers of a sentence that stand before or behind a list of decisions. */
export function decisionLists(found: readonly Lexeme[], text: string, told: Told): Draft[] {
  const sentence = text.slice(found[0]?.start, found.at(-1)?.end);
  if (!decided.test(sentence) || some.test(sentence) || !isPlain(found, text, told)) return [];
  const letters = found.map(({ letter }) => (letter.length === 1 ? letter : 'y')).join('');
  return [...summed(found, letters), ...(all.test(sentence) ? numbersFirst(found, letters) : [])];
}

/** Nothing but the year, and that they were made, stands between the mark before a list and the list itself: no other body, and no field of work. */
const isLed = (letters: string, index: number): boolean =>
  /(?:^|[,;:.])[@yqMHtT]*$/u.test(letters.slice(Math.max(0, index - longestLead), index));
const longestLead = 8;

/** 18 件行政强制、1206 件行政许可: numbers side by side, each before its own kind. */
function numbersFirst(found: readonly Lexeme[], letters: string): Draft[] {
  return [...letters.matchAll(/n[WYZ](?:&n[WYZ]){1,2}(?!&?n)/gu)].flatMap(({ 0: list, index }) =>
    !isLed(letters, index)
      ? []
      : [...list.matchAll(/n/gu)].flatMap(({ index: at }) => {
          const lexeme = found[index + at];
          const key = decisions[list.charAt(at + 1)];
          const isOne = lexeme && key !== undefined && isUnit(key, lexeme.quantity?.unit);
          return isOne ? [sureDraft('number', key, lexeme)] : [];
        }),
  );
}

/** 行政处罚和行政强制决定合计 430 件: what all of them come to. */
function summed(found: readonly Lexeme[], letters: string): Draft[] {
  return [...letters.matchAll(/[WYZ](?:&[WYZ]){1,2}M?\+n/gu)].flatMap(({ 0: list, index }) => {
    const keys = [...list].flatMap((letter) => decisions[letter] ?? []);
    const lexeme = found[index + list.length - 1];
    const isOne =
      lexeme &&
      isLed(letters, index) &&
      keys.every((key) => isDecision(key) && isUnit(key, lexeme.quantity?.unit));
    return isOne ? [sureDraft('number', `several:${keys.join('+')}`, lexeme)] : [];
  });
}
