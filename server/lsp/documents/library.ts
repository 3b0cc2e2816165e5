import type { CancellationToken } from 'vscode-languageserver';
import { reportsIn } from '../../parse/reports-in-text';
import { largestReport, looksLikeReport } from '../../parse/view/detect';
import type { Filed } from '../../report/neighbours';
import { isRecognised } from '../../report/report';
import { clauses } from '../../report/told';
import { said } from '../../text/say';
import { big5Report, isInBig5 } from '../../workspace/decode';
import { filedIn } from '../../workspace/filed';
import { type Content as FileContent, isDocument, type Means, readBytes } from '../../workspace/read';
import { reasonOf } from '../../workspace/reason';
import type { Files } from '../machine/files';
import { createPace } from '../machine/pace';
import { below, pathFrom } from '../protocol/uri';
import type { Documents } from './documents';
import { type Reports, textOf } from './reports';
import { isWanted, type Wanted } from './wanted';

/** What is in a file: a report, something else, or nobody knows, and why. */
type Kind = 'report' | 'other' | { readonly reason: string };

/** Told of every file before it is read: how many were, and of how many. */
export type Progress = (done: number, total: number, name: string) => void;

/** The reports in the files of the workspace's folders. Files that are open are left alone: what is open counts. */
export interface Library {
  /** The folders, by their names. */
  readonly folders: Set<string>;
  /** The files that were looked at, by their names. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Reads all folders; where that is under way already, waits for it. Answers early when it is cancelled. */
  read(progress: Progress, token?: CancellationToken): Promise<void>;
  /** Reads a file again. One that is not wanted, or in none of the folders, is forgotten. */
  reread(name: string): Promise<void>;
  /** Forgets a file, or all files of what was a folder. */
  forget(name: string): void;
}

interface Sources {
  readonly documents: Documents;
  readonly reports: Reports;
  readonly wanted: Wanted;
  readonly files: Files | undefined;
  readonly means: Means;
  readonly folders: Set<string>;
}

/** Knows the folders and reads nothing yet. Without `files` it never does. */
export function libraryOf(sources: Sources): Library {
  const { folders, wanted, files, reports } = sources;
  const shelf = shelfOf(sources);
  const listeners = new Set<Progress>();
  let running: Promise<void> | undefined;
  let isComplete = false;

  const tell: Progress = (...news) => {
    for (const listener of listeners) listener(...news);
  };
  return {
    folders,
    kinds: shelf.kinds,
    async read(progress, token) {
      const isCancelled = (): boolean => token?.isCancellationRequested === true;
      listeners.add(progress);
      try {
        const waited = running !== undefined;
        await (running && Promise.race([running, cancellation(token)]));
        // What was under way may have been cancelled by whoever began it.
        if (!files || isCancelled() || running || (waited && isComplete)) return;
        running = reports.changing(async () => {
          isComplete = await readAll({ ...sources, files, shelf, tell, isCancelled });
        });
        await running.finally(() => {
          running = undefined;
        });
      } finally {
        listeners.delete(progress);
      }
    },
    async reread(name) {
      const place = files && (await placeOf(name, reached(files, folders), wanted));
      if (place) await shelf.take(files, place);
      else shelf.drop(name);
    },
    forget: shelf.forget,
  };
}

const none: ReadonlySet<string> = new Set();

/** Where a file lies that is wanted; undefined for any other. */
async function placeOf(name: string, folders: Iterable<string>, wanted: Wanted): Promise<Place | undefined> {
  for (const folder of folders) {
    const path = pathFrom(folder, name);
    if (path === undefined) continue;
    const selection = await wanted.in(folder);
    // What is included needs no asking.
    const remembered = selection.wants(path) ? none : await wanted.remembered();
    if (isWanted(selection, { path, name }, remembered)) return { name, folder };
  }
  return undefined;
}

/** Takes files in and puts them away, one at a time. */
interface Shelf {
  readonly kinds: Map<string, Kind>;
  /** Reads a file that is not open. */
  take(files: Files, place: Place): Promise<void>;
  /** Forgets a file; what is open stays. */
  drop(name: string): void;
  /** Forgets a file, or all files of what was a folder. */
  forget(name: string): void;
}

