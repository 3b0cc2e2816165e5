import assert from 'node:assert/strict';
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** The address of a file in the workspace folder. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** The text of a file in the workspace folder. */
export const readText = async (uri: Uri): Promise<string> =>
  new TextDecoder().decode(await workspace.fs.readFile(uri));

/** Writes a report into the workspace folder and opens it in the editor. */
export async function openReport(name: string, text: string): Promise<TextDocument> {
  const uri = fileUri(name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return show(uri);
}

/** Opens a file in the editor. */
export async function show(uri: Uri): Promise<TextDocument> {
  return (await window.showTextDocument(uri)).document;
}

/** The range of `needle` in the line that has `row` in it; fails where there is none. */
export function rangeOf(document: TextDocument, row: string, needle: RegExp): Range {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    const found = text.includes(row) ? needle.exec(text) : null;
    if (found) return new Range(line, found.index, line, found.index + found[0].length);
  }
  return assert.fail(`no ${needle} in a line with ${row}`);
}

/** Selects a range of the active editor, as a user about to type over it. */
export function select(range: Range): void {
  const editor = window.activeTextEditor;
  assert.ok(editor, 'an editor is active');
  editor.selection = new Selection(range.start, range.end);
}

/** The errors that stand against a document now. */
export const errorsOf = (uri: Uri): readonly Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ severity }) => severity === DiagnosticSeverity.Error);

/** The id of the rule behind a diagnostic. */
export const ruleOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Waits until a rule has found something in a document, and answers what. */
export async function findingOf(uri: Uri, rule: string): Promise<Diagnostic> {
  const found = (all: readonly Diagnostic[]) => all.find((each) => ruleOf(each) === rule);
  return found(await diagnosticsBecome(uri, (all) => found(all) !== undefined)) ?? assert.fail(rule);
}

/** Waits until the diagnostics of a document are as wanted; fails with those that there are where they never are. */
export async function diagnosticsBecome(
  uri: Uri,
  wanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const current = (): readonly Diagnostic[] => languages.getDiagnostics(uri);
  if (wanted(current())) return current();
  let listener: Disposable | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      listener = languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((each) => each.toString() === uri.toString()) && wanted(current())) resolve();
      });
      timer = setTimeout(() => reject(new Error(`still ${JSON.stringify(current().map(shown))}`)), 20_000);
    });
  } finally {
    listener?.dispose();
    clearTimeout(timer);
  }
  return current();
}

const shown = (diagnostic: Diagnostic): string =>
  `${ruleOf(diagnostic)} ${diagnostic.range.start.line}:${diagnostic.range.start.character} ${diagnostic.message}`;
