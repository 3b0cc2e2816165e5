import assert from 'node:assert/strict';
import { commands, env, window, workspace } from 'vscode';
import { fileUri, openReport, readText, show } from '../support/editor';
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
});

const jsonFiles = async (): Promise<readonly string[]> =>
  (await workspace.fs.readDirectory(fileUri('.')))
    .map(([name]) => name)
    .filter((name) => name.endsWith('.json'));
