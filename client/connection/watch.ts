/** What is watched, and whom to tell. */
interface Watched {
  /** Asks something that is answered at once by whoever is not busy; a refusal is an answer too. */
  ask(): Promise<unknown>;
  /** Called once, when it has been silent for too long; the watch is over then. */
  silent(): void;
}

const everyMs = 2000;
const forgiven = 6;

/** How long something may be silent, in seconds. */
export const patience = (everyMs * forgiven) / 1000;

/**
 * Asks again and again and tells when nothing has come back for a while. Counts its own turns, not the clock: where the machine slept, or
 * this process had no time itself, nobody else had any. Answers what ends the watch.
 */
export function watch({ ask, silent }: Watched): () => void {
  let waiting = false;
  let missed = 0;
  const answered = (): void => {
    waiting = false;
    missed = 0;
  };
  const timer = setInterval(() => {
    if (!waiting) {
      waiting = true;
      ask().then(answered, answered);
    } else if (++missed === forgiven) {
      clearInterval(timer);
      silent();
    }
  }, everyMs);
  return () => clearInterval(timer);
}
