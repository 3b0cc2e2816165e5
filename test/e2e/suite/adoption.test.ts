import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, window, workspace } from 'vscode';
import { errorsOf, fileUri, findingOf, openReport } from '../support/editor';
import { wrongText } from '../support/report';

const other = 'ini';

describe('a report that VS Code takes for something else', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is checked in a new document, and in the next one of the same name', async () => {
    const first = await newReport();
    const { uri } = first;
    await findingOf(uri, 'row-total');
    await languageBecomes(uri.toString(), 'plaintext');
    await window.showTextDocument(first);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const next = await newReport();
    assert.equal(next.uri.toString(), uri.toString(), 'the name is used again');
    await languageBecomes(uri.toString(), 'plaintext');
    await findingOf(uri, 'row-total');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is checked when it was saved without an ending', async () => {
    const document = await openReport('未写后缀的年度报告', await wrongText());
    await languages.setTextDocumentLanguage(document, other);
    await languageBecomes(document.uri.toString(), 'plaintext');
    await findingOf(document.uri, 'row-total');
  });

  it('keeps the language that users choose after that', async () => {
    const document = await openReport('另选语言.txt', await wrongText());
    await languages.setTextDocumentLanguage(document, other);
    await languageBecomes(document.uri.toString(), 'plaintext');
    await languages.setTextDocumentLanguage(document, other);
    const later = await openReport('又一份.txt', await wrongText());
    await languages.setTextDocumentLanguage(later, other);
    await languageBecomes(later.uri.toString(), 'plaintext');
    assert.equal(languageOf(document.uri.toString()), other);
  });

  it('leaves files alone whose name says what they are', async () => {
    const document = await openReport('样例.ts', await wrongText());
    const later = await newReport();
    await findingOf(later.uri, 'row-total');
    await languageBecomes(later.uri.toString(), 'plaintext');
    assert.notEqual(languageOf(document.uri.toString()), 'plaintext');
    assert.deepEqual(errorsOf(fileUri('样例.ts')), []);
    await window.showTextDocument(later);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function newReport(): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: other, content: await wrongText() });
  return (await window.showTextDocument(document)).document;
}

const languageOf = (uri: string): string | undefined =>
  workspace.textDocuments.find((each) => each.uri.toString() === uri)?.languageId;

/** Waits until a document has a language; fails where it never gets it. */
function languageBecomes(uri: string, wanted: string): Promise<void> {
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
