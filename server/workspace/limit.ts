import { say } from '../text/say';

/** Does work that waits for nothing and answers what it gives; throws {@link TooLong} where it does not come to its end in time. */
export type Limit = <T>(work: () => T) => T;

/** Says that work was given up because it took too long. */
export class TooLong extends Error {
  constructor(seconds: number) {
    super(say`超过 ${seconds} 秒没有检查完，已经放下`);
  }
}
