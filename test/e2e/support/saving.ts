import assert from 'node:assert/strict';
import { ConfigurationTarget, Range, type TextDocument, type Uri, window, workspace } from 'vscode';

/** What {@link insert} types. */
export const typed = '新加的一句。';

/** Waits. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Has VS Code save by itself, sooner than it usually does, or not. */
export const setAutoSave = async (how: string): Promise<void> => {
  const files = workspace.getConfiguration('files');
  await files.update('autoSaveDelay', 200, ConfigurationTarget.Workspace);
  await files.update('autoSave', how, ConfigurationTarget.Workspace);
};

/** Types at the beginning of a line. */
export async function insert(document: TextDocument, line: number): Promise<void> {
  const editor = await window.showTextDocument(document);
  assert.ok(await editor.edit((edit) => edit.insert(new Range(line, 0, line, 0).start, typed)));
}

/** Waits until a file has these bytes; fails with its first ones where it never does. */
export async function bytesBecome(uri: Uri, wanted: Uint8Array): Promise<void> {
  for (let tries = 0; Buffer.compare(await workspace.fs.readFile(uri), wanted) !== 0; tries++) {
    if (tries > 80) assert.equal(await beginning(uri), Buffer.from(wanted).subarray(0, 60).toString('hex'));
    await pause(250);
  }
}

const beginning = async (uri: Uri): Promise<string> =>
  Buffer.from(await workspace.fs.readFile(uri))
    .subarray(0, 60)
    .toString('hex');
