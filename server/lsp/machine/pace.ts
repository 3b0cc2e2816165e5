/** Long enough to get on with many files, short enough that nobody waits for an answer. */
const breath = 8;

/** Lets what waits have its turn, each time some milliseconds of work have gone by. */
export function createPace(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < breath) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