function shelfOf({ documents, reports, means }: Sources): Shelf {
  const kinds = new Map<string, Kind>();
  const drop = (name: string): void => {
    kinds.delete(name);
    if (!documents.uriOf(name)) reports.change(name, () => void reports.index.remove(name));
  };
  return {
    kinds,
    async take(files, { name, folder }) {
      if (documents.uriOf(name)) return void kinds.set(name, 'report');
      const content = await contentOf(files, { name, folder, means }, textOf(reports.index.get(name)));
      // While it was read it may have been opened.
      if (content === 'unchanged' || documents.uriOf(name)) return void kinds.set(name, 'report');
      kinds.set(name, content.kind);
      reports.change(name, () => {
        if ('filed' in content) reports.fileRead(name, content.filed);
        else reports.index.remove(name);
      });
    },
    drop,
    forget(name) {
      const gone = [...kinds.keys()].filter((each) => each === name || each.startsWith(`${name}/`));
      for (const each of gone) drop(each);
    },
  };
}

interface Round extends Sources {
  readonly files: Files;
  readonly shelf: Shelf;
  readonly tell: Progress;
  readonly isCancelled: () => boolean;
}

/** Reads all files of all folders; answers whether it came to the end. */
async function readAll({ files, folders, wanted, shelf, tell, isCancelled }: Round): Promise<boolean> {
  const pace = createPace();
  const places: Place[] = [];
  const seen = new Set<string>();
  for await (const found of listed(files, folders, wanted)) {
    if (isCancelled()) return false;
    seen.add(found.name);
    if (found.reason === undefined) places.push(found);
    else shelf.kinds.set(found.name, { reason: found.reason });
    await pace();
  }
  for (const [done, place] of places.entries()) {
    if (isCancelled()) return false;
    tell(done, places.length, place.name);
    await shelf.take(files, place);
    await pace();
  }
  for (const name of [...shelf.kinds.keys()]) if (!seen.has(name)) shelf.drop(name);
  return true;
}

interface Place {
  readonly name: string;
  readonly folder: string;
}

const reached = (files: Files, folders: Iterable<string>): readonly string[] =>
  [...folders].filter((folder) => files.reaches(folder));

/** The files of the folders that may be reports, and the folders that cannot be looked into. */
async function* listed(
  files: Files,
  folders: Iterable<string>,
  wanted: Wanted,
): AsyncGenerator<Place & { readonly reason?: string }> {
  const remembered = await wanted.remembered();
  for (const folder of reached(files, folders)) {
    const selection = await wanted.in(folder);
    for await (const { below: path, reason } of files.list(folder, selection.enters)) {
      const name = path === '' ? folder : below(folder, path);
      if (reason !== undefined) yield { name, folder, reason };
      else if (isWanted(selection, { path, name }, remembered)) yield { name, folder };
    }
  }
}

type Content = { readonly kind: 'report'; readonly filed: readonly Filed[] } | { readonly kind: Kind };

/** Larger files are no reports, in whichever encoding. */
const mostBytes = 4 * largestReport;

/** What is in a file; where that is what it was `before`, it is not looked at again. */
async function contentOf(
  files: Files,
  { name, folder, means }: Place & { readonly means: Means },
  before: string | undefined,
): Promise<Content | 'unchanged'> {
  try {
    const bytes = await files.read(name, folder, mostBytes);
    if (!bytes) return { kind: 'other' };
    const content = await readBytes(name, bytes, means);
    if ('reason' in content)
      return { kind: { reason: clauses([said(content.reason), said(content.remedy)]) } };
    return means.limit(() => readAs({ name, bytes, content }, before));
  } catch (error) {
    return { kind: { reason: reasonOf(error) } };
  }
}

interface Read {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly content: FileContent;
}

function readAs({ name, bytes, content }: Read, before: string | undefined): Content | 'unchanged' {
  const { text } = content;
  if (text === before) return 'unchanged';
  if (!looksLikeReport(text)) {
    const isBig5 = !isDocument(content) && isInBig5(bytes, content, looksLikeReport);
    return { kind: isBig5 ? { reason: said(big5Report) } : 'other' };
  }
  const filed = filedIn(name, reportsIn(text));
  return filed.some(({ report }) => isRecognised(report)) ? { kind: 'report', filed } : { kind: 'other' };
}

const cancellation = (token: CancellationToken | undefined): Promise<void> =>
  new Promise((resolve) => void token?.onCancellationRequested(() => resolve()));
