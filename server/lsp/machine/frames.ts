import { Transform } from 'node:stream';

const head = /content-length:[ \t]{0,8}(\d{1,10})[ \t]{0,8}\r\n/iu;
const longestHead = 64;
const end = '\r\n\r\n';
/** Where a message begins, its heads end after so many bytes. */
const window = 8192;
const largestBody = 256 * 1024 * 1024;

/**
 * Passes on the messages of a stream that are whole and well-formed, each as it came. What is cut short, spoilt or says a wrong length is
 * left out and told of, and nothing else is lost with it: the next message begins at the next head, and no message has one within, since
 * JSON has no line breaks in its strings.
 */
export function framesOf(lost: () => void): Transform {
  let rest: Buffer = Buffer.alloc(0);
  const read = (fresh: number, pass: (frame: Buffer) => void): void => {
    for (;;) {
      const taken = take(rest, fresh);
      if (taken.spoilt) lost();
      if (taken.frame) pass(taken.frame);
      if (taken.next === 0) return;
      rest = rest.subarray(taken.next);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      read(chunk.length, (frame) => this.push(frame));
      done();
    },
  });
}

/** What stands first: a message or something spoilt, and where to go on; 0 where more has to come. */
interface Taken {
  readonly frame?: Buffer;
  readonly spoilt?: boolean;
  readonly next: number;
}

/** Of what waited for more, only the `fresh` bytes at the end were not looked through yet. */
function take(bytes: Buffer, fresh: number): Taken {
  const text = bytes.toString('latin1', 0, window);
  const found = head.exec(text);
  // Of what is no head the end may be the beginning of one.
  if (!found) return { next: Math.max(0, text.length - longestHead) };
  if (found.index > 0) return { next: found.index };
  const spoilt: Taken = { spoilt: true, next: found[0].length };
  const headEnd = text.indexOf(end, found[0].length - 2);
  if (headEnd < 0) return text.length < window ? { next: 0 } : spoilt;
  const body = headEnd + end.length;
  const length = Number(found[1]);
  if (length > largestBody) return spoilt;
  if (bytes.length < body + length) {
    const from = Math.max(body, bytes.length - fresh - longestHead);
    return head.test(bytes.toString('latin1', from)) ? spoilt : { next: 0 };
  }
  if (!isMessage(bytes.toString('utf8', body, body + length))) return spoilt;
  return { frame: bytes.subarray(0, body + length), next: body + length };
}

/** Whether it is JSON that can be a message: an object, and no null, list or bare value, which nobody could answer. */
function isMessage(text: string): boolean {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && !Array.isArray(message);
  } catch {
    return false;
  }
}
