import type { Edit, Repair } from '../../../report/finding';
import type { ChangeRelation, Step } from '../../../report/relation';
import { remarks } from '../../../report/told';
import { said, say } from '../../../text/say';
import type { Span } from '../../../text/span';
import { ownWord } from '../../named';
import { quoted } from '../../quoted';
import type { Yield } from '../../rule';
import { amountOf, type Reading } from './change';
import { rewritten } from './rewritten';

/** 与上年持平 itself; a 0 is shorter. */
const shortestLevel = 5;

/** Whether a change is told by the words 与上年持平, which stand in its place. */
const isLevel = ({ by }: Step): boolean => by.value === 0 && by.span.end - by.span.start >= shortestLevel;

/** Whether a change is told by words that leave open how much, which are the writer's to choose. */
const isRough = (shown: string, { by, range }: Step): boolean =>
  range !== undefined && by.unit === '%' && !/\d$/u.test(quoted(shown, by.span));

/** Which word says the opposite. */
const opposites: Readonly<Record<string, string>> = {
  增长: '下降',
  增加: '减少',
  增多: '减少',
  上升: '下降',
  上涨: '下降',
  提升: '下降',
  提高: '降低',
  多: '少',
  下降: '增长',
  减少: '增加',
  降低: '提高',
  下滑: '上升',
  回落: '上升',
  少: '多',
};

const wayOf = (rise: boolean): string => (rise ? '增加' : '减少');

/** Where a reading is to be told: at the earlier number that it contradicts, else at the first amount; undefined where at none. */
export const firstOff = ({ before }: ChangeRelation, { isBeforeOff, off }: Reading): Span | undefined =>
  isBeforeOff ? before?.span : off[0]?.by.span;

/** By how much the number has changed, and what is printed: 增加 15件，文中写的是增加 20件. */
export function stepInWords(shown: string, step: Step, reading: Reading): string {
  const { rise, by } = step;
  const printed = quoted(shown, by.span);
  if (isRough(shown, step)) {
    const words = quoted(shown, { start: step.word.start, end: by.span.end });
    const told =
      reading.now === reading.before
        ? say`没有变化`
        : amountInWords(reading.now > reading.before, amountOf(step, reading), '%');
    return say`${told}，文中写的是“${words}”`;
  }
  const told = isLevel(step) ? `“${printed}”` : amountInWords(rise, printed, by.unit);
  const found = amountInWords(reading.now > reading.before, amountOf(step, reading), by.unit);
  return say`${found}，文中写的是${told}`;
}

/** A rise or fall with its amount: 增加 15件. */
export const amountInWords = (rise: boolean, amount: string | number, unit: string): string =>
  rise ? say`增加 ${amount}${said(unit)}` : say`减少 ${amount}${said(unit)}`;

/** The numbers of a change as places to look at. */
export const numbersOf = ({
  now,
  before,
}: Pick<ChangeRelation, 'now' | 'before'>): NonNullable<Yield['related']> => [
  { span: now.span, message: ownWord(`${now.value} ${now.unit}`) },
  ...(before ? [{ span: before.span, message: say`此前 ${before.value} ${said(before.unit)}` }] : []),
];

/**
 * The change of a text to a reading, in all that is printed otherwise at once. Undefined where it would have to turn the direction and
 * `mayTurn` is false, or has no word for it.
 */
export function repairTo(
  shown: string,
  { before }: ChangeRelation,
  reading: Reading,
  mayTurn: boolean,
): Repair | undefined {
  const edits: Edit[] = [];
  const titles: string[] = [];
  if (reading.isBeforeOff && before) {
    const newText = rewritten(quoted(shown, before.span), reading.before);
    if (newText === undefined) return undefined;
    edits.push({ span: before.span, newText });
    titles.push(say`上年的数改为“${newText}”`);
  }
  for (const step of reading.off) {
    const made = stepEdits(shown, step, reading);
    if (!made || (made.length > 1 && !mayTurn)) return undefined;
    edits.push(...made);
    const [last = ''] = made.slice(-1).map(({ newText }) => newText);
    const word = made.length > 1 ? (made[0]?.newText ?? '') : '';
    titles.push(say`改为“${word + (isLevel(step) ? last : last + step.by.unit)}”`);
  }
  return { title: remarks(titles), confidence: 'possible', edits };
}

/** The edit of an amount; before it that of its word, where that says the opposite. Undefined where no word does. */
function stepEdits(shown: string, step: Step, reading: Reading): Edit[] | undefined {
  const { rise, word, by } = step;
  if (isRough(shown, step)) return undefined;
  const [amount, isRise] = [amountOf(step, reading), reading.now > reading.before];
  if (isLevel(step)) return [{ span: by.span, newText: `比上年${wayOf(isRise)}${amount}${by.unit}` }];
  if (rise === isRise) return [{ span: by.span, newText: amount }];
  const opposite = opposites[quoted(shown, word)];
  return opposite === undefined
    ? undefined
    : [
        { span: word, newText: opposite },
        { span: by.span, newText: amount },
      ];
}
