import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Unreadable } from '../documents/containers/unreadable';
import type { PlacedLines } from '../documents/lines/lines';
import { spoken } from '../tongues/tongues';
import { isTooLarge, tooLarge, tooMuch, tooSlow, usualSeconds } from './apart-limits';

interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

const usual: Limits = { seconds: usualSeconds, megabytes: 1024 };
/** How often it is looked at how much memory there is left. */
const often = 100;

/** What a program finds around it that was written for a web worker. */
const lending = `
  const { parentPort, workerData } = require('node:worker_threads');
  require(workerData.program);
  globalThis.onmessage({ data: workerData.asked, ports: [parentPort] });
`;

/** Reads a document in a program of its own, which is ended where it takes too long or too much memory. */
export function readApart(
  program: string,
  bytes: Uint8Array,
  { seconds, megabytes } = usual,
): Promise<PlacedLines | Unreadable> {
  if (isTooLarge(bytes)) return Promise.resolve(tooLarge());
  return new Promise((resolve, reject) => {
    const worker = new Worker(lending, {
      eval: true,
      workerData: {
        program: besideThis(program),
        asked: { bytes: Uint8Array.from(bytes), spoken: spoken() },
      },
      resourceLimits: { maxOldGenerationSizeMb: usual.megabytes },
      stdout: true,
      stderr: true,
    });
    const began = process.memoryUsage.rss();
    const end = (answer: PlacedLines | Unreadable): void => {
      clearTimeout(time);
      clearInterval(memory);
      void worker.terminate();
      resolve(answer);
    };
    const time = setTimeout(() => end(tooSlow(seconds)), seconds * 1000);
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() - began > megabytes * 1024 * 1024) end(tooMuch());
    }, often);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(tooMuch());
      reject(error);
      end(tooMuch());
    });
  });
}

/** Where a program lies: beside this one; tests lie in folders below. */
export function besideThis(program: string): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, program)) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return path.join(folder, program);
}
