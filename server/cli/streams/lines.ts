import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';

/** A stream of bytes as it comes. */
export type Input = AsyncIterable<Uint8Array>;

const newline = 0x0a;

/** A report with its marks is smaller, and a line without an end must not fill the memory. */
const longestLine = 256 * 1024 * 1024;

/**
 * The lines of a stream as they come, without the newline that ends them; `isWhole` is false for a last one without it. Throws a Failure
 * for a line that is too long to be held.
 */
export async function* linesOf(input: Input): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      yield { bytes: Buffer.concat([...held, chunk.subarray(from, at)]), isWhole: true };
      held = [];
      length = 0;
      from = at + 1;
    }
    held.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw new Failure(say`有一行超过 256 MB，后面的没有读`);
  }
  if (length > 0) yield { bytes: Buffer.concat(held), isWhole: false };
}

/** A line of a stream. */
export interface Line {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}
