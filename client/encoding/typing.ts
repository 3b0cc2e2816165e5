import {
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { laidAside } from '../editor/write';
import { type Change, changed, endOf, linesOf, rebased } from './carry';

/** What is typed into a document from now on, or was before: it is gone whenever the document is read anew. */
export interface Typing extends Disposable {
  /**
   * The texts that the document had between the times that it had one of the known ones. Several where it was converted meanwhile, or
   * read anew from what was saved of it: each has in its way what was typed into those before.
   */
  readonly typed: readonly (readonly string[])[];
}

/** Follows the text of a document. */
export function heedTyping(document: TextDocument, known: readonly string[]): Typing {
  const typed: string[][] = [];
  let current: string[] | undefined;
  const look = (replaced: number): void => {
    const text = document.getText();
    if (known.some((each) => isSame(each, text))) {
      current = undefined;
      return;
    }
    if (!current) {
      current = [];
      typed.push(current);
    }
    // What replaces most of a text was not typed into it.
    if (replaced <= text.length / 2) current.pop();
    current.push(text);
  };
  look(0);
  const listener = workspace.onDidChangeTextDocument(({ document: changing, contentChanges }) => {
    if (changing === document) look(contentChanges.reduce((sum, { rangeLength }) => sum + rangeLength, 0));
  });
  return { typed, dispose: () => listener.dispose() };
}

/** Says whether two texts are the same but for what ends their lines. */
export const isSame = (a: string, b: string): boolean =>
  a === b || linesOf(a).join('\n') === linesOf(b).join('\n');

/**
 * Makes changes of a text that can be undone in a document that has it, wherever somebody types meanwhile, and puts the cursor behind the
 * last. Where VS Code does not make them, the changed text lies in a new document.
 */
export async function make(
  document: TextDocument,
  before: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const base = linesOf(before).join('\n');
  for (let tries = 0; tries < mostTries; tries++) {
    const now = linesOf(document.getText()).join('\n');
    const puts = rebased(base, now, changes);
    const edit = new WorkspaceEdit();
    for (const change of puts) edit.replace(document.uri, rangeOf(change), change.text);
    // VS Code makes no edit of a version that it has gone beyond, be it by reading the same anew.
    if (await isApplied(edit)) return putCursor(document, puts);
  }
  await laidAside(changed(before, changes, '\n'));
}

const mostTries = 50;

const isApplied = (edit: WorkspaceEdit): Promise<boolean> =>
  Promise.resolve(workspace.applyEdit(edit)).catch(() => false);

/** Behind what was put, where somebody who was typing it goes on. */
function putCursor(document: TextDocument, puts: readonly Change[]): void {
  const [only, another] = puts;
  const editor = window.activeTextEditor;
  if (!only || another || editor?.document !== document) return;
  const { line, character } = endOf(only);
  editor.selection = new Selection(line, character, line, character);
}

/** Answers what puts the cursor of a document back into its line: a text that is read anew leaves it at the end. */
export function keepingLine(document: TextDocument): () => void {
  const editorOf = () => window.visibleTextEditors.find((editor) => editor.document === document);
  const line = editorOf()?.selection.active.line;
  return () => {
    const editor = line === undefined ? undefined : editorOf();
    if (editor && line !== undefined) editor.selection = new Selection(line, 0, line, 0);
  };
}

const rangeOf = ({ start, end }: Change): Range =>
  new Range(start.line, start.character, end.line, end.character);
