import assert from 'node:assert/strict';
import { utils, write } from '@e965/xlsx';
import { commands, env, Range, type TextDocument, UIKind, type Uri, window, workspace } from 'vscode';
import { readDocx } from '../../../server/documents/word/docx';
import oldWord from '../../core/documents/fixtures/old-word.doc';
import pdf from '../../core/documents/fixtures/report.pdf';
import { diagnosticsBecome, fileUri, findingOf, openReport, ruleOf, select } from '../support/editor';
import { wrongText } from '../support/report';

const report = '示例县水务局2023年政府信息公开工作年度报告';

describe('in a browser', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('there is no Node, and the folder is on no disk', () => {
    assert.equal(env.uiKind, UIKind.Web);
    assert.equal(env.remoteName, undefined);
    assert.equal(
      typeof (globalThis as { readonly process?: { readonly pid: number } }).process?.pid,
      'undefined',
    );
    assert.equal(fileUri('x').scheme, 'memfs');
  });

  it('the server is started again, in another worker', async () => {
    const { uri } = await openReport('重来.txt', await wrongText());
    await findingOf(uri, 'row-total');
    await commands.executeCommand('nianbao.restartServer');
    select(new Range(0, 0, 0, 0));
    await commands.executeCommand('type', { text: '\n' });
    const { range } = await findingOf(uri, 'row-total');
    assert.ok(range.start.line > 0);
    await commands.executeCommand('workbench.action.files.revert');
    await workspace.fs.delete(uri);
  });

  it('a Word document of the virtual workspace is opened as text, checked, mended and saved', async () => {
    const text = await openReport('原稿.txt', await wrongText());
    await commands.executeCommand('nianbao.exportWord', text.uri);
    const file = fileUri('原稿.docx');
    const document = await opened(file, 'nianbao.word');
    assert.equal(document.uri.scheme, 'nianbao-word');
    const { range } = await findingOf(document.uri, 'row-total');
    assert.equal(document.getText(range), '9');
    select(range);
    await commands.executeCommand('type', { text: '8' });
    await diagnosticsBecome(document.uri, (all) => all.every((each) => ruleOf(each) !== 'row-total'));
    assert.ok(await document.save());
    assert.match(readDocx(await workspace.fs.readFile(file)).text, /予以公开\t[\d\t]*\t8$/mu);
    await workspace.fs.delete(file);
    await workspace.fs.delete(text.uri);
  });

  for (const [ending, bytes, text] of [
    ['pdf', pdf, /^四、结转下年度继续办理\t\t\t\d/mu],
    ['doc', oldWord, /\S/u],
    ['xls', workbook(), /^本年新收\t3$/mu],
  ] as const)
    it(`a .${ending} is read in a worker of its own, or as all others are`, async () => {
      const file = fileUri(`${report}.${ending}`);
      await workspace.fs.writeFile(file, bytes);
      const document = await opened(file, 'nianbao.anyWord');
      assert.match(document.getText(), text);
      await workspace.fs.delete(file);
    });
});

function workbook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['本年新收', 3]]), '表三');
  return new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }));
}

/** Opens a file as text, and answers what is shown of it. */
async function opened(file: Uri, editor: string): Promise<TextDocument> {
  await commands.executeCommand('vscode.openWith', file, editor);
  for (let tries = 0; ; tries++) {
    const document = window.activeTextEditor?.document;
    if (document?.uri.path === file.path) return document;
    assert.ok(tries < 80, 'the text is shown');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
