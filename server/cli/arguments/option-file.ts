import path from 'node:path';
import { say } from '../../text/say';
import { decode } from '../../workspace/decode';
import { Failure } from '../../workspace/failure';
import { readPlain } from '../../workspace/read-plain';
import { reasonOf } from '../../workspace/reason';
import type { Io } from '../streams/io';

/** The text of a file that an option names; empty where its encoding is not known. Throws a Failure where it cannot be read. */
export async function optionText(file: string, io: Io): Promise<string> {
  const bytes = await readPlain(path.resolve(io.cwd, file)).catch((error: unknown) => {
    throw new Failure(say`${file}：${reasonOf(error)}`);
  });
  return decode(bytes)?.text ?? '';
}
