import { promises as fs, watch } from 'node:fs';
import { mark, said, say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import type { Call } from '../arguments/args';
import { type ExitCode, exit, type Io } from '../streams/io';
import { isStreamed, pathsOf } from './asked';
import { type Place, placeOf } from './find';

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
  let last: ExitCode = exit.clean;
  while (!stop.aborted) {
    // What changes while the work goes on counts as well.
    const change = nextChange(await placesOf(call, io), stop);
    await io.write(`${said(begun)}\n`);
    last = await work();
    await io.write(`${said(waiting)}\n`);
    await change;
  }
  return last;
}

/** The folders that the paths lead into, each once; a file may be replaced by another of its name, so its folder is watched. */
async function placesOf(call: Call, { cwd }: Io): Promise<readonly Place[]> {
  const places = new Map<string, Place>();
  for (const name of pathsOf(call)) {
    const place = await placeOf(name, cwd);
    if (!place) continue;
    const { folder, isDeep } = place;
    // What is not there gives no sign when it comes.
    if (!(await fs.stat(folder).catch(() => undefined)))
      throw new Failure(say`${name}：没有这个文件或文件夹，不能等候改动`);
    places.set(folder, { folder, isDeep: isDeep || places.get(folder)?.isDeep === true });
  }
  if (places.size === 0) throw new Failure(say`没有可以等候改动的文件或文件夹`);
  return [...places.values()];
}

/** Resolves some time after the first change, or at the end; throws a Failure where the system cannot watch. */
function nextChange(places: readonly Place[], stop: AbortSignal): Promise<void> {
  const round = new AbortController();
  const signal = AbortSignal.any([round.signal, stop]);
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    timer ??= setTimeout(() => round.abort(), settling);
  };
  try {
    for (const { folder, isDeep } of places)
      watch(folder, { recursive: isDeep, signal }, changed).on('error', changed);
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
