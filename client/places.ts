import { commands, type Disposable, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import type { ReadingRange } from '../server/lsp/messages';

/** The command by which the server's offers lead to a place; not in the palette. */
export const showCommand = 'nianbao.showPlace';

/** Makes the command: it opens the document, puts the cursor at the place and shows it in the middle. */
export const registerShowing = (): Disposable =>
  commands.registerCommand(showCommand, async (uri: string, { start, end }: ReadingRange) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    const editor = await window.showTextDocument(Uri.parse(uri));
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  });
