import { promises as fs } from 'node:fs';
import path from 'node:path';
import { exportLine, exportReport } from '../export/json';
import type { Call } from './args';
import { complain, type ExitCode, Failure, type Io, reasonOf } from './io';
import { eachReport, type Source, statusOf } from './sources';
import { writeWhole } from './write';

/** Exports reports: one file as a document, several as a line each, or into the files of a folder with `--out`. */
export async function exportReports({ operands, values }: Call, io: Io): Promise<ExitCode> {
  const out = values.out;
  const single = operands.length === 1 && (await isFile(operands[0] ?? '', io));
  const write = out === undefined ? undefined : await writerInto(path.resolve(io.cwd, out));
  const tally = await eachReport(operands, io, async (source) => {
    const { file, analysis } = source;
    if (analysis.coverage.read === 0) complain(io, `${file}：没有读到任何一格数字`);
    if (write) await write(source);
    else await io.write(single ? exportReport(analysis) : exportLine(file, analysis));
  });
  return statusOf(tally);
}

/** Whether a path leads to one file, and not to what a folder or a pattern may hold. */
async function isFile(operand: string, io: Io): Promise<boolean> {
  if (operand === '-') return true;
  return (await fs.stat(path.resolve(io.cwd, operand)).catch(() => undefined))?.isFile() === true;
}

/** Writes reports into a folder under the names of their files; refuses a second one of the same name. */
async function writerInto(folder: string): Promise<(source: Source) => Promise<void>> {
  const written = new Map<string, string>();
  await fs.mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Failure(`${folder}：${reasonOf(error)}`);
  });
  return async ({ file, below, analysis }) => {
    const name = below === '-' ? 'stdin' : below.slice(0, below.length - path.extname(below).length);
    const target = path.join(folder, `${name}.json`);
    const other = written.get(target);
    if (other !== undefined) throw new Failure(`与 ${other} 同名，没有导出`);
    written.set(target, file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await writeWhole(target, exportReport(analysis));
  };
}
