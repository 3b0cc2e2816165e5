import { promises as fs } from 'node:fs';
import path from 'node:path';
import { joinerOf } from '../../export/exporting';
import type { ExportName } from '../../export/kinds';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import type { Call } from '../arguments/args';
import { type Lost, lostLine, pathsOf } from '../files/asked';
import { type From, statusOf } from '../files/sources';
import { createCrew } from '../processes/crew';
import { eachReport } from '../processes/each';
import { complain, type ExitCode, type Io, writeAsIs } from '../streams/io';
import { type Exported, exportWorks, kindOf, writerFor } from './export-one';
import { doneIn } from './exported-before';
import { intoFolder } from './into-folder';

/** Exports reports: the only one of one file as a document, several one behind the other, or into the files of a folder with `--out`. */
export async function exportReports(given: Call, io: Io): Promise<ExitCode> {
  const to = kindOf(given);
  refuseMixed(given, to);
  const call = (await isOne(given, io)) ? given : inLines(given);
  const here = exportWorks(call, io);
  const put =
    call.values.out === undefined
      ? await onOutput(call, to, io)
      : await inFiles(call, call.values.out, to, io);
  const { works, ahead, end } = createCrew(call, io, here);
  try {
    const { report: use, lose, isDone } = put;
    const read = { reading: works.read, here: here.read, ahead };
    const tally = await eachReport(call, io, { ...read, use, lose, isDone });
    await put.end();
    if (tally.before > 0) complain(io, say`略过以前导出的 ${tally.before} 个文件`);
    return statusOf(tally);
  } finally {
    end();
  }
}

/** The same call, with a line also for an only report. */
const inLines = (call: Call): Call => ({ ...call, switches: new Set([...call.switches, 'lines']) });

/** Where reports go. */
interface Outlet {
  report(exported: Exported, from: From): Promise<void>;
  /** Tells of a file of which nothing came where a program reads line by line what is written. */
  lose(lost: Lost): Promise<void>;
  end(): Promise<void>;
  /** Whether a file was dealt with before. */
  readonly isDone: (from: From) => boolean;
}

/** Reports as text on standard output, as they come. */
async function onOutput(call: Call, to: ExportName, io: Io): Promise<Outlet> {
  const writer = writerFor(call, { isAlone: false });
  if (!writer) throw new Failure(say`导出 ${to} 须用 --out 指明写到哪个文件夹`);
  const done = call.values['skip-done'];
  const files =
    done === undefined ? undefined : await doneIn(done, io, { hasMany: call.switches.has('long') });
  const joiner = joinerOf(writer);
  const isInLines = to === 'json' && call.switches.has('lines');
  return {
    report: ({ title, content }) => writeAsIs(io, joiner.next(String(content), title)),
    lose: async (lost) => (isInLines ? writeAsIs(io, lostLine(lost)) : undefined),
    end: () => writeAsIs(io, joiner.end()),
    isDone: ({ file }) => files?.has(file) === true,
  };
}

/** Each report as a file of its own. */
async function inFiles(call: Call, out: string, to: ExportName, io: Io): Promise<Outlet> {
  const done = call.values['skip-done'];
  if (done !== undefined && path.resolve(io.cwd, done) !== path.resolve(io.cwd, out))
    throw new Failure(say`与 --out 同用时，选项 --skip-done 须是同一个文件夹`);
  const { write, has } = await intoFolder(out, to, pathsOf(call), io);
  return {
    report: ({ content, part }, from) => write(from, content, part),
    async lose() {},
    async end() {},
    isDone: (from) => done !== undefined && has(from),
  };
}

/** Which options go with which others, and with no more. */
const apart: Readonly<Record<string, readonly string[]>> = {
  '--flat': ['--long', '--spans', '--schema 1', '--out', 'document'],
  '--long': ['--spans', '--schema 1', '--out', 'document'],
  '--spans': ['--schema 1', 'text', 'document'],
  '--stdin ndjson': ['--out', 'document'],
  '--skip-done': ['text', 'document'],
};

/** Throws a Failure for options that cannot be had together. */
function refuseMixed({ switches, values }: Call, to: ExportName): void {
  const isGiven: Readonly<Record<string, boolean>> = {
    '--flat': switches.has('flat'),
    '--long': switches.has('long'),
    '--spans': switches.has('spans'),
    '--schema 1': values.schema === '1',
    '--out': values.out !== undefined,
    '--stdin ndjson': values.stdin === 'ndjson',
    '--skip-done': values['skip-done'] !== undefined && values.out === undefined,
    text: to === 'csv',
    document: to !== 'csv' && to !== 'json',
  };
  for (const [option, others] of Object.entries(apart)) {
    const other = isGiven[option] && others.find((each) => isGiven[each]);
    if (other)
      throw new Failure(say`选项 ${option} 不能与 ${other.startsWith('--') ? other : `--to ${to}`} 同用`);
  }
}

/** Whether all that is asked for is one file, so that what is exported of it may stand for itself. */
async function isOne({ operands: [operand, ...others], switches, values }: Call, io: Io): Promise<boolean> {
  const wantsLines =
    switches.has('lines') || values['skip-done'] !== undefined || values['files-from'] !== undefined;
  if (wantsLines || operand === undefined || others.length > 0) return false;
  if (operand === '-') return true;
  return (await fs.stat(path.resolve(io.cwd, operand)).catch(() => undefined))?.isFile() === true;
}
