import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { say } from '../../text/say';
import { globOf, splitGlob } from '../../workspace/glob';
import { reasonOf } from '../../workspace/reason';
import { selectionOf, usualFiles } from '../../workspace/selection';

/** A file to read, or a path that leads to none and why. */
export type Found =
  | {
      readonly kind: 'file';
      /** The path to show and to open; `-` is standard input. */
      readonly file: string;
      /** Whether the file itself was named, not a folder or a pattern that it was found by. */
      readonly named: boolean;
      /** The folder that was named, or that of the file or pattern that was: nothing outside it is ever changed. */
      readonly folder: string;
    }
  | { readonly kind: 'failure'; readonly file: string; readonly reason: string };

/** Which files are looked at in folders, by their paths below them. */
export const { wants } = selectionOf(usualFiles, []);

/** Paths, folders and globs: those that somebody has named, and those that a program has listed, where not all need be reports. */
interface Paths {
  readonly named: readonly string[];
  readonly listed?: readonly string[] | undefined;
}

/** Finds the files that paths lead to, each once, one after another in a fixed order. */
export async function* findFiles({ named, listed = [] }: Paths, cwd: string): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const [index, arg] of [...named, ...listed].entries()) {
    const isListed = index >= named.length;
    for await (const each of filesOf(arg, cwd)) {
      if (isListed && isLostOther(each)) continue;
      const found = each.kind === 'file' && isListed ? { ...each, named: false } : each;
      const full = found.file === '-' ? '-' : path.resolve(cwd, found.file);
      if (found.kind === 'file' && seen.has(full)) continue;
      seen.add(full);
      yield found;
    }
  }
}

/** What a program listed, cannot be opened by the name that came in, and is no report whatever its name is: a picture. */
const isLostOther = (each: Found): boolean =>
  each.kind === 'failure' &&
  path.basename(each.file).includes('\ufffd') &&
  !wants(`年报${path.extname(each.file)}`);

async function* filesOf(arg: string, cwd: string): AsyncGenerator<Found> {
  if (arg === '-') {
    yield { kind: 'file', file: arg, named: true, folder: cwd };
    return;
  }
  try {
    const stat = await fs.stat(path.resolve(cwd, arg));
    if (stat.isDirectory()) yield* walk({ cwd, top: arg, below: '', accept: wants });
    // A device or a pipe may never end.
    else if (!stat.isFile())
      yield { kind: 'failure', file: arg, reason: say`不是普通文件，没有读取；要读管道请用 -` };
    else yield { kind: 'file', file: arg, named: true, folder: path.dirname(path.resolve(cwd, arg)) };
  } catch (error) {
    // A name with brackets in it is a path if there is such a file, and a pattern only otherwise.
    const glob = splitGlob(arg.split(path.sep).join('/'));
    if (glob) yield* matching(arg, glob, cwd);
    else yield { kind: 'failure', file: arg, reason: reasonOf(error) };
  }
}

/** The folder that a path leads into, and whether to those below it too. */
export interface Place {
  readonly folder: string;
  readonly isDeep: boolean;
}

/** The folder that a path leads into: itself, that of the file, or that of what the pattern matches; none for standard input. */
export async function placeOf(arg: string, cwd: string): Promise<Place | undefined> {
  if (arg === '-') return undefined;
  const full = path.resolve(cwd, arg);
  const stat = await fs.stat(full).catch(() => undefined);
  if (stat?.isDirectory()) return { folder: full, isDeep: true };
  if (stat) return { folder: path.dirname(full), isDeep: false };
  const base = splitGlob(arg.split(path.sep).join('/'))?.base ?? arg;
  return { folder: path.resolve(cwd, base), isDeep: true };
}

async function* matching(
  pattern: string,
  { base, below }: NonNullable<ReturnType<typeof splitGlob>>,
  cwd: string,
): AsyncGenerator<Found> {
  const { fault, matches } = globOf(below);
  if (fault !== undefined) return yield { kind: 'failure', file: pattern, reason: say`通配符${fault}` };
  let any = false;
  for await (const found of walk({ cwd, top: base || '.', below: '', accept: matches })) {
    any = true;
    yield found;
  }
  if (!any) yield { kind: 'failure', file: pattern, reason: say`没有与之相配的文件` };
}

interface Walk {
  readonly cwd: string;
  /** The folder that was named. */
  readonly top: string;
  /** The path of the one that is walked, below it. */
  readonly below: string;
  /** Whether a file is wanted, by its path below the top with forward slashes. */
  readonly accept: (below: string) => boolean;
}

/** The accepted files of a folder and of those in it, but for hidden ones and installed packages. */
async function* walk({ cwd, top, below, accept }: Walk): AsyncGenerator<Found> {
  const folder = path.join(top, below);
  let entries: Dirent[];
  try {
    entries = await fs.readdir(path.resolve(cwd, folder), { withFileTypes: true });
  } catch (error) {
    yield { kind: 'failure', file: folder, reason: reasonOf(error) };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const file = path.join(folder, entry.name);
    const inside = path.join(below, entry.name);
    if (entry.isDirectory()) yield* walk({ cwd, top, below: inside, accept });
    else if (accept(inside.split(path.sep).join('/')))
      yield* leaf(entry, file, { cwd, folder: path.resolve(cwd, top) });
  }
}

/** What is called like a report: a file, or why it is not read. Links to folders are not followed: they may lead in a circle. */
async function* leaf(
  entry: Dirent,
  file: string,
  { cwd, folder }: { readonly cwd: string; readonly folder: string },
): AsyncGenerator<Found> {
  try {
    const found = entry.isSymbolicLink() ? await fs.stat(path.resolve(cwd, file)) : entry;
    if (found.isFile()) yield { kind: 'file', file, named: false, folder };
    else if (!found.isDirectory()) yield { kind: 'failure', file, reason: say`不是普通文件，没有读取` };
  } catch (error) {
    yield { kind: 'failure', file, reason: reasonOf(error) };
  }
}
