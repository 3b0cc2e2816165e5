import path from 'node:path';
import { documentOf, type Filed } from '../report/neighbours';
import { isRecognised, type Report } from '../report/report';
import { fold } from '../text/fold';
import { listed, say } from '../text/say';
import { Failure } from '../workspace/failure';
import { filedIn } from '../workspace/filed';
import { TooLong } from '../workspace/limit';
import { createIndex } from '../workspace/reports';
import { findFiles } from './files/find';
import type { Source } from './files/sources';

/** So many files are read in search of one report; an office above has thousands. */
const mostRead = 60;

/** Where a report of the year before may lie, and how a file of these folders is read; undefined for what is no report. */
export interface Search {
  readonly folders: readonly string[];
  read(file: string): Promise<Source | undefined>;
}

/**
 * The file with the report of the same agency on the year before, looked for in the folders as an editor looks in its workspace, what is
 * called like it first. Throws a Failure that says what was looked at where there is none, and where several contradict each other.
 */
export async function lastYearOf(own: Filed, { folders, read }: Search): Promise<Source> {
  const { report } = own;
  if (!report.year || !report.agency)
    throw new Failure(say`${documentOf(own)}：看不出机关或者年度，没有找上一年的年报`);
  const files = await candidatesFor(report, folders);
  const index = createIndex();
  const sources = new Map<string, Source>();
  for (const file of files.slice(0, mostRead)) {
    const source = await read(file).catch(unreadable);
    if (!source) continue;
    sources.set(source.file, source);
    index.set(
      source.file,
      filedIn(source.file, source.reports).filter((each) => isRecognised(each.report)),
    );
  }
  const last = index.neighboursOf(own)?.lastYear;
  const source = last && sources.get(documentOf(last));
  if (source) return source;
  throw new Failure(whyNone(own, files.length, index.doubtsOf(own)));
}

function whyNone(own: Filed, files: number, doubts: readonly string[]): string {
  const name = documentOf(own);
  if (doubts.length > 0)
    return say`${name}：同一机关上一年有几份不同的年报：${listed(doubts)}，请用 lastYear 写明是哪一份`;
  if (files > mostRead)
    return say`${name}：没有写明 lastYear，在可以读的文件夹里看了 ${mostRead} 个文件，没有找到同一机关上一年的年报，另有 ${files - mostRead} 个没有看；请用 lastYear 写明`;
  return say`${name}：没有写明 lastYear，在可以读的文件夹里也没有找到同一机关上一年的年报`;
}

/** The files of the folders that may be the report, those that are called like it first; not those that are called after another year alone. */
async function candidatesFor(report: Report, folders: readonly string[]): Promise<readonly string[]> {
  const before = String((report.year?.value ?? 0) - 1);
  const agency = fold(report.agency?.value ?? '');
  const likeness = (file: string): number => {
    const name = fold(path.basename(file));
    return (name.includes(agency) ? 2 : 0) + (name.includes(before) ? 1 : 0);
  };
  const files: string[] = [];
  for await (const found of findFiles({ named: folders }, '/')) {
    const years: readonly string[] = path.basename(found.file).match(/20\d\d/gu) ?? [];
    if (found.kind === 'file' && (years.length === 0 || years.includes(before))) files.push(found.file);
  }
  return files.sort((one, other) => likeness(other) - likeness(one));
}

/** What cannot be read is no report to hold another against; what takes too long is told. */
function unreadable(error: unknown): undefined {
  if (error instanceof Failure || (error instanceof Error && 'code' in error && !(error instanceof TooLong)))
    return undefined;
  throw error;
}
