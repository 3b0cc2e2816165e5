import {
  CancellationToken,
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type InitializeParams,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { say } from '../../text/say';
import type { Feature, Host } from '../documents/host';
import { textOf } from '../documents/reports';
import { createPace } from '../machine/pace';
import { folderName, nameOf } from '../protocol/uri';

/** The names of the folders that a client opens. */
export function foldersIn({ workspaceFolders, rootUri }: InitializeParams): Set<string> {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  return new Set(uris.map(folderName));
}

/** Keeps what is known of the workspace's reports up to date; reads none of them before the first report is opened. */
export const watching: Feature = (host) => {
  const reading = readingOf(host);
  followDocuments(host, reading);
  followFiles(host, reading);
  watchFiles(host, reading);
  if (!host.client.workspaceFolders) return {};
  host.whenReady(() => followFolders(host, reading));
  return { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } };
};

/** The folders being read, in the background. */
interface Reading {
  /** Whether it was begun: before that nobody asked for any other report. */
  readonly isBegun: boolean;
  /** Reads all folders, the first time or again. */
  begin(): void;
}

/** So many files are read before anyone notices; more are worth telling of. */
const fewFiles = 200;

function readingOf({ connection, client, library, guard }: Host): Reading {
  let isBegun = false;
  const read = guard.always('workspace', async () => {
    const source = new CancellationTokenSource();
    let shown: Promise<WorkDoneProgressServerReporter> | undefined;
    const show = async (): Promise<WorkDoneProgressServerReporter> => {
      const progress = await connection.window.createWorkDoneProgress();
      progress.begin(say`读取工作区的年报`, 0, undefined, true);
      progress.token.onCancellationRequested(() => source.cancel());
      return progress;
    };
    try {
      await library.read((done, total) => {
        if (!client.showsProgress || total < fewFiles || done % 20 > 0) return;
        shown ??= show();
        void shown.then((progress) => progress.report((100 * done) / total, `${done}/${total}`));
      }, source.token);
    } finally {
      (await shown)?.done();
    }
  });
  return {
    get isBegun() {
      return isBegun;
    },
    begin() {
      isBegun = true;
      // What goes wrong is in the log.
      read(undefined, CancellationToken.None).catch(() => undefined);
    },
  };
}

/** What is open counts as it was saved last; what is closed as it is on the disk. */
function followDocuments({ documents, library, reports, guard }: Host, reading: Reading): void {
  const look = guard.always('workspace', async ({ uri }: { readonly uri: string }) => {
    const name = nameOf(uri);
    const before = textOf(reports.index.get(name));
    const text = documents.get(uri)?.getText();
    const opened = await documents.open(uri);
    // What was typed meanwhile counts when it is saved.
    if (opened?.document.getText() === text && before !== text) reports.touch(name);
  });
  // What is typed may become the first report.
  const wake = guard.always('workspace', async ({ uri }: { readonly uri: string }) => {
    if ((await documents.open(uri)) && !reading.isBegun) reading.begin();
  });
  const save = guard.always('workspace', async ({ uri }: { readonly uri: string }) => {
    await documents.open(uri);
    reports.touch(nameOf(uri));
  });
  const close = guard.always('workspace', async ({ uri }: { readonly uri: string }) => {
    await library.reread(nameOf(uri));
    reports.touch(nameOf(uri));
  });
  const then =
    (work: typeof look) =>
    ({ document: { uri } }: { readonly document: { readonly uri: string } }): void =>
      void work({ uri }, CancellationToken.None).catch(() => undefined);
  documents.all.onDidOpen(then(look));
  documents.all.onDidChangeContent((event) => {
    if (!reading.isBegun) then(wake)(event);
  });
  documents.all.onDidSave(then(save));
  documents.all.onDidClose(then(close));
}

/** Files that change on the disk are read again, one after another. */
function followFiles({ connection, library, reports, settings, guard }: Host, reading: Reading): void {
  const waiting = new Map<string, FileChangeType>();
  let isBusy = false;
  const work = guard.always('workspace', () =>
    reports.changing(async () => {
      const pace = createPace();
      for (const [name, type] of waiting) {
        waiting.delete(name);
        if (type === FileChangeType.Deleted) library.forget(name);
        else await library.reread(name);
        await pace();
      }
    }),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) settings.fileChanged(nameOf(uri));
    if (!reading.isBegun) return;
    for (const { uri, type } of changes) waiting.set(nameOf(uri), type);
    if (isBusy) return;
    isBusy = true;
    work(undefined, CancellationToken.None)
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  });
}

/** Asks the client to tell of the files that users want, and reads anew where others are wanted now. */
function watchFiles(host: Host, reading: Reading): void {
  const { connection, whenReady, client, library, settings, wanted, guard } = host;
  let watched = '';
  let registration: Promise<Disposable> | undefined;
  const register = guard.always('workspace', async () => {
    const patterns = await wanted.patterns(library.folders);
    if (!client.registersWatchers || patterns.join('\n') === watched) return;
    watched = patterns.join('\n');
    const last = registration;
    const watchers = patterns.map((globPattern) => ({ globPattern }));
    registration = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    (await last)?.dispose();
  });
  const follow = (): void => void register(undefined, CancellationToken.None).catch(() => undefined);
  whenReady(follow);
  settings.onDidChange(() => {
    follow();
    if (reading.isBegun) reading.begin();
  });
}

function followFolders({ connection, library }: Host, reading: Reading): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) {
      library.folders.delete(folderName(uri));
      library.forget(folderName(uri));
    }
    for (const { uri } of added) library.folders.add(folderName(uri));
    if (added.length > 0 && reading.isBegun) reading.begin();
  });
}
