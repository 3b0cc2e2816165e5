import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import { isObject, jsonOf, record } from '../../text/json';
import { listed, say } from '../../text/say';
import { byteOrderMarks } from '../../workspace/decode';
import { Failure } from '../../workspace/failure';
import { readPlain, readStream } from '../../workspace/read-plain';
import { reasonOf } from '../../workspace/reason';
import { leadsOut } from '../../workspace/write';
import type { Call } from '../arguments/args';
import { complain, type Io } from '../streams/io';
import { linesOf } from '../streams/lines';
import { type Found, findFiles } from './find';

/** A file to read, a report that came with its text, or what leads to neither and why; without a name where none could be read. */
export type Asked =
  | Found
  | { readonly kind: 'record'; readonly file: string; readonly text: string }
  | { readonly kind: 'failure'; readonly file: string | null; readonly reason: string };

/** A file of which nothing came, and why; without a name where none could be read. */
export interface Lost {
  readonly file: string | null;
  readonly error: string;
}

/** The line that stands for such a file among lines of JSON. */
export const lostLine = ({ file, error }: Lost): string => `${JSON.stringify({ file, error })}\n`;

/** Whether reports come as lines of JSON on standard input. */
export const isStreamed = ({ values }: Call): boolean => values.stdin === 'ndjson';

/** Complains of a file on standard error; not where it came in a stream, whose reader finds the line of it among the others. */
export function complainOfLost(call: Call, { file, error }: Lost, io: Io): void {
  const isToldInLine = isStreamed(call) && call.values.to !== 'csv';
  if (!isToldInLine) complain(io, file ? say`${file}：${error}` : error);
}

/** The call with the files that `--files-from` lists. */
export async function withListed(call: Call, io: Io): Promise<Call> {
  const { operands, values } = call;
  const list = values['files-from'];
  if (isStreamed(call) && (operands.length > 0 || list !== undefined))
    throw new Failure(say`选项 --stdin ndjson 不能与文件或文件夹同用`);
  if (list === undefined) return call;
  if (list === '-' && operands.includes('-'))
    throw new Failure(say`标准输入不能又是年报，又是 --files-from 的清单`);
  return { ...call, listed: await namesIn(list, io) };
}

/** All paths of a call. */
export const pathsOf = ({ operands, listed = [] }: Call): readonly string[] => [...operands, ...listed];

/** All that the caller asks for, in order, as it comes. */
export function askedFor(call: Call, io: Io): AsyncIterable<Asked> {
  const { operands, listed, values } = call;
  if (isStreamed(call)) return recordsIn(io);
  if (operands.length === 0 && !listed) throw new Failure(say`没有给出文件或文件夹`);
  const found = findFiles({ named: operands, listed }, io.cwd);
  return values.out === undefined ? found : withoutOwn(found, values.out, io);
}

/** What was found without what lies in the folder that is written into, where that lies in one which is read; says so once. */
async function* withoutOwn(found: AsyncIterable<Found>, out: string, io: Io): AsyncGenerator<Found> {
  const target = path.resolve(io.cwd, out);
  const isOwn = (each: Found): boolean =>
    each.kind === 'file' &&
    !each.named &&
    liesBelow(target, each.folder) &&
    liesBelow(path.resolve(io.cwd, each.file), target);
  let isSaid = false;
  for await (const each of found) {
    if (!isOwn(each)) yield each;
    else if (!isSaid) complain(io, say`${out} 是写到的文件夹，里面的文件不读`);
    isSaid ||= isOwn(each);
  }
}

/** Whether a path leads to something in a folder. */
function liesBelow(file: string, folder: string): boolean {
  const below = path.relative(folder, file);
  return below !== '' && !leadsOut(below);
}

/** The paths that a file lists, one a line, or with NUL between them, as `find -print0` writes them. */
async function namesIn(list: string, io: Io): Promise<string[]> {
  const bytes = await (list === '-' ? readStream(io.input) : readPlain(path.resolve(io.cwd, list))).catch(
    (error: unknown) => {
      throw new Failure(say`${list}：${reasonOf(error)}`);
    },
  );
  const text = bytes.toString('utf8');
  // With NUL between them the names stand as they are; only editors write a mark before the first line.
  const lines = text.includes('\0') ? text.split('\0') : text.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const names = lines.filter((name) => name !== '');
  return names.map((name) => (name === '-' ? './-' : name));
}

async function* recordsIn({ input }: Io): AsyncGenerator<Asked> {
  let number = 0;
  for await (const { bytes } of linesOf(input)) {
    const line = number++ === 0 ? withoutMark(bytes) : bytes;
    if (!isBlank(line)) yield recordIn(line, number);
  }
}

/** What some programs write before the first line: it is none of it. */
const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, utf8Mark.length).equals(utf8Mark) ? bytes.subarray(utf8Mark.length) : bytes;

const utf8Mark = byteOrderMarks['utf-8'];

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d);

function recordIn(bytes: Buffer, line: number): Asked {
  const value = isUtf8(bytes) ? jsonOf(bytes.toString('utf8')) : undefined;
  const { file, text } = record(value);
  if (typeof file === 'string' && typeof text === 'string') return { kind: 'record', file, text };
  const reason = isObject(value)
    ? listed(Object.entries({ file, text }).flatMap(([name, member]) => faultOf(name, member)))
    : say`应为 UTF-8 的 JSON 对象 {"file": "文件名", "text": "年报全文"}`;
  return {
    kind: 'failure',
    file: typeof file === 'string' ? file : null,
    reason: say`标准输入第 ${line} 行：${reason}`,
  };
}

/** What is wrong with a member that has to be a string. */
function faultOf(name: string, member: unknown): string[] {
  if (typeof member === 'string') return [];
  return [member === undefined ? say`缺少 "${name}"` : say`"${name}" 应为字符串`];
}
