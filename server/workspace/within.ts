import { createContext, Script } from 'node:vm';
import { type Limit, TooLong } from './limit';

/** Only what a script calls can be stopped from outside while it runs, even in a loop or within a regular expression. */
const script = new Script('work()');

/** Limits work to some seconds. What is stopped runs no further line of its own, not even to tidy up: it must not hold anything. */
export function limitOf(seconds: number): Limit {
  const stage: { work: unknown } = { work: undefined };
  createContext(stage);
  return <T>(work: () => T): T => {
    const outer = stage.work;
    stage.work = work;
    try {
      return script.runInContext(stage, { timeout: Math.ceil(seconds * 1000) }) as T;
    } catch (error) {
      if (isTimeout(error)) throw new TooLong(seconds);
      throw error;
    } finally {
      stage.work = outer;
    }
  };
}

/** The error is of the script's own world, whose `Error` is not ours. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
