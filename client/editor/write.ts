import { FileSystemError, type Uri, ViewColumn, window, workspace } from 'vscode';

/** Says whether there is a file at `uri`; rejects where that cannot be told. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Leaves a text in a new document beside the active one, where it would be lost otherwise. */
export async function laidAside(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language: 'plaintext' });
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  });
}
