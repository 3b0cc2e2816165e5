import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ObjectSchema } from '../agents/schema';
import type { Subject } from '../agents/subject';
import type { Answer, Input, Tool } from '../agents/tool';
import { answerTo, inputOf, readInput, tools } from '../agents/tools';
import { analyze } from '../analysis';
import { isRecognised } from '../report/report';
import { oneLine } from '../text/plain';
import { said, say } from '../text/say';
import type { Spoken } from '../tongues/tongues';
import { Failure } from '../workspace/failure';
import { filedIn } from '../workspace/filed';
import { type Limit, TooLong } from '../workspace/limit';
import { isDocument } from '../workspace/read';
import { reasonOf } from '../workspace/reason';
import { createIndex } from '../workspace/reports';
import { leadsOut } from '../workspace/write';
import type { Call } from './arguments/args';
import type { Asked } from './files/asked';
import { documentPlaces, placeInThese } from './files/document-places';
import { open, type Source, timeLimitOf } from './files/sources';
import { lastYearOf } from './last-year';
import type { Io } from './streams/io';

/** What an agent is offered, as the protocol has it. */
export interface Offer extends Pick<Tool, 'name' | 'title' | 'description'> {
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
}

/** What comes of a question: an answer, or in a sentence why there is none. */
export type Reply = { readonly answer: Answer } | { readonly refusal: string };

/** Answers the questions of agents about the reports in some folders; what they send is taken for what it may be. */
export interface Desk {
  readonly offers: readonly Offer[];
  /** Undefined where nothing is called so; rejects only for a fault of ours. */
  ask(name: string, sent: unknown): Promise<Reply | undefined>;
}

/** What knows how agents speak, and serves one that has started this process. */
export interface AgentServer {
  serveAgents(desk: Desk, spoken: Spoken): void;
}

type FileInput = Input & { readonly file?: string; readonly text?: string; readonly lastYear?: string };

/** What is needed to read for an agent. */
interface Reading {
  /** Where files may lie, as they are really called. */
  readonly folders: readonly string[];
  readonly limit: Limit;
  readonly io: Pick<Io, 'cwd' | 'input'>;
}

/** Makes the desk for the folders of a call, the current one where it names none; throws a Failure for what is no folder. */
export async function createDesk(call: Call, io: Io): Promise<Desk> {
  const named = call.operands.length > 0 ? call.operands : ['.'];
  const folders = await Promise.all(named.map((folder) => realFolder(path.resolve(io.cwd, folder), folder)));
  const reading = { folders, limit: timeLimitOf(call), io };
  return {
    offers: tools.map((tool) => ({
      ...{ name: tool.name, title: said(tool.title), description: said(tool.description) },
      inputSchema: inputOf(tool, 'files'),
      outputSchema: tool.answers,
    })),
    async ask(name, sent) {
      const tool = tools.find((each) => each.name === name);
      return tool && refusing(async () => answered(tool, readInput(inputOf(tool, 'files'), sent), reading));
    },
  };
}

async function realFolder(full: string, named: string): Promise<string> {
  const stat = await fs.stat(full).catch((error) => {
    throw new Failure(say`${named}：${reasonOf(error)}`);
  });
  if (!stat.isDirectory()) throw new Failure(say`${named}：不是文件夹`);
  return fs.realpath(full);
}

/** What an agent has sent may be named in what it is told. */
const mostSaid = 1000;

/** What was foreseen, or the file system says, is an answer; anything else is a fault of ours and stays one. */
async function refusing(work: () => Promise<Answer>): Promise<Reply> {
  try {
    return { answer: await work() };
  } catch (error) {
    const isForeseen =
      error instanceof Failure || error instanceof TooLong || (error instanceof Error && 'code' in error);
    if (isForeseen) return { refusal: oneLine(reasonOf(error)).slice(0, mostSaid) };
    throw error;
  }
}

async function answered(tool: Tool, input: FileInput, reading: Reading): Promise<Answer> {
  const subject = await subjectOf(tool, input, reading);
  return reading.limit(() => answerTo(tool, input, subject));
}

async function subjectOf(tool: Tool, input: FileInput, reading: Reading): Promise<Subject | undefined> {
  const { file, text, lastYear } = input;
  if (file !== undefined && text !== undefined) throw new Failure(say`file 和 text 只能给一个`);
  if (file === undefined && text === undefined) {
    if (tool.needsReport(input)) throw new Failure(say`请用 file 写明年报文件，或者用 text 给出全文`);
    return undefined;
  }
  const own = file !== undefined ? await fileAt(file, reading) : await textAs(text ?? '', reading);
  if (lastYear !== undefined) return subjectFrom(own, await fileAt(lastYear, reading));
  return subjectFrom(own, tool.needsLastYear ? await lastYearFound(own, input, reading) : undefined);
}

