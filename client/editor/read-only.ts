import { FilePermission, l10n, type TextDocument, workspace } from 'vscode';
import { baseName } from './names';
import { inform } from './say';

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
  void inform(
    l10n.t(
      '{0} is read-only and was not changed. Change the original file, or save a copy with “Nianbao: Export as Word Document” and change that.',
      baseName(uri),
    ),
  );
