import { promises as fs } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { type Analysis, analyze } from '../analysis';
import { type ExportOptions, exportLine, exportReport, schemaVersions } from '../export/json';
import { exportWord } from '../export/word';
import { Failure } from '../workspace/failure';
import { reasonOf } from '../workspace/reason';
import { createSweeper, makeFolder, writeWhole } from '../workspace/write';
import type { Call } from './args';
import { complain, type ExitCode, type Io } from './io';
import { eachReport, type Source, statusOf } from './sources';

/** Exports reports: the only one of one file as a document, several as a line each, or into the files of a folder with `--out`. */
export async function exportReports(call: Call, io: Io): Promise<ExitCode> {
  const { operands, values } = call;
  const optionsFor = optionsOf(call);
  const { out, to } = values;
  if (to === 'docx' && out === undefined) throw new Failure('导出 docx 须用 --out 指明写到哪个文件夹');
  const single = operands.length === 1 && (await isFile(operands[0] ?? '', io));
  const write =
    out === undefined ? undefined : await writerInto(out, to === 'docx' ? word : json, operands, io);
  const tally = await eachReport(call, io, async (source, limit) => {
    const { file, reports } = source;
    const isAlone = reports.length === 1;
    for (const [index, each] of reports.entries()) {
      const part = isAlone ? undefined : index + 1;
      const analysis = limit(() => analyze(each.text, each));
      if (analysis.coverage.read === 0)
        complain(io, `${file}${isAlone ? '' : `（第 ${part} 份）`}：没有读到任何一格数字`);
      const options = optionsFor(each);
      if (write && to === 'docx') await write(source, wordOf(analysis, file, io), part);
      else if (write) await write(source, exportReport(analysis, options), part);
      else {
        const isDocument = single && isAlone;
        await io.write(
          isDocument ? exportReport(analysis, options) : exportLine({ file, part }, analysis, options),
        );
      }
    }
  });
  return statusOf(tally);
}

/** A report as a document of a word processor; complains of what has no place in it. */
function wordOf(analysis: Analysis, file: string, io: Io): Uint8Array {
  const { bytes, left } = exportWord(analysis);
  for (const each of left) complain(io, `${file}：${each}，没有写进 Word 文档`);
  return bytes;
}

/** How a report that begins at `start` of its file is to be exported. */
function optionsOf({ values, switches }: Call): (excerpt: { readonly start: number }) => ExportOptions {
  const schema = schemaVersions.find((version) => version === values.schema);
  const hasSpans = switches.has('spans');
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

/** A kind of file that reports are written into, and who may replace one that is there. */
interface Kind {
  readonly ending: string;
  mayReplace(target: string): Promise<void>;
}

/**
 * Writes reports into a folder under the names of their files, and under those of the folders that they came from below what all
 * operands have in common; refuses a second one of the same name.
 */
async function writerInto(
  out: string,
  { ending, mayReplace }: Kind,
  operands: readonly string[],
  io: Io,
): Promise<Write> {
  const folder = path.resolve(io.cwd, out);
  await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Failure(`${folder}：${reasonOf(error)}`);
  });
  const common = commonFolder(await Promise.all(operands.map((operand) => baseOf(operand, io))));
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

/** Every export begins so. */
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

const json: Kind = { ending: '.json', mayReplace: refuseOthers };

/** A document may have been worked on since it was exported. */
const word: Kind = {
  ending: '.docx',
  async mayReplace(target) {
    if (await fs.lstat(target).catch(() => undefined)) throw new Failure(`${target} 已经存在，没有覆盖`);
  },
};

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
