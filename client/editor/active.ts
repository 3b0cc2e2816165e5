import { type Disposable, type TextDocument, window } from 'vscode';

/** The document that commands are about where nothing else is said. */
export interface Active extends Disposable {
  /** That of the active editor; where a page has the focus (first steps, a preview) the one that was active last and is still open. */
  readonly document: TextDocument | undefined;
}

/** Follows the active editor from now on. */
export function followActive(): Active {
  let last = window.activeTextEditor?.document;
  const listener = window.onDidChangeActiveTextEditor((editor) => {
    if (editor) last = editor.document;
  });
  return {
    get document() {
      return window.activeTextEditor?.document ?? (last?.isClosed ? undefined : last);
    },
    dispose: () => listener.dispose(),
  };
}
