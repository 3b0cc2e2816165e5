import { createContext, Script } from 'node:vm';
import { type Limit, TooLong } from './limit';

/** Only what a script calls can be stopped from outside while it runs, even in a loop or within a regular expression. */
const script = new Script('work()');

/** How much of its time this process must have had for itself before work counts as too long; the rest it spent waiting for its turn. */
const ownShare = 0.5;

/**
 * Limits work to some seconds. Only the clock can stop it, and the clock goes on where the process is stopped, the machine sleeps or others
 * take its turns: what had hardly any of the time for itself is begun again with twice the time. What is stopped runs no further line of its
 * own, not even to tidy up: it must not hold anything, and must bear being begun again.
 */
export function limitOf(seconds: number): Limit {
  const stage: { work: unknown } = { work: undefined };
  createContext(stage);
  const tried = <T>(work: () => T, ms: number): T => {
    const outer = stage.work;
    stage.work = work;
    const before = process.cpuUsage();
    try {
      return script.runInContext(stage, { timeout: Math.ceil(ms) }) as T;
    } catch (error) {
      if (!isTimeout(error)) throw error;
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 >= seconds * 1000 * ownShare) throw new TooLong(seconds);
    } finally {
      stage.work = outer;
    }
    return tried(work, 2 * ms);
  };
  return (work) => tried(work, seconds * 1000);
}

/** The error is of the script's own world, whose `Error` is not ours. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
