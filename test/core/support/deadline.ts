import { createContext, Script } from 'node:vm';

const call = new Script('run()');

/**
 * What `run` answers. Throws once it has worked for the seconds given: also where it hangs in a regular expression, which no timer
 * interrupts. The seconds are to be far more than it ever needs; they end a hang and measure nothing.
 */
export function withDeadline<T>(seconds: number, run: () => T): T {
  return call.runInContext(createContext({ run }), { timeout: 1000 * seconds }) as T;
}
