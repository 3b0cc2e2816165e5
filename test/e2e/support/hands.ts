import { commands, type Uri, workspace } from 'vscode';
import { fileUri, readText } from './editor';

/** What only a user's hands can do: scripts/e2e.mjs does it in the page when it sees this mark in the log. */
const mark = '[hands]';

/** Has a user copy a piece of a page elsewhere and press Ctrl+V here, where the cursor is. */
export const pasteHtml = (html: string, plain: string): void =>
  console.log(`${mark}${JSON.stringify({ html, plain })}`);

/** Has a user click the item of the status bar that has these words in it, once it is there. */
export const clickStatus = (words: string): void =>
  console.log(`${mark}${JSON.stringify({ status: words })}`);

/** Has a user say that the folder is to be trusted, where it is not yet: behind a server each is in Restricted Mode at first. */
export async function trustFolder(): Promise<void> {
  if (workspace.isTrusted) return;
  const trusted = new Promise<void>((resolve) => workspace.onDidGrantWorkspaceTrust(() => resolve()));
  await commands.executeCommand('workbench.trust.manage');
  console.log(`${mark}${JSON.stringify({ trust: true })}`);
  await trusted;
  await commands.executeCommand('workbench.action.closeActiveEditor');
}

/** Has a user open the context menu of a file in the explorer, and in it a submenu, and take a command there. */
export const takeFromExplorer = (file: string, menu: string, command: string): void =>
  console.log(`${mark}${JSON.stringify({ file, menu, command })}`);

/** Waits until a user sees these words in the status bar; fails where none does. */
export const seenInStatus = async (seen: string): Promise<void> => void (await noted({ seen }));

/** Waits until no user sees these words in the status bar; fails where one still does. */
export const goneFromStatus = async (unseen: string): Promise<void> => void (await noted({ unseen }));

/** Waits until a user sees these words in a list to choose from, and answers what is in it; fails where none does. */
export const seenInList = (listed: string): Promise<string> => noted({ listed });

/** Waits until a user sees these words in the preview; fails where none does. */
export const seenInPreview = async (previewed: string): Promise<void> => void (await noted({ previewed }));

/** Has a user press keys, one by one, at a table of the preview, counted from 0; answers what is read out of the whole then. */
export const walkPreview = (walked: number, keys: readonly string[]): Promise<string> =>
  noted({ walked, keys });

/** Waits until a user sees a file in the explorer marked with a number; fails where none does. */
export const seenMarked = async (marked: string): Promise<void> => void (await noted({ marked }));

/** Has a user take a button of the message with these words, once it is there; answers all the messages that are seen with it. */
export async function takeFromMessage(message: string, button: string): Promise<readonly string[]> {
  // Among several messages one need not be shown by itself; and while their list is open none is.
  await commands.executeCommand('notifications.showList');
  const seen = JSON.parse(await noted({ message, button }));
  await commands.executeCommand('notifications.hideList');
  return seen;
}

/** Waits for what a user notes in a file; fails where that does not come. */
async function noted(asked: Readonly<Record<string, string | number | readonly string[]>>): Promise<string> {
  const note = fileUri('.seen');
  console.log(`${mark}${JSON.stringify({ ...asked, file: note.fsPath })}`);
  for (let tries = 0; !(await isThere(note)); tries++) {
    if (tries > 80) throw new Error(`nobody sees ${JSON.stringify(asked)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const text = await readText(note);
  await workspace.fs.delete(note);
  return text;
}

const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
