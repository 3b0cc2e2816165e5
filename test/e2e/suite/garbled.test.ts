import assert from 'node:assert/strict';
import { commands, languages, Range, type TextDocument, type Uri, window, workspace } from 'vscode';
import { diagnosticsBecome, fileUri, findingOf, ruleOf } from '../support/editor';
import { openAs, quickFixes, textBecomes } from '../support/encoded';
import { clickStatus } from '../support/hands';
import { cleanText } from '../support/report';
import { bytesBecome, insert, pause, setAutoSave, typed } from '../support/saving';

const rule = 'garbled-file';
const restoring = '恢复原文件';

describe('a report that shows as garbage', () => {
  afterEach(async () => {
    await setAutoSave('off');
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [way, save] of [
    ['by itself', () => setAutoSave('afterDelay')],
    ['with all others', () => commands.executeCommand('workbench.action.files.saveAll')],
    ['by the command', () => commands.executeCommand('workbench.action.files.save')],
  ] as const) {
    it(`is saved ${way} as the right text, and the file can be had back`, async () => {
      const { document, text, bytes } = await garbled(`存盘${way}.txt`);
      await insert(document, 3);
      await save();
      const { uri } = document;
      await bytesBecome(uri, new TextEncoder().encode(withTyped(text, 3)));
      await messageBecomes(uri, '原文件的内容还留着');
      await setAutoSave('off');
      await take(document, restoring);
      assert.deepEqual(await workspace.fs.readFile(uri), bytes);
      assert.equal(document.getText(), text);
      assert.equal(document.encoding, 'gb18030');
      await unmarked(uri);
      await textAfter(() => commands.executeCommand('notification.acceptPrimaryAction'), document);
      assert.equal(document.getText(), withTyped(text, 3), 'what was typed can be had back as well');
    });
  }

  it('can be had back when garbage was written past everybody', async () => {
    const { document, text, bytes } = await garbled('越过.txt');
    const { uri } = document;
    await insert(document, 3);
    await commands.executeCommand('workbench.action.files.saveWithoutFormatting');
    await messageBecomes(uri, '文件里现在是乱码');
    assert.notDeepEqual(await workspace.fs.readFile(uri), bytes);
    clickStatus('存成了乱码');
    await bytesBecome(uri, bytes);
    await textBecomes(document, text);
    await unmarked(uri);
    await textAfter(() => commands.executeCommand('notification.acceptPrimaryAction'), document);
    assert.equal(document.getText(), withTyped(text, 3));
  });

  it('can be had back when its encoding holds only garbage', async () => {
    const { document, text, bytes } = await garbled('西文.txt', 'windows1252');
    const { uri } = document;
    await insert(document, 3);
    await document.save();
    await messageBecomes(uri, '文件里现在是乱码');
    await take(document, restoring);
    assert.deepEqual(await workspace.fs.readFile(uri), bytes);
    assert.equal(document.getText(), text);
  });

  it('is offered back when it is opened again', async () => {
    const { document, text, bytes } = await garbled('隔天.txt');
    const { uri } = document;
    await insert(document, 3);
    await document.save();
    await messageBecomes(uri, '原文件的内容还留着');
    await commands.executeCommand('workbench.action.closeAllEditors');
    const again = (await window.showTextDocument(uri)).document;
    await messageBecomes(uri, '原文件的内容还留着');
    assert.equal(again.getText(), withTyped(text, 3));
    await take(again, restoring);
    assert.deepEqual(await workspace.fs.readFile(uri), bytes);
  });

  it('is offered back until users keep what they have', async () => {
    const { document, text } = await garbled('留下.txt');
    const { uri } = document;
    await insert(document, 3);
    await document.save();
    await messageBecomes(uri, '原文件的内容还留着');
    await take(document, '保留现在的文件');
    await unmarked(uri);
    assert.equal(
      await workspace.decode(await workspace.fs.readFile(uri), { encoding: 'utf8' }),
      withTyped(text, 3),
    );
  });

  it('says so in the status bar, whence it is read rightly with what was typed', async () => {
    const { document, text, bytes } = await garbled('状态.txt');
    await insert(document, 3);
    await insert(document, 0);
    clickStatus('年报 乱码');
    await textBecomes(document, `${typed}${withTyped(text, 3)}`);
    assert.equal(document.encoding, 'gb18030');
    assert.deepEqual(await workspace.fs.readFile(document.uri), bytes, 'nothing was written');
    await unmarked(document.uri);
  });

  it('lays aside what was changed where nobody can tell in what', async () => {
    const { document, text, bytes } = await garbled('删字.txt');
    const editor = await window.showTextDocument(document);
    assert.ok(await editor.edit((edit) => edit.delete(new Range(2, 1, 2, 3))));
    const changed = document.getText();
    await take(document, '以正确的编码重新打开，带上改动');
    assert.equal(document.getText(), text);
    assert.deepEqual(await workspace.fs.readFile(document.uri), bytes);
    const copy = workspace.textDocuments.find((each) => each.isUntitled && each.getText() === changed);
    assert.ok(copy, 'the changed text lies in a new document');
    await window.showTextDocument(copy);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is nobody’s garbage once another program has written the file', async () => {
    const { document } = await garbled('别人改写.txt');
    const { uri } = document;
    const other = '今天下雨，别的没有。\n';
    await workspace.fs.writeFile(uri, new TextEncoder().encode(other));
    await textBecomes(document, other);
    await unmarked(uri);
    await insert(document, 0);
    await document.save();
    await pause(1000);
    await unmarked(uri);
  });

  it('carries over what was typed where characters are read as the ends of lines', async () => {
    const text = (await cleanText()).replace('一、总体情况', '一、总体情况\n上年上报上级。');
    const { document } = await garbled('双字节.txt', 'utf8', { text, written: 'utf16le' });
    await insert(document, 0);
    await take(document, '以正确的编码重新打开，带上改动');
    await textBecomes(document, `${typed}${text}`);
    assert.equal(document.encoding, 'utf16le');
  });

  it('leaves other files alone', async () => {
    await setAutoSave('afterDelay');
    const uri = fileUri('别的.txt');
    const text = '今天下雨。\n明天也下雨。\n';
    await workspace.fs.writeFile(uri, await workspace.encode(text, { encoding: 'gb18030' }));
    const document = await workspace.openTextDocument(uri, { encoding: 'utf8' });
    await window.showTextDocument(document);
    const shown = document.getText();
    await insert(document, 0);
    await bytesBecome(uri, new TextEncoder().encode(`${typed}${shown}`));
    assert.deepEqual(languages.getDiagnostics(uri), []);
  });
});

/** A report, in GB18030 where nothing else is said, that users opened again in another encoding. */
async function garbled(
  name: string,
  opened = 'utf8',
  file: { readonly text?: string; readonly written?: string } = {},
): Promise<{ readonly document: TextDocument; readonly text: string; readonly bytes: Uint8Array }> {
  const { text = await cleanText(), written = 'gb18030' } = file;
  const document = await openAs({ name, text, written, opened });
  await textBecomes(document, text);
  const bytes = await workspace.fs.readFile(document.uri);
  await workspace.openTextDocument(document.uri, { encoding: opened });
  await findingOf(document.uri, rule);
  return { document, text, bytes };
}

const withTyped = (text: string, line: number): string => {
  const lines = text.split('\n');
  lines[line] = `${typed}${lines[line]}`;
  return lines.join('\n');
};

const messageBecomes = (uri: Uri, words: string): Promise<unknown> =>
  diagnosticsBecome(uri, (all) => all.some((each) => ruleOf(each) === rule && each.message.includes(words)));

const unmarked = (uri: Uri): Promise<unknown> =>
  diagnosticsBecome(uri, (all) => all.every((each) => ruleOf(each) !== rule));

/** Takes one of the quick fixes of a document. */
async function take(document: TextDocument, title: string): Promise<void> {
  await window.showTextDocument(document);
  const fixes = await quickFixes(document);
  const command = fixes.find((each) => each.title === title)?.command;
  assert.ok(command, fixes.map((each) => each.title).join('; '));
  void commands.executeCommand(command.command, ...(command.arguments ?? []));
  await unmarked(document.uri);
}

/** Does something again and again until the text of a document is another. */
async function textAfter(work: () => Thenable<unknown>, document: TextDocument): Promise<void> {
  const before = document.getText();
  for (let tries = 0; document.getText() === before; tries++) {
    assert.ok(tries < 120, 'the text changes');
    await pause(250);
    await work();
  }
}
