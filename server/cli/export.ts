import { promises as fs } from 'node:fs';
import path from 'node:path';
import { analyze } from '../analysis';
import { type Exporting, exportedAs, isBinary, leftOf, reportsAs, type Writer } from '../export/exporting';
import { type ExportOptions, schemaVersions } from '../export/json';
import { type ExportName, exportNames } from '../export/kinds';
import { rowsAs, shapes } from '../export/rows';
import { Failure } from '../workspace/failure';
import type { Limit } from '../workspace/limit';
import type { Call } from './args';
import { pathsOf } from './asked';
import { doneIn } from './done';
import { type From, intoFolder } from './into-folder';
import { complain, type ExitCode, type Io, writeAsIs } from './io';
import { eachReport, type Source, statusOf } from './sources';

/** Exports reports: the only one of one file as a document, several one behind the other, or into the files of a folder with `--out`. */
export async function exportReports(call: Call, io: Io): Promise<ExitCode> {
  const { values } = call;
  const to = exportNames.find((name) => name === values.to) ?? 'json';
  refuseMixed(call, to);
  const optionsFor = optionsOf(call);
  const put =
    values.out === undefined ? await onOutput(call, to, io) : await inFiles(call, values.out, to, io);
  const exportAll = async (source: Source, limit: Limit): Promise<void> => {
    const { file, reports } = source;
    for (const [index, each] of reports.entries()) {
      const part = reports.length > 1 ? index + 1 : undefined;
      const analysis = limit(() => analyze(each.text, each));
      if (analysis.coverage.read === 0)
        complain(io, `${file}${part === undefined ? '' : `（第 ${part} 份）`}：没有读到任何一格数字`);
      const exporting = { file, part, analysis, options: optionsFor(each) };
      for (const what of leftOf(to, exporting)) complain(io, `${file}：${what}`);
      await put.report(source, exporting);
    }
  };
  const tally = await eachReport(call, io, exportAll, put.isDone);
  await put.end();
  if (tally.before > 0) complain(io, `略过以前导出的 ${tally.before} 个文件`);
  return statusOf(tally);
}

/** Where reports go. */
interface Outlet {
  report(source: Source, exporting: Exporting): Promise<void>;
  end(): Promise<void>;
  /** Whether a file was dealt with before. */
  readonly isDone: (from: From) => boolean;
}

/** Reports as text on standard output, as they come. */
async function onOutput(call: Call, to: ExportName, io: Io): Promise<Outlet> {
  if (isBinary(to)) throw new Failure(`导出 ${to} 须用 --out 指明写到哪个文件夹`);
  const shape = shapes.find((each) => call.switches.has(each));
  const writerFor = (isAlone: boolean): Writer =>
    shape ? rowsAs(shape, to === 'csv' ? to : 'json') : reportsAs(to, { isAlone });
  const done = call.values['skip-done'];
  const files = done === undefined ? undefined : await doneIn(done, io, { hasMany: shape === 'long' });
  const mayStandAlone = await isOne(call, io);
  let writer: Writer | undefined;
  return {
    async report({ reports }, exporting) {
      writer ??= writerFor(mayStandAlone && reports.length === 1);
      await writeAsIs(io, writer.next(exporting));
    },
    async end() {
      if (writer) await writeAsIs(io, writer.end());
    },
    isDone: ({ file }) => files?.has(file) === true,
  };
}

/** Each report as a file of its own. */
async function inFiles(call: Call, out: string, to: ExportName, io: Io): Promise<Outlet> {
  const done = call.values['skip-done'];
  if (done !== undefined && path.resolve(io.cwd, done) !== path.resolve(io.cwd, out))
    throw new Failure('与 --out 同用时，选项 --skip-done 须是同一个文件夹');
  const { write, has } = await intoFolder(out, to, pathsOf(call), io);
  return {
    async report(source, exporting) {
      await write(source, exportedAs(to, [exporting]).content, exporting.part);
    },
    async end() {},
    isDone: (from) => done !== undefined && has(from),
  };
}

/** Which options go with which others, and with no more. */
const apart: Readonly<Record<string, readonly string[]>> = {
  '--flat': ['--long', '--spans', '--schema 1', '--out', 'document'],
  '--long': ['--spans', '--schema 1', '--out', 'document'],
  '--spans': ['--schema 1', 'text', 'document'],
  '--stdin ndjson': ['--out', 'text', 'document'],
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
      throw new Failure(`选项 ${option} 不能与 ${other.startsWith('--') ? other : `--to ${to}`} 同用`);
  }
}

/** How a report that begins at `start` of its file is to be exported as JSON. */
function optionsOf({ values, switches }: Call): (excerpt: { readonly start: number }) => ExportOptions {
  const schema = schemaVersions.find((version) => version === values.schema);
  const hasSpans = switches.has('spans');
  return ({ start }) => ({ ...(schema && { schema }), spans: hasSpans ? { start } : undefined });
}

/** Whether all that is asked for is one file, so that what is exported of it may stand for itself. */
async function isOne({ operands: [operand, ...others], switches, values }: Call, io: Io): Promise<boolean> {
  const wantsLines =
    switches.has('lines') || values['skip-done'] !== undefined || values['files-from'] !== undefined;
  if (wantsLines || operand === undefined || others.length > 0) return false;
  if (operand === '-') return true;
  return (await fs.stat(path.resolve(io.cwd, operand)).catch(() => undefined))?.isFile() === true;
}
