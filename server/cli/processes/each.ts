import path from 'node:path';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import type { Call } from '../arguments/args';
import { type Asked, askedFor, complainOfLost, type Lost } from '../files/asked';
import { type From, type Outcome, type Reading, skippedNote, type Tally } from '../files/sources';
import { complain, type Io } from '../streams/io';
import { inOrder } from './in-order';

/** How what the caller asks for is dealt with. */
interface Dealing<T> {
  /** Reads a file, wherever. */
  readonly reading: Reading<T>;
  /** Reads what only this process can: standard input. */
  readonly here: Reading<T>;
  /** How many files may be read before it is their turn. */
  readonly ahead?: () => number;
  /** Deals with a part of what was made of a file, in order. */
  readonly use: (made: T, from: From) => Promise<void> | void;
  /** Deals with a file of which nothing came, in order; it was complained of. */
  readonly lose?: (lost: Lost) => Promise<void> | void;
  /** What was dealt with before is left alone. */
  readonly isDone?: (from: From) => boolean;
}

/**
 * Reads what the caller asks for, and hands what is made of each to `use`, one after another. What goes wrong with one is
 * told and does not keep the others from their turn.
 */
export async function eachReport<T>(call: Call, io: Io, dealing: Dealing<T>): Promise<Tally> {
  const { reading, here, ahead = () => 1, isDone = () => false, lose } = dealing;
  const tally = { done: 0, before: 0, skipped: 0, failed: 0 };
  const isBefore = (asked: Asked): boolean => asked.file !== null && isDone(fromOf(asked.file, io));
  const start = async (asked: Asked): Promise<Outcome<T> | undefined> => {
    if (isBefore(asked)) return undefined;
    return asked.file === '-' || asked.kind === 'failure' ? here(asked) : reading(asked);
  };
  for await (const { task, answer } of inOrder(askedFor(call, io), start, ahead)) {
    try {
      const outcome = await answer;
      // What was dealt with since it was begun may have been this one.
      tally[!outcome || isBefore(task) ? 'before' : await dealt(outcome, task.file ?? '', io, dealing)]++;
    } catch (error) {
      tally.failed++;
      const lost = { file: task.file, error: reasonOf(error) };
      complainOfLost(call, lost, io);
      await lose?.(lost);
    }
    io.progress(say`已读 ${tally.done + tally.skipped + tally.failed} 个文件`);
  }
  io.progress('');
  return orNone(call, io, tally);
}

const fromOf = (file: string, { cwd }: Io): From => ({ file, full: path.resolve(cwd, file) });

/** Says and uses what there is of a file, in order; throws a Failure where it ended so. */
async function dealt<T>(
  { said, end }: Outcome<T>,
  file: string,
  io: Io,
  { use }: Dealing<T>,
): Promise<'done' | 'skipped'> {
  for (const each of said)
    if ('complaint' in each) complain(io, each.complaint);
    else await use(each.made, fromOf(file, io));
  if (typeof end === 'object') throw new Failure(end.failed);
  return end;
}

/** Where there was nothing at all, that is what went wrong. */
function orNone({ operands }: Call, io: Io, tally: Tally): Tally {
  if (operands.length === 0 || tally.done + tally.before + tally.failed > 0) return tally;
  const [first, ...others] = operands;
  const more = others.length > 0 ? say` 等 ${others.length + 1} 处` : '';
  complain(io, say`${first ?? ''}${more}：其中没有年报${skippedNote(tally)}`);
  return { ...tally, failed: 1 };
}
