import { createReadStream, promises as fs } from 'node:fs';
import path from 'node:path';
import { jsonOf } from '../../text/json';
import { mark, said, say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import { complain, type Io } from '../streams/io';
import { type Line, linesOf } from '../streams/lines';

/** A line that was exported of a file begins so, and one that says that it could not be is no such line. */
const written = /^\{"file":("(?:[^"\\]|\\.)*"),(?!"error":)(?:"part":(\d+))?/u;
const mostName = 16_384;

const foreign = mark`不是以前导出的 JSON 各行`;

/** What every line begins with, as far as it goes. */
const beginning = Buffer.from('{"file":');

/** Lines of one file, one for each of its reports. */
interface Group {
  readonly file: string | undefined;
  readonly start: number;
  /** Whether more of it may be to come. */
  readonly isOpen: boolean;
}

/**
 * The files whose lines an earlier run has written to `out`; none where there is no such file. A run that was broken off leaves half a
 * line, or some only of the reports of its last file: those are cut off where standard output goes on in the same file, since they are
 * written again. `hasMany` where each report has several lines. Throws a Failure where something else stands there.
 */
export async function doneIn(
  out: string,
  io: Io,
  { hasMany }: { readonly hasMany: boolean },
): Promise<ReadonlySet<string>> {
  const target = path.resolve(io.cwd, out);
  const files = new Set<string>();
  let last: Group = { file: undefined, start: 0, isOpen: false };
  let end = 0;
  try {
    // A pipe that nobody writes to would be waited for without end.
    if (!(await fs.stat(target)).isFile()) throw new Failure(say`不是普通文件，没有读取`);
    for await (const line of linesOf(createReadStream(target))) {
      const begins = line.bytes.subarray(0, beginning.length);
      if (!begins.equals(beginning.subarray(0, begins.length))) throw new Failure(said(foreign));
      last = groupAt(line, end, last, hasMany);
      if (last.file !== undefined) files.add(last.file);
      end += line.bytes.length + 1;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return files;
    throw new Failure(say`${out}：${reasonOf(error)}`);
  }
  if (!last.isOpen) return files;
  if (last.file !== undefined) files.delete(last.file);
  if (await io.writesTo(target)) {
    await fs.truncate(target, last.start);
    complain(io, say`${out}：最后一份可能没有写完，已删去重做`);
  }
  return files;
}

/** The group that a line which begins at `start` belongs to. */
function groupAt({ bytes, isWhole }: Line, start: number, last: Group, hasMany: boolean): Group {
  if (!isWhole) return last.isOpen ? last : { file: undefined, start, isOpen: true };
  const [, name, part] = written.exec(bytes.toString('utf8', 0, mostName)) ?? [];
  if (name === undefined) return { file: undefined, start, isOpen: false };
  const file = jsonOf(name);
  if (typeof file !== 'string') throw new Failure(said(foreign));
  return file === last.file ? last : { file, start, isOpen: hasMany || part !== undefined };
}
