import { FilePermission, type TextDocument, window, workspace } from 'vscode';
import { baseName } from './names';

/**
 * Says whether a document is of a file that is only read. VS Code keeps typing away from such a text, but not the edits that are made by a
 * command or chosen in the list of problems: it would show what is in no file, and never save it.
 */
export async function isReadOnly({ uri, isUntitled }: TextDocument): Promise<boolean> {
  if (isUntitled) return false;
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch {
    // Of one that is gone, or never was on a disk, there is nothing that could not be overwritten.
    return false;
  }
}

/** Tells users why nothing is changed in a document. */
export const tellReadOnly = ({ uri }: TextDocument): void =>
  void window.showInformationMessage(
    `${baseName(uri)} 只读，没有改动。请在原来的文件里改；或者用“年报: 导出为 Word”另存一份，在那一份里改。`,
  );
