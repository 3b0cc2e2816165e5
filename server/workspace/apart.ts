import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlacedLines } from '../documents/lines';
import type { Unreadable } from '../documents/unreadable';

interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

const usual: Limits = { seconds: 60, megabytes: 1024 };
const mostBytes = 100 * 1024 * 1024;
/** How often it is looked at how much memory there is left. */
const often = 100;

const remedy = '请用 Word 或 WPS 打开后另存为 .docx，或者复制其中的文字';

/** Reads a document in a program of its own, which is ended where it takes too long or too much memory. */
export function readApart(
  program: string,
  bytes: Uint8Array,
  { seconds, megabytes } = usual,
): Promise<PlacedLines | Unreadable> {
  if (bytes.length > mostBytes) return Promise.resolve({ reason: '太大，没有读', remedy });
  return new Promise((resolve, reject) => {
    const worker = new Worker(besideThis(program), {
      workerData: Uint8Array.from(bytes),
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
    const time = setTimeout(
      () => end({ reason: `超过 ${seconds} 秒没有读完，已经放下`, remedy }),
      seconds * 1000,
    );
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() - began > megabytes * 1024 * 1024) end({ reason: tooMuch, remedy });
    }, often);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end({ reason: tooMuch, remedy });
      reject(error);
      end({ reason: tooMuch, remedy });
    });
  });
}

const tooMuch = '里面的内容太大，已经放下';

/** Where a program lies: beside this one; tests lie in folders below. */
export function besideThis(program: string): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, program)) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return path.join(folder, program);
}
