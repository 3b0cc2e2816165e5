import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { say } from '../text/say';
import { Failure } from './failure';

/** With its pictures a report may be large; one that is larger is something else. */
const largest = 256 * 1024 * 1024;

/** What is written to again and again is not waited for. */
const mostTries = 3;

/**
 * The bytes of a plain file as they were at one moment. Rejects for a device or a pipe, which need not end, for what is larger than `most`,
 * and for what others do not cease to write to.
 */
export async function readPlain(file: string, most = largest): Promise<Buffer> {
  // A pipe that nobody writes to would keep even its opening waiting; Windows has no such flag, and no such pipes.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    for (let tries = 0; tries < mostTries; tries++) {
      const bytes = await readOnce(handle, most);
      if (bytes) return bytes;
    }
  } finally {
    await handle.close();
  }
  throw new Failure(say`正在被别的程序改写，没有读取；请稍后再试`);
}

/** Undefined where the file was written to meanwhile. */
async function readOnce(handle: FileHandle, most: number): Promise<Buffer | undefined> {
  const before = await handle.stat();
  if (!before.isFile()) throw notPlain();
  if (before.size > most) throw new Failure(tooLarge(most));
  const bytes = Buffer.alloc(before.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) return undefined;
    length += bytesRead;
  }
  const { bytesRead: more } = await handle.read(Buffer.alloc(1), 0, 1, length);
  const after = await handle.stat();
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) return undefined;
  // What the system makes up as it is read (/proc, some file systems of networks) is said to be empty, and is not.
  if (more > 0) throw notPlain();
  return bytes;
}

const notPlain = (): Failure => new Failure(say`不是普通文件，没有读取`);

const tooLarge = (most: number): string => say`超过 ${Math.floor(most / 1024 / 1024)} MB，没有读取`;

/** All that comes from a stream; rejects where that is more than a file may have. */
export async function readStream(stream: AsyncIterable<Uint8Array>, most = largest): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) throw new Failure(say`标准输入${tooLarge(most)}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
