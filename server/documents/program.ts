import { type Spoken, speakAs } from '../tongues/tongues';
import { UnreadableDocument } from './containers/unreadable';
import type { PlacedLines } from './lines/lines';

/** What a program is asked to read, and the tongue of who is told what comes of it. */
export interface Asked {
  readonly bytes: Uint8Array;
  readonly spoken: Spoken;
}

/** What a program is sent: that, and where the answer goes, since libraries talk over the worker itself. */
interface Sent {
  readonly data: Asked;
  readonly ports: readonly { postMessage(message: unknown): void }[];
}

/** What a web worker is to the program in it; Node lends its threads the same (workspace/apart.ts). */
interface Scope {
  onmessage: ((sent: Sent) => void) | null;
}

/**
 * Makes this worker a program that reads the document whose bytes it is sent, and answers its lines, or why there are none. Whatever
 * else goes wrong ends it with an error.
 */
export function serveReading(read: (bytes: Uint8Array) => PlacedLines | Promise<PlacedLines>): void {
  const scope = globalThis as unknown as Scope;
  scope.onmessage = ({ data, ports: [port] }) => {
    speakAs(data.spoken);
    Promise.resolve(data.bytes)
      .then(read)
      .then(
        (lines) => port?.postMessage(lines),
        (error: unknown) => {
          if (!(error instanceof UnreadableDocument)) return queueMicrotask(() => raise(error));
          const { reason, remedy } = error;
          port?.postMessage({ reason, remedy });
        },
      );
  };
}

/** Outside of any promise: a worker that a promise fails in says nothing of it. */
function raise(error: unknown): never {
  throw error;
}
