import { type Uri, workspace } from 'vscode';
import { fileUri } from './editor';

/** What only a user's hands can do: scripts/e2e.mjs does it in the page when it sees this mark in the log. */
const mark = '[hands]';

/** Has a user copy a piece of a page elsewhere and press Ctrl+V here, where the cursor is. */
export const pasteHtml = (html: string, plain: string): void =>
  console.log(`${mark}${JSON.stringify({ html, plain })}`);

/** Has a user click the item of the status bar that has these words in it, once it is there. */
export const clickStatus = (words: string): void =>
  console.log(`${mark}${JSON.stringify({ status: words })}`);

/** Has a user open the context menu of a file in the explorer, and in it a submenu, and take a command there. */
export const takeFromExplorer = (file: string, menu: string, command: string): void =>
  console.log(`${mark}${JSON.stringify({ file, menu, command })}`);

/** Waits until a user sees these words in the status bar, who notes it in a file; fails where none does. */
export const seenInStatus = (seen: string): Promise<void> => noted({ seen });

/** Waits until a user sees a file in the explorer marked with a number; fails where none does. */
export const seenMarked = (marked: string): Promise<void> => noted({ marked });

async function noted(asked: Readonly<Record<string, string>>): Promise<void> {
  const note = fileUri('.seen');
  console.log(`${mark}${JSON.stringify({ ...asked, file: note.fsPath })}`);
  for (let tries = 0; !(await isThere(note)); tries++) {
    if (tries > 80) throw new Error(`nobody sees ${JSON.stringify(asked)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await workspace.fs.delete(note);
}

const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
