import {
  commands,
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { ReadingRange } from '../../server/lsp/messages/messages';
import { clientUri } from './word-uri';

/** The command by which the server's offers lead to a place; not in the palette. */
export const showCommand = 'nianbao.showPlace';

/** Makes the command: it opens the document, puts the cursor at the place and shows it in the middle. */
export const registerShowing = (): Disposable =>
  commands.registerCommand(showCommand, async (uri: string, range: ReadingRange) =>
    showRange(await workspace.openTextDocument(clientUri(uri)), range),
  );

/** A range as VS Code counts. */
export const rangeOf = ({ start, end }: ReadingRange): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** Shows a document, in a column where one is given, with a range of it selected and in the middle. */
export async function showRange(
  document: TextDocument,
  place: ReadingRange,
  viewColumn?: ViewColumn,
): Promise<void> {
  const range = rangeOf(place);
  const editor = await window.showTextDocument(document, { ...(viewColumn && { viewColumn }) });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
