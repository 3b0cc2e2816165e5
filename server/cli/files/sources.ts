import { promises as fs } from 'node:fs';
import path from 'node:path';
import { endsAsDocument } from '../../documents/kinds';
import { signedNote } from '../../documents/word/docx';
import { type Excerpt, reportsIn } from '../../parse/reports-in-text';
import { largestReport, looksGarbled, looksLikeReport } from '../../parse/view/detect';
import { isRecognised } from '../../report/report';
import { said, say } from '../../text/say';
import { readApart } from '../../workspace/apart';
import { big5Report, isInBig5 } from '../../workspace/decode';
import { Failure } from '../../workspace/failure';
import type { Limit } from '../../workspace/limit';
import { type Content, isDocument, isWord, readBytes } from '../../workspace/read';
import { readPlain, readStream } from '../../workspace/read-plain';
import { reasonOf } from '../../workspace/reason';
import { isCalledReport } from '../../workspace/selection';
import { limitOf } from '../../workspace/within';
import type { Call } from '../arguments/args';
import { type ExitCode, exit, type Surroundings } from '../streams/io';
import type { Asked } from './asked';

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

/** What is said of a file: a complaint for standard error, or a part of what was made of it. */
export type Said<T> = { readonly complaint: string } | { readonly made: T };

/** What became of a file; plain data where what was made of it is. */
export interface Outcome<T> {
  readonly said: readonly Said<T>[];
  /** `skipped` for a file of a folder that is no report. */
  readonly end: 'done' | 'skipped' | { readonly failed: string };
}

/** Reads what was asked for, and makes something of it. Never rejects: what goes wrong is how it ends. */
export type Reading<T> = (asked: Asked) => Promise<Outcome<T>>;

/** Makes what `make` does of each file; gives up what takes longer than it may. Throws a Failure for a bad `--time-limit`. */
export function readingFor<T>(
  call: Call,
  surroundings: Pick<Surroundings, 'cwd' | 'input'>,
  make: (source: Source, limit: Limit) => Iterable<Said<T>>,
): Reading<T> {
  const limit = timeLimitOf(call);
  return async (asked) => {
    const parts: Said<T>[] = [];
    try {
      const source = await open(asked, surroundings, limit);
      if (!source) return { said: parts, end: 'skipped' };
      if (isWord(source.content) && source.content.isTracked)
        parts.push({ complaint: say`${source.file}：有修订，按全部接受后的样子读` });
      if (isWord(source.content) && source.content.isSigned)
        parts.push({ complaint: say`${source.file}：${said(signedNote)}` });
      if (isDocument(source.content))
        for (const each of source.content.notices ?? [])
          parts.push({ complaint: say`${source.file}：${each}` });
      for (const each of make(source, limit)) parts.push(each);
      return { said: parts, end: 'done' };
    } catch (error) {
      return { said: parts, end: { failed: reasonOf(error) } };
    }
  };
}

/** A file by its path to show and to open. */
export type From = Pick<Source, 'file' | 'full'>;

const usualSeconds = 60;

/** How long one file may take; throws a Failure where that is no number of seconds. */
export function timeLimitOf({ values: { 'time-limit': given } }: Call): Limit {
  const seconds = given === undefined ? usualSeconds : Number(given);
  // What is longer than a day is as good as none, and longer than timers can be.
  if (!(seconds > 0 && seconds <= 86_400))
    throw new Failure(say`选项 --time-limit 应为秒数，不是 ${given ?? ''}`);
  return limitOf(seconds);
}

/** The exit status of a command that found nothing to complain of but what the tally says. */
export const statusOf = ({ failed }: Tally): ExitCode => (failed > 0 ? exit.failed : exit.clean);

/** Says how many files were passed over; empty where none were. */
export const skippedNote = ({ skipped }: Tally): string =>
  skipped > 0 ? say`（跳过 ${skipped} 个不是年报的文件）` : '';

/** Reads what was asked for; answers undefined for a file of a folder that is no report. */
export async function open(
  asked: Asked,
  io: Pick<Surroundings, 'cwd' | 'input'>,
  limit: Limit,
): Promise<Source | undefined> {
  if (asked.kind === 'failure') throw new Failure(asked.reason);
  if (asked.kind === 'record') return limit(() => recorded(asked, io));
  const { file, named, folder } = asked;
  const full = path.resolve(io.cwd, file);
  if (!named && (await fs.stat(full)).size > mostBytes) return undefined;
  const bytes = file === '-' ? await readStream(io.input) : await readPlain(full);
  if (bytes.length === 0 && endsAsDocument(file))
    throw new Failure(say`是空的（0 字节），没有检查，也没有改动；请从原来的程序重新保存`);
  const content = await readBytes(file, bytes, { limit, apart: readApart });
  if ('reason' in content) throw new Failure(say`${content.reason}，没有检查，也没有改动；${content.remedy}`);
  return limit(() => read({ file, full, folder, bytes, content }, named));
}

/** A report that came with its text is no file's: there is nothing to decode, and nothing to write to. */
const recorded = (
  { file, text }: Extract<Asked, { kind: 'record' }>,
  { cwd }: Pick<Surroundings, 'cwd'>,
): Source => {
  refuseEmpty(file, text);
  return {
    file,
    full: path.resolve(cwd, file),
    folder: cwd,
    bytes: Buffer.from(text),
    content: { text, encoding: 'utf-8', bom: false },
    reports: reportsIn(text),
  };
};

/** Throws for what is called a report, and says nothing at all. */
function refuseEmpty(file: string, text: string): void {
  if (text.trim() === '' && isCalledReport(file))
    throw new Failure(say`是空的，一个字也没有，没有检查；请从原来的程序重新保存，或者重新下载`);
}

/** Finds the reports in what a file says. */
function read(place: Omit<Source, 'reports'>, named: boolean): Source | undefined {
  const { bytes, content } = place;
  const isReport = looksLikeReport(content.text);
  if (!isReport && !isDocument(content) && isInBig5(bytes, content, looksLikeReport))
    throw new Failure(say`${said(big5Report)}，没有检查，也没有改动；请用记事本等另存为 UTF-8`);
  if (!named && looksGarbled(content.text))
    throw new Failure(say`像是成了乱码的年报，没有检查；请从原来的文件重新保存`);
  if (!named) refuseEmpty(place.file, content.text);
  if (!named && !isReport) return undefined;
  const reports = reportsIn(content.text);
  if (!named && !reports.some(({ report }) => isRecognised(report))) return undefined;
  return { ...place, reports };
}
