import { workspace } from 'vscode';

/** The language of an open document now. */
export const languageOf = (uri: string): string | undefined =>
  workspace.textDocuments.find((each) => each.uri.toString() === uri)?.languageId;

/** Waits until a document has a language; fails where it never gets it. */
export function languageBecomes(uri: string, wanted: string): Promise<void> {
  if (languageOf(uri) === wanted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`still ${languageOf(uri)}`)), 20_000);
    const listener = workspace.onDidOpenTextDocument(() => {
      if (languageOf(uri) !== wanted) return;
      clearTimeout(timer);
      listener.dispose();
      resolve();
    });
  });
}
