import { promises as fs } from 'node:fs';
import path from 'node:path';
import { signedNote } from '../documents/docx';
import { type Excerpt, reportsIn } from '../parse/reports-in-text';
import { largestReport, looksGarbled, looksLikeReport } from '../parse/view/detect';
import { isRecognised } from '../report/report';
import { readApart } from '../workspace/apart';
import { big5Report, isInBig5 } from '../workspace/decode';
import { Failure } from '../workspace/failure';
import type { Limit } from '../workspace/limit';
import { type Content, isDocument, isWord, readBytes } from '../workspace/read';
import { readPlain, readStream } from '../workspace/read-plain';
import { reasonOf } from '../workspace/reason';
import { limitOf } from '../workspace/within';
import type { Call } from './args';
import { type Asked, askedFor, tellerOf } from './asked';
import { complain, type ExitCode, exit, type Io } from './io';

/** A file that was read. */
export interface Source {
  /** The path to show; `-` is standard input. */
  readonly file: string;
  /** The path to open. */
  readonly full: string;
  /** Nothing outside this folder is changed for it. */
  readonly folder: string;
  readonly bytes: Uint8Array;
  readonly content: Content;
  /** What it has: usually one report. */
  readonly reports: readonly Excerpt[];
}

/** How many files were dealt with. */
export interface Tally {
  readonly done: number;
  /** Those that an earlier run has dealt with. */
  readonly before: number;
  /** Files of a folder that are no reports. */
  readonly skipped: number;
  /** Paths that could not be read or dealt with; each was complained of. */
  readonly failed: number;
}

/** Larger files found in folders are no reports, in whichever encoding; one that is named is read whatever its size. */
const mostBytes = 4 * largestReport;

/**
 * Reads what the caller asks for, one after another, and hands each to `use`, but for what `isDone` before. What goes wrong with one is
 * told in a line and does not keep the others from their turn; nor does one that takes longer than it may.
 */
export async function eachReport(
  call: Call,
  io: Io,
  use: (source: Source, limit: Limit) => Promise<void> | void,
  isDone: (from: Pick<Source, 'file' | 'full'>) => boolean = () => false,
): Promise<Tally> {
  const limit = timeLimitOf(call);
  const tell = tellerOf(call, io);
  const tally = { done: 0, before: 0, skipped: 0, failed: 0 };
  for await (const asked of askedFor(call, io)) {
    if (asked.file !== null && isDone({ file: asked.file, full: path.resolve(io.cwd, asked.file) })) {
      tally.before++;
      continue;
    }
    try {
      const source = await open(asked, io, limit);
      if (source && isWord(source.content) && source.content.isTracked)
        complain(io, `${source.file}：有修订，按全部接受后的样子读`);
      if (source && isWord(source.content) && source.content.isSigned)
        complain(io, `${source.file}：${signedNote}`);
      if (source) await use(source, limit);
      tally[source ? 'done' : 'skipped']++;
    } catch (error) {
      tally.failed++;
      await tell(asked.file, reasonOf(error));
    }
    io.progress(`已读 ${tally.done + tally.skipped + tally.failed} 个文件`);
  }
  io.progress('');
  if (call.operands.length === 0 || tally.done + tally.before + tally.failed > 0) return tally;
  const [first, ...others] = call.operands;
  const more = others.length > 0 ? ` 等 ${others.length + 1} 处` : '';
  complain(io, `${first}${more}：其中没有年报${skippedNote(tally)}`);
  return { ...tally, failed: 1 };
}

const usualSeconds = 60;

/** How long one file may take; throws a Failure where that is no number of seconds. */
export function timeLimitOf({ values: { 'time-limit': given } }: Call): Limit {
  const seconds = given === undefined ? usualSeconds : Number(given);
  // What is longer than a day is as good as none, and longer than timers can be.
  if (!(seconds > 0 && seconds <= 86_400)) throw new Failure(`选项 --time-limit 应为秒数，不是 ${given}`);
  return limitOf(seconds);
}

/** The exit status of a command that found nothing to complain of but what the tally says. */
export const statusOf = ({ failed }: Tally): ExitCode => (failed > 0 ? exit.failed : exit.clean);

/** Says how many files were passed over; empty where none were. */
export const skippedNote = ({ skipped }: Tally): string =>
  skipped > 0 ? `（跳过 ${skipped} 个不是年报的文件）` : '';

/** Answers undefined for a file of a folder that is no report. */
async function open(asked: Asked, io: Io, limit: Limit): Promise<Source | undefined> {
  if (asked.kind === 'failure') throw new Failure(asked.reason);
  if (asked.kind === 'record') return limit(() => recorded(asked, io));
  const { file, named, folder } = asked;
  const full = path.resolve(io.cwd, file);
  if (!named && (await fs.stat(full)).size > mostBytes) return undefined;
  const bytes = file === '-' ? await readStream(io.input) : await readPlain(full);
  const content = await readBytes(bytes, { limit, apart: readApart });
  if ('reason' in content) throw new Failure(`${content.reason}，没有检查，也没有改动；${content.remedy}`);
  return limit(() => read({ file, full, folder, bytes, content }, named));
}

/** A report that came with its text is no file's: there is nothing to decode, and nothing to write to. */
const recorded = ({ file, text }: Extract<Asked, { kind: 'record' }>, { cwd }: Io): Source => ({
  file,
  full: path.resolve(cwd, file),
  folder: cwd,
  bytes: Buffer.from(text),
  content: { text, encoding: 'utf-8', bom: false },
  reports: reportsIn(text),
});

/** Finds the reports in what a file says. */
function read(place: Omit<Source, 'reports'>, named: boolean): Source | undefined {
  const { bytes, content } = place;
  const isReport = looksLikeReport(content.text);
  if (!isReport && !isDocument(content) && isInBig5(bytes, content, looksLikeReport))
    throw new Failure(`${big5Report}，没有检查，也没有改动；请用记事本等另存为 UTF-8`);
  if (!named && looksGarbled(content.text))
    throw new Failure('像是成了乱码的年报，没有检查；请从原来的文件重新保存');
  if (!named && !isReport) return undefined;
  const reports = reportsIn(content.text);
  if (!named && !reports.some(({ report }) => isRecognised(report))) return undefined;
  return { ...place, reports };
}
