import { commands, type Disposable, type ExtensionContext, Uri, workspace } from 'vscode';

/** The files of the workspace that have been recognised as reports, whatever they are called. */
export interface KnownReports extends Disposable {
  /** Their addresses, as the server knows files. */
  uris(): readonly string[];
  /** Takes note of whether a file is a report; of no document that has none yet. */
  learn(uri: Uri, isReport: boolean): Promise<void>;
}

const key = 'nianbao.reports';
/** More are not told apart in a menu. */
const most = 2000;

/** The addresses that a path may be that of: it was told in some folder of the workspace. */
const addressesOf = (path: string): readonly string[] => {
  const file = Uri.file(path);
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme !== 'file');
  return [file, ...folders.map(({ uri }) => uri.with({ path: file.path }))].map(String);
};

/** Those that were recognised before; menus know them by the context of this name. Forgets what is deleted or moved here. */
export function knownReports({ workspaceState }: ExtensionContext): KnownReports {
  const paths = new Set(workspaceState.get<readonly string[]>(key));
  const tell = async (): Promise<void> => {
    const all = [...paths].slice(-most);
    await commands.executeCommand('setContext', key, all);
    await workspaceState.update(key, all);
  };
  const forget = async (uris: readonly Uri[]): Promise<void> => {
    const gone = uris.filter(({ fsPath }) => paths.delete(fsPath));
    if (gone.length > 0) await tell();
  };
  void tell();
  const listeners = [
    workspace.onDidDeleteFiles(({ files }) => forget(files)),
    workspace.onDidRenameFiles(({ files }) => forget(files.map(({ oldUri }) => oldUri))),
  ];
  return {
    uris: () => [...paths].flatMap(addressesOf),
    async learn(uri, isReport) {
      if (uri.scheme === 'untitled' || isReport === paths.has(uri.fsPath)) return;
      if (isReport) paths.add(uri.fsPath);
      else paths.delete(uri.fsPath);
      await tell();
    },
    dispose: () => {
      for (const listener of listeners) listener.dispose();
    },
  };
}
