import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promises as fs, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { say } from '../text/say';
import { Failure } from './failure';

/**
 * Puts `bytes` into a file whole or not at all: they are written beside it and take its name when they are safe on the disk, so
 * that the old file is there until the new one is. A link keeps pointing at the file; the file keeps its owner, its permissions and, where
 * the system allows it, what else is noted about it. Rejects where it could not keep its owner, where it would lie outside `folder`, through
 * whichever link, and where `mayReplace`, asked at the last moment, rejects.
 */
export async function writeWhole(
  file: string,
  bytes: Uint8Array | string,
  folder: string,
  mayReplace: (target: string) => Promise<void> = async () => {},
): Promise<void> {
  const target = await targetWithin(file, folder);
  const old = await fs.stat(target).catch(() => undefined);
  // Renaming asks for the folder's permission only; a file that is read-only must stay as it is.
  if (old) await fs.access(target, fs.constants.W_OK);
  // A name of its own: the file's may be as long as names can be.
  const beside = path.join(path.dirname(target), `.nianbao-${randomUUID().slice(0, 8)}.tmp`);
  try {
    if (old) await copyWithNotes(target, beside);
    const handle = await fs.open(beside, old ? 'r+' : 'wx');
    try {
      if (old) await keepOwner(handle, old);
      await handle.truncate();
      await handle.writeFile(bytes);
      if (old) await keepMode(handle, old);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await mayReplace(target);
    await fs.rename(beside, target);
  } catch (error) {
    await fs.rm(beside, { force: true });
    throw error;
  }
}

/** Gives a file the owner and group that another has; rejects where that is not allowed and they are not the same anyway. */
async function keepOwner(handle: FileHandle, { uid, gid }: Stats): Promise<void> {
  await handle.chown(uid, gid).catch(() => {});
  const now = await handle.stat();
  if (now.uid !== uid || now.gid !== gid)
    throw new Failure(say`它属于别的用户或用户组，改写会使它换主，没有改动；请先复制一份`);
}

/** Whoever gives a file away, or writes into it, takes from it the rights of its owner and group (setuid, setgid): given back where allowed. */
const keepMode = (handle: FileHandle, { mode }: Stats): Promise<void> =>
  handle.chmod(mode & allRights).catch(() => {});

const allRights = 0o7777;

/**
 * Copies a file with its permissions and what else is noted about it: extended attributes, access lists. Copying does that on macOS and
 * Windows; elsewhere the system's own tool does, and where it has none they are lost.
 */
async function copyWithNotes(from: string, to: string): Promise<void> {
  await fs.copyFile(from, to, fs.constants.COPYFILE_EXCL);
  if (process.platform === 'linux')
    await execute('cp', ['--attributes-only', '--preserve=all', '--', from, to]).catch(() => {});
}

const execute = promisify(execFile);

/** How files are called while they are written. */
const unfinished = /^\.nianbao-[0-9a-f]{8}\.tmp$/u;
/** What is being written now is done in an instant. */
const oldMs = 60 * 60_000;

/** Answers what takes away from a folder, the first time, what was left there by a run that was killed while it wrote. */
export function createSweeper(): (folder: string) => Promise<void> {
  const swept = new Set<string>();
  return async (folder) => {
    if (swept.has(folder)) return;
    swept.add(folder);
    const names = await fs.readdir(folder).catch(() => []);
    for (const name of names.filter((each) => unfinished.test(each))) {
      const file = path.join(folder, name);
      const stat = await fs.lstat(file).catch(() => undefined);
      // Whoever cannot take it away is not its owner.
      if (stat?.isFile() && Date.now() - stat.mtimeMs > oldMs) await fs.rm(file).catch(() => {});
    }
  };
}

/** The file that a path leads to, through links or not; rejects where that lies outside `folder`, or is no plain file. */
export async function targetWithin(file: string, folder: string): Promise<string> {
  const target = await realPath(file);
  const below = path.relative(await fs.realpath(folder), target);
  if (leadsOut(below))
    throw new Failure(say`它通向文件夹之外的 ${target}，没有改动；要改的若是那里，请直接写出它的路径`);
  const stat = await fs.stat(target).catch(() => undefined);
  if (stat && !stat.isFile()) throw new Failure(say`${target} 不是普通文件，没有改动`);
  return target;
}

/** Makes a folder below another, with those between; rejects where a link would lead out of that. */
export async function makeFolder(folder: string, within: string): Promise<void> {
  let there = folder;
  while (!(await fs.lstat(there).catch(() => undefined)) && path.dirname(there) !== there)
    there = path.dirname(there);
  const target = await fs.realpath(there);
  if (leadsOut(path.relative(await fs.realpath(within), target)))
    throw new Failure(say`它通向文件夹之外的 ${target}，没有写入`);
  await fs.mkdir(folder, { recursive: true });
}

/** Whether a path from a folder, as `path.relative` gives it, leads out of that. */
export const leadsOut = (below: string): boolean =>
  below === '..' || below.startsWith(`..${path.sep}`) || path.isAbsolute(below);

/** Where a path leads, the file itself being there or not; rejects for a link that leads nowhere. */
async function realPath(file: string): Promise<string> {
  const stat = await fs.lstat(file).catch(() => undefined);
  return stat ? fs.realpath(file) : path.join(await fs.realpath(path.dirname(file)), path.basename(file));
}
