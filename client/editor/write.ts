import { FileSystemError, Uri, ViewColumn, window, workspace } from 'vscode';
import { baseName } from './names';

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

/**
 * Writes a file whole or not at all: first beside its place, then into it. Rejects where either fails; the old file is then
 * as it was, or, should it be gone already, the new one lies beside its place and the error says where.
 */
export async function writeWhole(target: Uri, content: Uint8Array | string): Promise<void> {
  const name = baseName(target);
  const partial = Uri.joinPath(target, '..', `.${name}.${Date.now().toString(36)}.tmp`);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const hadOld = await exists(target);
  try {
    await workspace.fs.writeFile(partial, bytes);
    await workspace.fs.rename(partial, target, { overwrite: true });
  } catch (error) {
    if (hadOld && !(await exists(target)))
      throw new Error(`内容已写入 ${partial.path}，但未能改名：${error}`);
    await workspace.fs.delete(partial).then(undefined, () => undefined);
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
