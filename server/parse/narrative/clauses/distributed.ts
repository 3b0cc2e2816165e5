/** One number of a distribution, with the phrase that states it alone. */
export interface Distributed {
  /** Where the number stands in the letters of the clause. */
  readonly place: number;
  readonly phrase: string;
  /** Where the thing stands that the number counts, its first letter and its last. */
  readonly thing: readonly [from: number, to: number];
  /** The letters before 分别. */
  readonly things: string;
}

/** Whether numbers follow 分别 by themselves: 分别作出予以公开 3 件 names with each what it counts. */
export const isDistribution = (letters: string): boolean =>
  (letters.includes('/') && !/\/[MHRD]*[GPQUKECVWYZFJr]/u.test(letters)) || /=#?n&n/u.test(letters);

/**
 * 许可、处罚、强制分别为 3 件、5 件和 2 件: as many numbers as there are things, in their order. The verb of the first and the noun
 * of the last stand for all. Empty where the numbers are not as many, or the things have verbs of their own.
 */
export function distributed(letters: string): Distributed[] {
  const [things = '', counted = ''] = letters.split('/');
  // 自然人与法人的新收件, 行政复议、行政诉讼被纠正的: what is said of the last is said of all (enumerations/in-turn.ts).
  const last = things.slice(things.lastIndexOf('&') + 1);
  if (/[CV][Aa]{0,3}[^CVAa]/u.test(last) || /[BL12]&[BL12]a?[ukop7]/u.test(things)) return [];
  // 自然人申请的予以公开、部分公开分别为: of theirs alone.
  if (/[CV][Aa]{0,3}[GPQUKEr]/u.test(things)) return [];
  // 分别作出决定 3 件、5 件.
  const act = /^[MHRD]*[Aa]{0,4}/u.exec(counted)?.[0] ?? '';
  const numbers = counted.slice(act.length);
  const places = [...numbers.matchAll(/n/gu)].map(({ index }) => things.length + 1 + act.length + index);
  const parts = things.split('&');
  if (places.length < 2 || places.length !== parts.length || !/^(?:n&?)+$/u.test(numbers)) return [];
  if (parts.slice(1).some((part) => /^[MHRDNijv]/u.test(part))) return [];
  const verbs = /^[MHRDijv]+/u.exec(parts[0] ?? '')?.[0] ?? '';
  const tail = act || (/(?<![MHRD])[MHRD]+$/u.exec(parts.at(-1) ?? '')?.[0] ?? '');
  let from = 0;
  return places.map((place, index) => {
    const part = parts[index] ?? '';
    const thing = [from, from + part.length - 1] as const;
    from += part.length + 1;
    const noun = part.replace(/^[MHRDijvx@]+|(?<![MHRD])[MHRD]+$/gu, '') || part;
    return { place, phrase: `${verbs}${noun}${tail}n`, thing, things };
  });
}
