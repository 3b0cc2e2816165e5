import { promises as fs, watch } from 'node:fs';
import path from 'node:path';
import { mark, said, say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import type { Call } from '../arguments/args';
import { complain, type ExitCode, exit, type Io } from '../streams/io';
import { isStreamed, pathsOf } from './asked';
import { placeOf } from './find';

/** Programs write a file in several steps; in milliseconds. */
const settling = 200;

/** What stands before each round and behind it, for people and for tasks that run in the background. */
const begun = mark`── 核对 ──`;
const waiting = mark`── 等候改动，Ctrl+C 结束 ──`;

/**
 * Does `work` again whenever something changes where the paths of the call lead, until the caller has had enough; answers how it ended
 * last. Throws a Failure for what cannot be watched.
 */
export async function repeated(call: Call, io: Io, work: () => Promise<ExitCode>): Promise<ExitCode> {
  if (isStreamed(call) || call.operands.includes('-')) throw new Failure(say`标准输入不能与 --watch 同用`);
  if (call.values.format !== 'text' && call.values.format !== 'github')
    throw new Failure(say`选项 --watch 不能与 --format ${call.values.format ?? ''} 同用`);
  const stop = io.untilStopped();
  const sights = await sightsOf(call, io);
  let last: ExitCode = exit.clean;
  while (!stop.aborted) {
    // What changes while the work goes on counts as well.
    const change = nextChange(await placesOf(sights), stop);
    await io.write(`${said(begun)}\n`);
    last = await work();
    for (const { name } of await goneOf(sights)) complain(io, say`${name}：等它回来`);
    await io.write(`${said(waiting)}\n`);
    await change;
  }
  return last;
}

/** What is watched for a path of the call. */
interface Sight {
  readonly name: string;
  /** The folder that it leads into; a file may be replaced by another of its name, so its folder is watched. */
  readonly folder: string;
  readonly isDeep: boolean;
  /** What has to be there: the file, or the folder. */
  readonly target: string;
}

/** Where the paths lead; throws a Failure for what is not there, which nobody can tell from a slip. */
async function sightsOf(call: Call, { cwd }: Io): Promise<readonly Sight[]> {
  const sights: Sight[] = [];
  for (const name of pathsOf(call)) {
    const place = await placeOf(name, cwd);
    if (!place) continue;
    if (!(await isThere(place.folder))) throw new Failure(say`${name}：没有这个文件或文件夹，不能等候改动`);
    const target = path.resolve(cwd, name);
    sights.push({ name, ...place, target: (await isThere(target)) ? target : place.folder });
  }
  if (sights.length === 0) throw new Failure(say`没有可以等候改动的文件或文件夹`);
  return sights;
}

const isThere = async (file: string): Promise<boolean> =>
  (await fs.stat(file).catch(() => undefined)) !== undefined;

/** Those that were there and are not now: programs save by writing anew, and folders are replaced. */
async function goneOf(sights: readonly Sight[]): Promise<readonly Sight[]> {
  const there = await Promise.all(sights.map(({ target }) => isThere(target)));
  return sights.filter((_, index) => !there[index]);
}

/** A folder that is watched: all that is in it, and in those below it, or one name in it. */
interface Watched {
  readonly folder: string;
  readonly isDeep: boolean;
  readonly only?: string;
}

/** The folders to watch, each once; those above them for the names that lead there, since what is replaced gives no sign itself. */
async function placesOf(sights: readonly Sight[]): Promise<readonly Watched[]> {
  const places = new Map<string, Watched>();
  for (const { folder, isDeep } of sights) {
    let [below, above] = [folder, path.dirname(folder)];
    if (await isThere(folder))
      places.set(folder, { folder, isDeep: isDeep || places.get(folder)?.isDeep === true });
    else for (; !(await isThere(above)) && above !== below; above = path.dirname(above)) below = above;
    const only = path.basename(below);
    if (above !== below) places.set(`${above}\0${only}`, { folder: above, isDeep: false, only });
  }
  return [...places.values()];
}

/** Resolves some time after the first change, or at the end; throws a Failure where the system cannot watch. */
function nextChange(places: readonly Watched[], stop: AbortSignal): Promise<void> {
  const round = new AbortController();
  const signal = AbortSignal.any([round.signal, stop]);
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    timer ??= setTimeout(() => round.abort(), settling);
  };
  try {
    for (const { folder, isDeep, only } of places)
      watch(folder, { recursive: isDeep, signal }, (_, name) => {
        if (only === undefined || name === null || name === only) changed();
      }).on('error', changed);
  } catch (error) {
    round.abort();
    throw new Failure(say`不能等候改动：${reasonOf(error)}`);
  }
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
