import { type FSWatcher, promises as fs, watch } from 'node:fs';
import path from 'node:path';
import { Failure } from '../workspace/failure';
import { splitGlob } from '../workspace/glob';
import { reasonOf } from '../workspace/reason';
import type { Call } from './args';
import { pathsOf } from './asked';
import { type ExitCode, exit, type Io } from './io';

/** Programs write a file in several steps; in milliseconds. */
const settling = 200;

/** What stands before each round and behind it, for people and for tasks that run in the background. */
const begun = '── 核对 ──';
const waiting = '── 等候改动，Ctrl+C 结束 ──';

/** Does `work` again whenever something changes where the paths of the call lead, until the caller has had enough; answers how it ended last. */
export async function repeated(call: Call, io: Io, work: () => Promise<ExitCode>): Promise<ExitCode> {
  if (call.values.stdin === 'ndjson' || call.operands.includes('-'))
    throw new Failure('标准输入不能与 --watch 同用');
  if (call.values.format !== 'text' && call.values.format !== 'github')
    throw new Failure(`选项 --watch 不能与 --format ${call.values.format} 同用`);
  const places = new Map(
    (await Promise.all(pathsOf(call).map((each) => placeOf(each, io)))).map((each) => [each.folder, each]),
  );
  const stop = io.untilStopped();
  let last: ExitCode = exit.clean;
  while (!stop.aborted) {
    // What changes while the work goes on counts as well.
    const change = nextChange([...places.values()], stop);
    await io.write(`${begun}\n`);
    last = await work();
    await io.write(`${waiting}\n`);
    await change;
  }
  return last;
}

interface Place {
  readonly folder: string;
  readonly isDeep: boolean;
}

/** A file may be replaced by another of its name: its folder is watched. */
async function placeOf(name: string, { cwd }: Io): Promise<Place> {
  const full = path.resolve(cwd, name);
  const stat = await fs.stat(full).catch(() => undefined);
  if (stat)
    return stat.isDirectory()
      ? { folder: full, isDeep: true }
      : { folder: path.dirname(full), isDeep: false };
  const base = splitGlob(name.split(path.sep).join('/'))?.base ?? name;
  return { folder: path.resolve(cwd, base), isDeep: true };
}

/** Resolves some time after the first change, or at the end. */
function nextChange(places: readonly Place[], stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const watchers: FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      clearTimeout(timer);
      for (const each of watchers) each.close();
      resolve();
    };
    const changed = (): void => {
      timer ??= setTimeout(end, settling);
    };
    try {
      for (const { folder, isDeep } of places)
        watchers.push(watch(folder, { recursive: isDeep }, changed).on('error', changed));
    } catch (error) {
      end();
      reject(new Failure(`不能等候改动：${reasonOf(error)}`));
    }
    stop.addEventListener('abort', end, { once: true });
  });
}
