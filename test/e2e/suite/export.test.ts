import assert from 'node:assert/strict';
import { commands, env, languages, TabInputText, window, workspace } from 'vscode';
import { readDocx } from '../../../server/documents/word/docx';
import { fileUri, openReport, readText, show } from '../support/editor';
import { accepted } from '../support/picking';
import { cleanReport, cleanText } from '../support/report';

describe('exporting', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('writes the JSON to a file beside the report', async () => {
    const document = await openReport('待导出.txt', await cleanText());
    const before = await jsonFiles();
    await commands.executeCommand('nianbao.exportJson', document.uri);
    const [file, ...others] = (await jsonFiles()).filter((name) => !before.includes(name));
    assert.ok(file && others.length === 0, 'one new file');
    const exported = JSON.parse(await readText(fileUri(file)));
    assert.equal(exported.schema, 'nianbao/report/2');
    assert.equal(exported.agency, '示例县水务局');
    assert.equal(exported.applications.results.granted.total, 8);
    assert.equal(exported.disputes.reconsideration.total, 1);
  });

  it('copies and previews the same bytes', async () => {
    const document = await show(fileUri(cleanReport));
    await commands.executeCommand('nianbao.previewJson', document.uri);
    const preview = window.visibleTextEditors.find((editor) => editor.document.uri.scheme === 'nianbao-json');
    assert.ok(preview, 'a preview is shown');
    assert.equal(JSON.parse(preview.document.getText()).year, 2023);
    await commands.executeCommand('nianbao.copyJson', document.uri);
    assert.equal(await env.clipboard.readText(), preview.document.getText());
  });

  it('opens the text with the preview where neither is open, as from the explorer', async () => {
    await commands.executeCommand('nianbao.openPreview', fileUri(cleanReport));
    await tabCalled(`预览 ${cleanReport}`);
    const [text, preview] = window.tabGroups.all.map(({ tabs }) => tabs[0]);
    assert.ok(text?.input instanceof TabInputText);
    assert.equal(text.input.uri.toString(), fileUri(cleanReport).toString());
    assert.equal(preview?.label, `预览 ${cleanReport}`);
  });

  it('keeps the preview when VS Code takes the text for another language', async () => {
    const document = await show(fileUri(cleanReport));
    await commands.executeCommand('nianbao.openPreview');
    await tabCalled(`预览 ${cleanReport}`);
    const other = await languages.setTextDocumentLanguage(document, 'plaintext');
    await languages.setTextDocumentLanguage(other, 'nianbao');
    // The answer of the server comes after all that the change of language has set off.
    await commands.executeCommand('nianbao.copyJson', document.uri);
    await tabCalled(`预览 ${cleanReport}`);
  });

  it('opens the preview beside the text, and writes it as a page', async () => {
    const { uri } = await show(fileUri(cleanReport));
    await commands.executeCommand('nianbao.openPreview');
    await tabCalled(`预览 ${cleanReport}`);
    const target = fileUri(cleanReport.replace('.txt', '核对表.html'));
    await commands.executeCommand('nianbao.exportPage', uri);
    assert.match(await readText(target), /<td[^>]*data-at=/);
    await workspace.fs.delete(target);
  });

  it('writes a document of a word processor, in the shape of the form', async () => {
    const { uri } = await show(fileUri(cleanReport));
    const target = fileUri(cleanReport.replace('.txt', '.docx'));
    await commands.executeCommand('nianbao.exportWord', uri);
    const { text } = readDocx(await workspace.fs.readFile(target));
    assert.match(text, /^（本列数据的勾稽关系为.*\t申请人情况/mu);
    await workspace.fs.delete(target);
  });

  it('asks what to export as, Word first, and writes that', async () => {
    const { uri } = await openReport('待选.txt', await cleanText());
    const target = fileUri('待选.docx');
    const isWritten = async () =>
      (await workspace.fs.readDirectory(fileUri('.'))).some(([name]) => name === '待选.docx');
    await accepted(commands.executeCommand('nianbao.exportAs', uri), isWritten);
    assert.equal(new TextDecoder().decode((await workspace.fs.readFile(target)).subarray(0, 2)), 'PK');
    await workspace.fs.delete(target);
  });
});

const jsonFiles = async (): Promise<readonly string[]> =>
  (await workspace.fs.readDirectory(fileUri('.')))
    .map(([name]) => name)
    .filter((name) => name.endsWith('.json'));

/** Waits until there is a tab with a name; fails with those that there are where it never comes. */
function tabCalled(name: string): Promise<void> {
  const labels = (): string[] => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      listener.dispose();
    };
    const look = (): void => {
      if (!labels().includes(name)) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`still ${labels().join('、')}`));
    }, 20_000);
    const listener = window.tabGroups.onDidChangeTabs(look);
    look();
  });
}
