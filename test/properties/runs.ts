/** RUNS, SEED and MINUTES take more texts, and others; `npm run soak` sets them. */
const { RUNS, SEED, MINUTES } = process.env;

const seed = SEED === undefined ? 20240108 : Number(SEED);
const endless = 1e9;

/** How a property is tried: so often in every run of the tests, and in a soak as often as is asked, or for so long. */
export function runsOf(usual: number) {
  if (MINUTES !== undefined)
    return {
      seed,
      numRuns: endless,
      interruptAfterTimeLimit: 60_000 * Number(MINUTES),
      markInterruptAsFailure: false,
    };
  return { seed, numRuns: RUNS === undefined ? usual : Number(RUNS) };
}

/** A property may take as long as it is asked to, and every usual one is given up after so many milliseconds. */
export const timeout = MINUTES === undefined && RUNS === undefined ? 600_000 : 0;
