import { promises as fs } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { analyze } from '../analysis';
import { type Exporting, exportedAs, isBinary, leftOf, reportsAs, type Writer } from '../export/exporting';
import { type ExportOptions, schemaVersions } from '../export/json';
import { type ExportName, exportKinds, exportNames } from '../export/kinds';
import { Failure } from '../workspace/failure';
import { reasonOf } from '../workspace/reason';
import { createSweeper, makeFolder, writeWhole } from '../workspace/write';
import type { Call } from './args';
import { complain, type ExitCode, type Io, writeAsIs } from './io';
import { eachReport, type Source, statusOf } from './sources';

/** Exports reports: the only one of one file as a document, several one behind the other, or into the files of a folder with `--out`. */
export async function exportReports(call: Call, io: Io): Promise<ExitCode> {
  const { operands, values } = call;
  const to = exportNames.find((name) => name === values.to) ?? 'json';
  const optionsFor = optionsOf(call, to);
  const put =
    values.out === undefined ? await onOutput(call, to, io) : await intoFolder(values.out, to, operands, io);
  const tally = await eachReport(call, io, async (source, limit) => {
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
  });
  await put.end();
  return statusOf(tally);
}

/** Where reports go. */
interface Outlet {
  report(source: Source, exporting: Exporting): Promise<void>;
  end(): Promise<void>;
}

/** Reports as text on standard output, as they come. */
async function onOutput({ operands }: Call, to: ExportName, io: Io): Promise<Outlet> {
  if (isBinary(to)) throw new Failure(`导出 ${to} 须用 --out 指明写到哪个文件夹`);
  const single = operands.length === 1 && (await isFile(operands[0] ?? '', io));
  let writer: Writer | undefined;
  return {
    async report({ reports }, exporting) {
      writer ??= reportsAs(to, { isAlone: single && reports.length === 1 });
      await writeAsIs(io, writer.next(exporting));
    },
    async end() {
      if (writer) await writeAsIs(io, writer.end());
    },
  };
}

/** Each report as a file of its own. */
async function intoFolder(out: string, to: ExportName, operands: readonly string[], io: Io): Promise<Outlet> {
  const write = await writerInto(out, to, operands, io);
  return {
    async report(source, exporting) {
      await write(source, exportedAs(to, [exporting]).content, exporting.part);
    },
    async end() {},
  };
}

/** How a report that begins at `start` of its file is to be exported. */
function optionsOf(
  { values, switches }: Call,
  to: ExportName,
): (excerpt: { readonly start: number }) => ExportOptions {
  const schema = schemaVersions.find((version) => version === values.schema);
  const hasSpans = switches.has('spans');
  if (hasSpans && to !== 'json') throw new Failure(`选项 --spans 不能与 --to ${to} 同用`);
  if (hasSpans && schema === '1') throw new Failure('选项 --spans 不能与 --schema 1 同用');
  return ({ start }) => ({ ...(schema && { schema }), spans: hasSpans ? { start } : undefined });
}

/** Whether a path leads to one file, and not to what a folder or a pattern may hold. */
async function isFile(operand: string, io: Io): Promise<boolean> {
  if (operand === '-') return true;
  return (await fs.stat(path.resolve(io.cwd, operand)).catch(() => undefined))?.isFile() === true;
}

/** Writes what is exported of a report into a file; `part` is which one it is where its file has several. */
type Write = (source: Source, content: Uint8Array | string, part: number | undefined) => Promise<void>;

/**
 * Writes reports into a folder under the names of their files, and under those of the folders that they came from below what all
 * operands have in common; refuses a second one of the same name.
 */
async function writerInto(out: string, to: ExportName, operands: readonly string[], io: Io): Promise<Write> {
  const folder = path.resolve(io.cwd, out);
  await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Failure(`${folder}：${reasonOf(error)}`);
  });
  const common = commonFolder(await Promise.all(operands.map((operand) => baseOf(operand, io))));
  const { ending } = exportKinds[to];
  const mayReplace = to === 'json' ? refuseOthers : refuseAll;
  const written = new Map<string, string>();
  const sweep = createSweeper();
  return async ({ file, full }, content, part) => {
    const below = file === '-' ? 'stdin' : path.relative(common, full).replace(/^([A-Za-z]):/u, '$1');
    const stem = below.slice(0, below.length - path.extname(below).length);
    const target = path.join(folder, `${stem}${part === undefined ? '' : `-${part}`}${ending}`);
    const other = written.get(target);
    if (other !== undefined) throw new Failure(`与 ${other} 同名，没有导出`);
    written.set(target, file);
    await makeFolder(path.dirname(target), folder);
    await sweep(path.dirname(target));
    await writeWhole(target, content, folder, mayReplace);
  };
}

/** Every export as JSON begins so. */
const ours = /^\s*\{\s*"schema":\s*"[^"]*nianbao\/report/u;
const longestBegin = 200;

/** Rejects where a file stands that is no export: that is nobody's to replace. */
async function refuseOthers(target: string): Promise<void> {
  const handle = await fs.open(target).catch(() => undefined);
  if (!handle) return;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestBegin), 0, longestBegin, 0);
    if (bytesRead > 0 && !ours.test(buffer.toString('utf8', 0, bytesRead)))
      throw new Failure(`${target} 已经存在，不是导出的年报，没有覆盖`);
  } finally {
    await handle.close();
  }
}

/** Rejects where there is a file: a document may have been worked on since it was exported. */
async function refuseAll(target: string): Promise<void> {
  if (await fs.lstat(target).catch(() => undefined)) throw new Failure(`${target} 已经存在，没有覆盖`);
}

/** The folder that an operand leads into: itself, or that of the file or of what the pattern matches. */
async function baseOf(operand: string, { cwd }: Io): Promise<string | undefined> {
  if (operand === '-') return undefined;
  const full = path.resolve(cwd, operand);
  const stat = await fs.stat(full).catch(() => undefined);
  if (stat) return stat.isDirectory() ? full : path.dirname(full);
  return path.resolve(cwd, picomatch.scan(operand.split(path.sep).join('/')).base);
}

/** The deepest folder that all folders lie in or are. */
function commonFolder(folders: readonly (string | undefined)[]): string {
  const [first = [], ...others] = folders.flatMap((folder) => (folder ? [folder.split(path.sep)] : []));
  const differs = (name: string, depth: number): boolean => others.some((other) => other[depth] !== name);
  const end = first.findIndex(differs);
  return first.slice(0, end < 0 ? first.length : end).join(path.sep) + path.sep;
}
