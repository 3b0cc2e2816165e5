import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { type ExportName, exportKinds } from '../../export/kinds';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import { createSweeper, makeFolder, writeWhole } from '../../workspace/write';
import { placeOf, wants } from '../files/find';
import type { From } from '../files/sources';
import type { Io } from '../streams/io';

/** A folder that reports are written into. */
export interface Folder {
  /** Writes what is exported of a report; `part` is which one it is where its file has several. */
  write(from: From, content: Uint8Array | string, part: number | undefined): Promise<void>;
  /** Whether there is a file already for a report of this one. */
  has(from: From): boolean;
}

/**
 * Writes reports into a folder under the names of their files, and under those of the folders that they came from below what all
 * operands have in common; refuses a second one of the same name.
 */
export async function intoFolder(
  out: string,
  to: ExportName,
  operands: readonly string[],
  io: Io,
): Promise<Folder> {
  const folder = path.resolve(io.cwd, out);
  // What is written there would be read the next time, as reports of their own.
  if (
    wants(`年报${exportKinds[to].ending}`) &&
    operands.some((each) => path.resolve(io.cwd, each) === folder)
  )
    throw new Failure(say`${out} 就是要读的文件夹，写出的下次会当作年报读；请用 --out 另指一个文件夹`);
  await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Failure(say`${folder}：${reasonOf(error)}`);
  });
  const targetOf = await targetsIn(folder, to, operands, io);
  const mayReplace = to === 'json' ? refuseOthers : refuseAll;
  /** Which file each export is of, of those that are written and those that were there. */
  const owners = new Map<string, string>();
  const sweep = createSweeper();
  return {
    async write(from, content, part) {
      const target = targetOf(from, part);
      const other = owners.get(target);
      if (other !== undefined) throw new Failure(say`与 ${other} 同名，没有导出`);
      owners.set(target, from.file);
      await makeFolder(path.dirname(target), folder);
      await sweep(path.dirname(target));
      await writeWhole(target, content, folder, mayReplace);
    },
    has(from) {
      const target = [targetOf(from, undefined), targetOf(from, 1)].find((each) => existsSync(each));
      // One export is of one file: another of the same name was never exported.
      if (target === undefined || (owners.get(target) ?? from.file) !== from.file) return false;
      owners.set(target, from.file);
      return true;
    },
  };
}

/** Tells in which file of a folder a report goes, by its own file and which of several there it is. */
async function targetsIn(folder: string, to: ExportName, operands: readonly string[], io: Io) {
  const places = await Promise.all(operands.map((operand) => placeOf(operand, io.cwd)));
  const common = commonFolder(places.flatMap((place) => place?.folder ?? []));
  return ({ file, full }: From, part: number | undefined): string => {
    const below = file === '-' ? 'stdin' : path.relative(common, full).replace(/^([A-Za-z]):/u, '$1');
    const stem = below.slice(0, below.length - path.extname(below).length);
    return path.join(folder, `${stem}${part === undefined ? '' : `-${part}`}${exportKinds[to].ending}`);
  };
}

/** Every export as JSON begins so. */
const ours = /^\s*\{\s*"schema":\s*"[^"]*nianbao\/report/u;
const longestBegin = 200;

/** Rejects where a file stands that is no export: that is nobody's to replace. */
async function refuseOthers(target: string): Promise<void> {
  const handle = await fs.open(target).catch(() => undefined);
  if (!handle) return;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestBegin), 0, longestBegin, 0);
    if (bytesRead > 0 && !ours.test(buffer.toString('utf8', 0, bytesRead)))
      throw new Failure(say`${target} 已经存在，不是导出的年报，没有覆盖`);
  } finally {
    await handle.close();
  }
}

/** Rejects where there is a file: a document may have been worked on since it was exported. */
async function refuseAll(target: string): Promise<void> {
  if (await fs.lstat(target).catch(() => undefined)) throw new Failure(say`${target} 已经存在，没有覆盖`);
}

/** The deepest folder that all folders lie in or are. */
function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(path.sep));
  const differs = (name: string, depth: number): boolean => others.some((other) => other[depth] !== name);
  const end = first.findIndex(differs);
  return first.slice(0, end < 0 ? first.length : end).join(path.sep) + path.sep;
}
