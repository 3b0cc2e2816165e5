import { exceptedFrom } from '../scope/excepted';
import type { PhrasePlace } from '../scope/scene';
import { isDisputeTotal } from '../scope/topic';
import { apartFrom, flowBefore } from './applicants-in-list';
import { flowOfApplicants } from './flow-of-applicants';
import { applicants, isLead, resultKeys } from './quantity-keys';
import { isBesideSettled } from './readings-of-disputes';

/** 新收的 51 件中有 47 件办结, 当年收到的申请办结 47 件: of these alone. */
const ofNew = /(?:N[Aa]{0,4}n[Aa]{0,4}|^x?[NR][Aa]{1,4})$/u;

/** What words say that a number counts, beside what its key does; `start` is where its phrase begins in the text. */
export function flowOfNumber(key: string, start: number, place: PhrasePlace): string {
  const { clause, from, sentence, scene } = place;
  const { text } = scene;
  if (applicants.has(key)) return flowBefore(sentence, clause, from, text);
  if (isDisputeTotal(key) && isBesideSettled(sentence, clause, text)) return 'settled';
  const ofApplicants = flowOfApplicants(key, place);
  if (ofApplicants !== '') return ofApplicants;
  if (key === 'answered' && ofNew.test(clause.letters.slice(0, from))) return 'ofNew';
  if (key === 'carriedForward') {
    const before = text.slice(Math.max(0, start - longestTime), start);
    if (atBegin.test(before)) return 'atBegin';
    if (!atEnd.test(before) && isUnderWay(clause, from, text)) return 'underWay';
  }
  const less = isLead(key) ? exceptedFrom(sentence, text) : undefined;
  return less ? `less:${less}` : apartFrom(text, start);
}

/** 年初在办 2 件, 年末尚有 3 件未办结: at which end of the year. */
const atBegin = /[年期]初(?:[时尚仍还共有]){0,3}$/u;
const atEnd = /(?:[年期][末底]|年终)(?:[时尚仍还共有]){0,3}$/u;
const longestTime = 6;

/** 全年待办申请 53 件: not only what is left at the end of the year. */
const underWay = /^(?:待办理?|在办理?)$/u;
const isUnderWay = ({ lexemes }: PhrasePlace['clause'], from: number, text: string): boolean =>
  lexemes
    .slice(from)
    .some(({ letter, start, end }) => letter === 'p' && underWay.test(text.slice(start, end)));

/** The same of what there was none of, or what was said of all: 不予处理 2 件，均为自然人提出 is told of the number before. */
export function flowOfNone(key: string, place: PhrasePlace): string {
  const { sentence, scene } = place;
  if (!applicants.has(key)) return flowOfApplicants(key, place);
  const told = scene.drafts.slice(sentence.from).at(-1);
  const isResult = told?.kind === 'number' && (resultKeys.has(told.key) || told.key.startsWith('reason:'));
  return isResult ? `result:${told.key}:one` : '';
}
