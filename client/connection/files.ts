import { FileSystemError, FileType, l10n, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64Of, bytesOf } from '../../server/lsp/messages/bytes';
import * as messages from '../../server/lsp/messages/files';
import { messageOf } from '../editor/log';

/** Answers the server about files that it cannot reach itself, wherever VS Code has them from. */
export function reachFiles(client: BaseLanguageClient): void {
  client.onRequest(messages.readFolder, (params: messages.FileParams) => refusing(() => folder(params)));
  client.onRequest(messages.readFile, (params: messages.ReadFileParams) => refusing(() => file(params)));
  client.onRequest(messages.replaceFile, (params: messages.ReplaceFileParams) =>
    refusing(() => replaced(params)),
  );
}

async function folder({ uri }: messages.FileParams): Promise<messages.FolderContent> {
  const entries = await workspace.fs.readDirectory(placeOf(uri));
  const namesOf = (wanted: FileType): string[] =>
    entries.filter(([, type]) => type === wanted).map(([name]) => name);
  return { files: namesOf(FileType.File), folders: namesOf(FileType.Directory) };
}

async function file({
  uri,
  folder: within,
  most = Number.POSITIVE_INFINITY,
}: messages.ReadFileParams): Promise<messages.FileContent> {
  const place = placeOf(uri);
  if (within !== undefined && !(await liesIn(place, placeOf(within)))) return { bytes: null };
  if ((await workspace.fs.stat(place)).size > most) return { bytes: null };
  const bytes = await workspace.fs.readFile(place);
  return { bytes: bytes.length > most ? null : base64Of(bytes) };
}

/** VS Code writes a file whole or not at all where its place can do that; elsewhere nobody can. */
async function replaced(params: messages.ReplaceFileParams): Promise<messages.FileRefusal | null> {
  const place = placeOf(params.uri);
  if (params.before !== null && base64Of(await workspace.fs.readFile(place)) !== params.before)
    return {
      refusal: l10n.t(
        'Another program has just changed the file, and nothing was written; please open it again',
      ),
    };
  await workspace.fs.writeFile(place, bytesOf(params.bytes));
  return null;
}

/** The server names folders without the slash at their end, also the topmost. */
function placeOf(name: string): Uri {
  const uri = Uri.parse(name);
  return uri.path === '' ? uri.with({ path: '/' }) : uri;
}

/** Says whether a file lies in a folder with no link on the way from there; rejects where there is no such file. */
async function liesIn(uri: Uri, { path }: Uri): Promise<boolean> {
  const root = path.endsWith('/') ? path : `${path}/`;
  const names = uri.path.slice(root.length).split('/');
  if (!uri.path.startsWith(root) || names.includes('..')) return false;
  const onTheWay = names.map((_, depth) =>
    workspace.fs.stat(uri.with({ path: root + names.slice(0, depth + 1).join('/') })),
  );
  const types = (await Promise.all(onTheWay)).map(({ type }) => type);
  return types.every(
    (type, depth) => type === (depth < names.length - 1 ? FileType.Directory : FileType.File),
  );
}

const reasons: Readonly<Record<string, () => string>> = {
  FileNotFound: () => l10n.t('There is no such file or folder'),
  FileExists: () => l10n.t('It exists already'),
  FileIsADirectory: () => l10n.t('It is a folder'),
  FileNotADirectory: () => l10n.t('A part of the path is no folder'),
  NoPermissions: () => l10n.t('It is not permitted'),
  Unavailable: () => l10n.t('It cannot be read now; please try again later'),
};

async function refusing<T>(work: () => Promise<T>): Promise<T | messages.FileRefusal> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof FileSystemError ? error.code : '';
    return { refusal: reasons[code]?.() ?? messageOf(error) };
  }
}
