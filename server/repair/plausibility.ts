/** How a number may have become another one under someone's fingers; `none` where no single slip does it. */
export type Slip =
  | 'transposed'
  | 'extra-digit'
  | 'missing-digit'
  | 'factor'
  | 'sign'
  | 'replaced-digit'
  | 'off-by-one'
  | 'left-at-zero'
  | 'none';

/**
 * The slip that turns `meant` into `wrote`: the classes that Scholtus found for balance-edited figures (digits interchanged,
 * one too many, one too few, one replaced, the sign), and what forms add to them: a cell left at 0, a count off by one.
 */
export function slipOf(wrote: number, meant: number): Slip {
  if (wrote < 0) return -wrote === meant ? 'sign' : 'none';
  const a = String(wrote);
  const b = String(meant);
  if (a.length === b.length) {
    const places = [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));
    const [first = 0, second = 0] = places;
    const crossed = a[first] === b[second] && a[second] === b[first];
    if (places.length === 2 && second === first + 1 && crossed) return 'transposed';
    if (places.length === 1 && a.length > 1) return 'replaced-digit';
  }
  if (wrote !== 0 && meant !== 0) {
    if (isOneLonger(a, b)) return 'extra-digit';
    if (isOneLonger(b, a)) return 'missing-digit';
    if (isScaled(a, b) || isScaled(b, a)) return 'factor';
  }
  if (Math.abs(wrote - meant) === 1) return 'off-by-one';
  if (wrote === 0) return 'left-at-zero';
  return a.length === 1 && b.length === 1 ? 'replaced-digit' : 'none';
}

const grades: Readonly<Record<Slip, number>> = {
  transposed: 1,
  'extra-digit': 1,
  'missing-digit': 1,
  sign: 1,
  factor: 2,
  'off-by-one': 2,
  'replaced-digit': 2,
  'left-at-zero': 2,
  none: 4,
};

/** How far-fetched a slip is: from 1, what happens every day, to 4, what no slip explains. */
export const gradeOf = (slip: Slip): number => grades[slip];

/** The grade from which on a change counts as implausible. */
export const implausible = 4;

function isOneLonger(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  let place = 0;
  while (place < short.length && long[place] === short[place]) place++;
  return long.slice(place + 1) === short.slice(place);
}

const isScaled = (long: string, short: string): boolean =>
  long.length > short.length && long.startsWith(short) && /^0+$/u.test(long.slice(short.length));
