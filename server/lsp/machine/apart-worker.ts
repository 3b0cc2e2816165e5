import type { Unreadable } from '../../documents/containers/unreadable';
import type { PlacedLines } from '../../documents/lines/lines';
import type { Asked } from '../../documents/program';
import { spoken } from '../../tongues/tongues';
import { isTooLarge, tooLarge, tooSlow, usualSeconds } from '../../workspace/apart-limits';
import type { Means } from '../../workspace/read';

/** A web worker, as far as it matters here. */
interface Reader {
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(asked: Asked, ports: readonly unknown[]): void;
  terminate(): void;
}

/** The way of an answer. */
interface Channel {
  readonly port1: {
    onmessage: ((message: { readonly data: PlacedLines | Unreadable }) => void) | null;
    close(): void;
  };
  readonly port2: unknown;
}

/** What a web worker has, as far as it can start others. */
interface Scope {
  readonly Worker?: new (address: string) => Reader;
  readonly MessageChannel: new () => Channel;
}

/**
 * Reads documents in web workers of their own, by the programs at an address; each is ended where it takes too long. Undefined where
 * there is no such address, or a worker cannot start another.
 */
export function readInWorker(programs: string | undefined): Means['apart'] {
  const { Worker, MessageChannel } = globalThis as unknown as Scope;
  if (programs === undefined || !Worker) return undefined;
  return (program, bytes) => {
    if (isTooLarge(bytes)) return Promise.resolve(tooLarge());
    return new Promise((resolve, reject) => {
      // A worker starts only what lies where it does itself; what that takes in may come from anywhere.
      const script = `importScripts(${JSON.stringify(`${programs}/${program}`)})`;
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      const worker = new Worker(address);
      const end = (): void => {
        clearTimeout(time);
        answer.close();
        worker.terminate();
        URL.revokeObjectURL(address);
      };
      const time = setTimeout(() => {
        end();
        resolve(tooSlow(usualSeconds));
      }, usualSeconds * 1000);
      const { port1: answer, port2: port } = new MessageChannel();
      answer.onmessage = ({ data }) => {
        end();
        resolve(data);
      };
      worker.onerror = ({ message = program }) => {
        end();
        reject(new Error(message));
      };
      worker.postMessage({ bytes, spoken: spoken() }, [port]);
    });
  };
}
