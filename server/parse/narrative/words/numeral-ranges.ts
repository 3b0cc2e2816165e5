// The values that the words around a number leave open.

/** 几十, 数百, 上千, 过百: of a power of ten in words, from how many of it; 收到申请数十件 and 收到过百件 may be just so many, too. */
const severals: readonly (readonly [words: RegExp, least: number])[] = [
  [/好?几$/u, 2],
  [/[数过]$/u, 1],
  [/上$/u, 0.8],
];
/** 约 48 件, 48 件左右. */
const nearby = (value: number): Range => ({ low: 0.9 * value, high: 1.1 * value });
/** The values that a number is open to, by the words before it. */
const hedges: readonly (readonly [words: RegExp, range: (value: number) => Range])[] = [
  [/(?:不[足到满]|未满|[不未]超过?|不多于)$/u, (value) => ({ low: 0, high: value })],
  // More than twice as many would be told otherwise.
  [/(?:超过|超|逾|不少于|不低于|至少|高达|突破)了?$/u, (value) => ({ low: value, high: 2 * value })],
  [/(?:将近|接近|(?<![最附新临远])近)$/u, (value) => ({ low: 0.85 * value, high: value })],
  [/(?:大约|约)$/u, nearby],
];
const longestHedge = 4;

/** A number as it is printed: the unit of its last place where it is rounded (0 where it is not), whether 余 follows, whether it is in words, whether 左右 follows the unit. */
interface Printed {
  readonly value: number;
  readonly ulp: number;
  readonly more: boolean;
  readonly chinese: boolean;
  readonly about: boolean;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The values that 约, 近, 余 and rounding leave open, with the words before the number that do. */
export function allowed(
  text: string,
  start: number,
  { value, ulp, more, chinese, about }: Printed,
): Range & { readonly hedge: string } {
  const before = text.slice(Math.max(0, start - longestHedge), start);
  if (chinese && Number.isInteger(Math.log10(value)) && value > 1) {
    const [several, least] = severals.find(([words]) => words.test(before)) ?? [];
    const hedge = several?.exec(before)?.[0];
    if (least !== undefined && hedge !== undefined)
      return { low: least * value, high: 10 * value - 1, hedge };
  }
  for (const [words, range] of hedges) {
    const hedge = words.exec(before)?.[0];
    if (hedge !== undefined) return { ...range(value), hedge };
  }
  if (about) return { ...nearby(value), hedge: '' };
  if (more) return { low: value, high: value + (ulp || trailing(value)), hedge: '' };
  if (ulp === 0) return { low: value, high: value, hedge: '' };
  const { low, high } = roundedTo(value, ulp);
  return { low: Math.ceil(low), high: Math.floor(high), hedge: '' };
}

/** A number that is off by more than this part of what is meant is no rounding of it. */
const mostLost = 0.05;

/**
 * What a number that is printed without 约 or 余 may be rounded from, where its last place is worth `ulp` (0 for one that is exact):
 * rounded or cut off, both being usual, as long as little is lost: 1.3 万 stands for 12500, 1 万 does not.
 */
export function roundedTo(value: number, ulp: number): Range {
  return {
    low: Math.max(value - ulp / 2, value / (1 + mostLost)),
    high: Math.min(value + ulp, value / (1 - mostLost)),
  };
}

/** What 余 may add: less than one of the last place that is not 0. */
function trailing(value: number): number {
  let step = 1;
  while (value > 0 && value % (step * 10) === 0) step *= 10;
  return Math.max(step, 10);
}
