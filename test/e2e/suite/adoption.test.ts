import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, window, workspace } from 'vscode';
import { errorsOf, fileUri, findingOf, openReport, show } from '../support/editor';
import { languageBecomes, languageOf } from '../support/language';
import { cleanReport, wrongText } from '../support/report';

const other = 'ini';

/** Speaks of reports, and is none. */
const notice = `关于做好2024年政府信息公开工作年度报告编制和发布工作的通知

各镇人民政府、县政府各部门：
现就编制政府信息公开工作年度报告的有关事项通知如下。
一、内容要求。年度报告包括总体情况、主动公开政府信息情况等六个部分。
二、时间要求。2025年1月31日前在县政府网站公布本机关的年度报告。
`;

describe('a report in another language', () => {
  // No new document in VS Code has the language from the start that these have.
  before(() => show(fileUri(cleanReport)));

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is checked in a new document, and in the next one of the same name', async () => {
    const first = await newReport();
    const { uri } = first;
    await findingOf(uri, 'row-total');
    await languageBecomes(uri.toString(), 'nianbao');
    await window.showTextDocument(first);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const next = await newReport();
    assert.equal(next.uri.toString(), uri.toString(), 'the name is used again');
    await languageBecomes(uri.toString(), 'nianbao');
    await findingOf(uri, 'row-total');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is adopted again where VS Code guesses its language only then', async () => {
    const plain = await workspace.openTextDocument({ language: 'plaintext', content: await wrongText() });
    const { document } = await window.showTextDocument(plain);
    await languageBecomes(document.uri.toString(), 'nianbao');
    await languages.setTextDocumentLanguage(document, other);
    await languageBecomes(document.uri.toString(), 'nianbao');
    await findingOf(document.uri, 'row-total');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is checked when it was saved without an ending', async () => {
    const document = await openReport('未写后缀的年度报告', await wrongText());
    await languages.setTextDocumentLanguage(document, other);
    await languageBecomes(document.uri.toString(), 'nianbao');
    await findingOf(document.uri, 'row-total');
  });

  it('is not taken for something else once it is ours', () => {
    const settings = workspace.getConfiguration('workbench.editor', { languageId: 'nianbao' });
    assert.equal(settings.get('languageDetection'), false);
  });

  it('keeps the language that users choose after that', async () => {
    const document = await openReport('另选语言.txt', await wrongText());
    await languageBecomes(document.uri.toString(), 'nianbao');
    await languages.setTextDocumentLanguage(document, other);
    await languageBecomes(document.uri.toString(), 'nianbao');
    await languages.setTextDocumentLanguage(document, other);
    const later = await openReport('又一份.txt', await wrongText());
    await languageBecomes(later.uri.toString(), 'nianbao');
    assert.equal(languageOf(document.uri.toString()), other);
  });

  for (const name of ['汇报.txt', '无后缀'])
    it(`looks like all others, its lines wrapped, under a name like ${name}`, async () => {
      const document = await openReport(name, await wrongText());
      await languageBecomes(document.uri.toString(), 'nianbao');
      assert.equal(workspace.getConfiguration('editor', document).get('wordWrap'), 'on');
    });

  it('keeps another language under a name that told ours', async () => {
    const document = await show(fileUri(cleanReport));
    assert.equal(document.languageId, 'nianbao');
    await languages.setTextDocumentLanguage(document, 'plaintext');
    const later = await newReport();
    await languageBecomes(later.uri.toString(), 'nianbao');
    assert.equal(languageOf(document.uri.toString()), 'plaintext');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('leaves other texts in the language they have', async () => {
    const documents = [
      await openReport('杂记.txt', '今天说到政府信息公开工作，别的没有。\n'),
      await openReport('通知.txt', notice),
    ];
    const later = await newReport();
    await languageBecomes(later.uri.toString(), 'nianbao');
    for (const { uri } of documents) assert.equal(languageOf(uri.toString()), 'plaintext');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('leaves files alone whose name says what they are', async () => {
    const document = await openReport('样例.ts', await wrongText());
    const later = await newReport();
    await findingOf(later.uri, 'row-total');
    await languageBecomes(later.uri.toString(), 'nianbao');
    assert.notEqual(languageOf(document.uri.toString()), 'nianbao');
    assert.deepEqual(errorsOf(fileUri('样例.ts')), []);
    await window.showTextDocument(later);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function newReport(): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: other, content: await wrongText() });
  return (await window.showTextDocument(document)).document;
}
