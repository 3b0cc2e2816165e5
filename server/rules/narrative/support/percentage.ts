import type { ShareRelation } from '../../../report/relation';

/** Whether a share may stand for `ratio`: as it is printed, or within what its words allow. */
export const isShareOf = (
  { share, decimals, range }: Pick<ShareRelation, 'share' | 'decimals' | 'range'>,
  ratio: number,
): boolean =>
  range
    ? range.low <= ratio * 100 && ratio * 100 <= range.high
    : percentage.isAllowed(share.value, ratio, decimals);

/** Binary fractions are not exact. */
const noise = 1e-9;

/** Percentages as they are printed. */
export const percentage = {
  /** Whether `share` percent may stand for `ratio`: rounded or cut off at `decimals` places, both being usual. */
  isAllowed: (share: number, ratio: number, decimals: number): boolean => {
    const unit = 10 ** -decimals;
    const over = share - ratio * 100;
    return -over < unit + noise && over < unit / 2 + noise;
  },

  /** `ratio` as a percentage with `decimals` places, without the sign. */
  printed: (ratio: number, decimals: number): string => (ratio * 100).toFixed(decimals),
} as const;
