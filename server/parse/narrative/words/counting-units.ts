import type { Lexeme } from './lexeme';

// In what things are counted: other units tell of other matters (12 人次, 120 万元罚款, 35 项行政许可事项).
const units = {
  applications: /^(?:件|件次|起|宗|份|封|例|个|条|次|项|笔)$/u,
  documents: /^(?:件|份|个|部|项|条|篇)$/u,
  decisions: /^(?:件|件次|起|宗|份|例|个|条|次)$/u,
  money: /元$/u,
  heads: /^(?:人次|家次|[人家名户位])$/u,
};

/** Whether a number counts who asked, not what was asked for: who asks twice is one. */
export const areHeads = (unit = ''): boolean => units.heads.test(unit);

/** 新增 20 条: whether what was added may be something else, for want of a word for applications and by its unit. */
const isAddedElse = (words: readonly Pick<Lexeme, 'letter' | 'name'>[], unit = ''): boolean =>
  words.some(({ letter, name }) => letter === 'N' && name === 'added') &&
  !words.some(({ letter }) => letter === 'A' || letter === 'a') &&
  units.documents.test(unit) &&
  unit !== '件' &&
  unit !== '份';

/** Whether what a frame's key names is counted in `unit`; false where there is none. */
export function isUnit(key: string, unit = ''): boolean {
  if (areHeads(unit)) return key === 'naturalPersons' || key === 'organizations';
  if (key === 'fees') return units.money.test(unit);
  if (/^(?:licenses|penalties|coercions)$/u.test(key)) return units.decisions.test(unit);
  return (/^(?:documents|regulations)/u.test(key) ? units.documents : units.applications).test(unit);
}

/** Whether the number at `at` has the unit of what a phrase names that stands from `first` to `last`. */
export const isCounted = (
  words: readonly Lexeme[],
  key: string,
  at: number,
  [first, last]: readonly [first: number, last: number],
): boolean =>
  isUnit(key, words[at]?.quantity?.unit) &&
  !isAddedElse(words.slice(first, last + 1), words[at]?.quantity?.unit);
