import { foldUnit, ignored } from '../../text/fold';
import { hashEnd, hashStart, hashStep, isPunctuation, type Key } from './label-key';
import { type Numbering, numberingAt } from './numbering';

/** Longer than any label with its notes: what is longer is prose and is not looked at further. */
export const longestLabel = 96;
const [SPACE, OPEN, COMMA] = [32, 40, 44] as const;

/** What words are found by: see \`Token\`. */
export interface Keys {
  readonly key: Key;
  readonly keyBeforeBracket: Key;
  readonly length: number;
  readonly parted: boolean;
  readonly numbering: Numbering | undefined;
}

/** Those of what is no words. */
export const noKeys: Keys = {
  key: 0,
  keyBeforeBracket: 0,
  length: 0,
  parted: false,
  numbering: undefined,
};

/** Reads words, without the number in front, for their keys. */
export function keysOf(view: string, start: number, end: number): Keys {
  const numbering = numberingAt(view, start, end);
  let key = hashStart;
  let keyBeforeBracket: Key = 0;
  let length = 0;
  let parted = false;
  for (let at = numbering?.end ?? start; at < end && length <= longestLabel; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === OPEN && keyBeforeBracket === 0 && length > 1) keyBeforeBracket = hashEnd(key, length);
    if (unit === SPACE || unit === COMMA) parted = true;
    if (unit === ignored || isPunctuation(unit)) continue;
    key = hashStep(key, unit);
    length++;
  }
  return { key: hashEnd(key, length), keyBeforeBracket, length, parted, numbering };
}

/** Those of running text, whose words are not looked at. */
export const proseKeys = (view: string, start: number, end: number): Keys => ({
  ...noKeys,
  length: longestLabel + 1,
  numbering: numberingAt(view, start, end),
});