/** The report of the year before where the agent has not named it; undefined where there is no report to look for it. */
async function lastYearFound(
  { file, reports }: Source,
  { part = 1 }: FileInput,
  reading: Reading,
): Promise<Source | undefined> {
  const own = filedIn(file, reports)[part - 1];
  if (!own || !isRecognised(own.report)) return undefined;
  const { folders } = reading;
  return lastYearOf(own, {
    folders,
    async read(found) {
      const { real, folder } = await realIn(found, folders);
      const source = await open(
        { kind: 'file', file: real, named: false, folder },
        reading.io,
        reading.limit,
      );
      return source && { ...source, file: path.relative(folders[0] ?? '', found) };
    },
  });
}

function subjectFrom(own: Source, last: Source | undefined): Subject {
  const { file, content, reports } = own;
  const filed = filedIn(file, reports);
  const index = createIndex();
  if (last) {
    const recognised = filedIn(last.file, last.reports).filter(({ report }) => isRecognised(report));
    index.set(last.file, recognised);
  }
  const places = isDocument(content) && content.slots.length > 0 ? documentPlaces(content) : undefined;
  const wordsIn = places && placeInThese(new Map([[file, places]]));
  return {
    file,
    reports: filed.map(({ report }) => report),
    analyse(at) {
      const own = filed[at];
      if (!own) return undefined;
      const neighbours = index.neighboursOf(own);
      if (last && !neighbours?.lastYear)
        throw new Failure(say`${last.file}：不是同一机关上一年的年报，或者看不出是，没有对照`);
      return analyze(own.text, { report: own.report, origin: own.excerpt?.origin, neighbours });
    },
    wordsFor: wordsIn && ((line, character) => wordsIn(file, { line, character })),
  };
}

/** A message may have 10 MB, with six bytes for a character. */
const longestText = 1_000_000;

async function textAs(text: string, reading: Reading): Promise<Source> {
  if (text.length > longestText)
    throw new Failure(say`text 有 ${text.length} 字，太长；请存成文件，用 file 写明`);
  return source({ kind: 'record', file: 'text', text }, reading);
}

/** Reads a file that lies in one of the folders, wherever links lead; throws a Failure for any other. */
async function fileAt(named: string, reading: Reading): Promise<Source> {
  const { folders } = reading;
  try {
    const { real, folder } = await realIn(await placeOf(pathIn(named), folders), folders);
    const stat = await fs.stat(real);
    if (!stat.isFile())
      throw new Failure(stat.isDirectory() ? say`是文件夹，请写明文件` : say`不是普通文件，没有读取`);
    return { ...(await source({ kind: 'file', file: real, named: true, folder }, reading)), file: named };
  } catch (error) {
    if (
      error instanceof TooLong ||
      (error instanceof Error && !('code' in error) && !(error instanceof Failure))
    )
      throw error;
    throw new Failure(say`${named}：${reasonOf(error)}`);
  }
}

/** Where a path really leads, and in which of the folders that is; throws a Failure where it leads out of them. */
async function realIn(place: string, folders: readonly string[]) {
  const real = await fs.realpath(place);
  const folder = folders.find((each) => !leadsOut(path.relative(each, real)));
  if (folder === undefined)
    throw new Failure(say`在可以读的文件夹之外，没有读；启动时写明文件夹：nianbao mcp 文件夹`);
  return { real, folder };
}

/** The path that a name is: agents of editors give addresses as well. */
function pathIn(named: string): string {
  if (named.includes('\0')) throw new Failure(say`路径里有零字节`);
  return /^file:/iu.test(named) ? fileURLToPath(named) : named;
}

/** A relative path starts from the first folder that has it. */
async function placeOf(named: string, folders: readonly string[]): Promise<string> {
  const places = folders.map((folder) => path.resolve(folder, named));
  for (const place of places) if (await fs.lstat(place).catch(() => undefined)) return place;
  return places[0] ?? named;
}

async function source(asked: Asked, { io, limit }: Reading): Promise<Source> {
  const found = await open(asked, io, limit);
  if (!found) throw new Failure(say`不是年报`);
  return found;
}
