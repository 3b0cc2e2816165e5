import assert from 'node:assert/strict';
import { commands, languages, Range, type TextDocument, window } from 'vscode';
import {
  diagnosticsBecome,
  errorsOf,
  fileUri,
  findingOf,
  openReport,
  rangeOf,
  select,
  show,
} from '../support/editor';
import { brokenRow, brokenTotal, cleanReport, cleanText, wrongText } from '../support/report';

describe('checking', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('marks a wrong total at its digits', async () => {
    const document = await openReport('总计有误.txt', await wrongText());
    const found = await findingOf(document.uri, 'row-total');
    assert.deepEqual(found.range, rangeOf(document, brokenRow, brokenTotal));
    assert.match(found.message, /予以公开/);
    assert.ok((found.relatedInformation?.length ?? 0) > 0, 'the parts of the sum are named');
  });

  it('marks a digit as soon as it is typed, and clears it when it is taken back', async () => {
    const document = await openReport('键入.txt', await cleanText());
    select(rangeOf(document, brokenRow, brokenTotal));
    await commands.executeCommand('type', { text: '9' });
    const found = await findingOf(document.uri, 'row-total');
    assert.deepEqual(found.range, rangeOf(document, brokenRow, brokenTotal));
    assert.ok(document.isDirty, 'nothing was saved');
    await commands.executeCommand('undo');
    await diagnosticsBecome(document.uri, () => errorsOf(document.uri).length === 0);
  });

  it('finds no error in a clean report', async () => {
    const document = await show(fileUri(cleanReport));
    await answeredSince();
    assert.deepEqual(errorsOf(document.uri), []);
  });

  it('leaves text alone that is no report, until it becomes one', async () => {
    const document = await show(fileUri('随笔.txt'));
    await answeredSince();
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
    const editor = await window.showTextDocument(document);
    const report = await wrongText();
    await editor.edit((edit) => edit.replace(whole(document), report));
    const found = await findingOf(document.uri, 'row-total');
    assert.deepEqual(found.range, rangeOf(document, brokenRow, brokenTotal));
  });
});

/** Waits until something opened later has been checked: whatever was open before has had its turn. */
async function answeredSince(): Promise<void> {
  const later = await openReport('对照.txt', await wrongText());
  await findingOf(later.uri, 'row-total');
}

const whole = (document: TextDocument): Range =>
  document.validateRange(new Range(0, 0, document.lineCount, 0));
