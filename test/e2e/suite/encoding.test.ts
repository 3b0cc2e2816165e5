import assert from 'node:assert/strict';
import { commands, type TextDocument, window, workspace } from 'vscode';
import { diagnosticsBecome, fileUri, findingOf, openReport, ruleOf, show } from '../support/editor';
import { openAs, quickFixes, textBecomes, textFor } from '../support/encoded';
import { cleanText } from '../support/report';
import { bytesBecome, pause, setAutoSave } from '../support/saving';

const loss = 'encoding-loss';
const garbled = 'garbled-file';

describe('encodings', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [name, written, opened] of [
    ['国标.txt', 'gb18030', 'utf8'],
    ['通用.txt', 'utf8', 'gbk'],
    ['繁体码.txt', 'big5hkscs', 'utf8'],
    ['拉丁.txt', 'utf8', 'windows1252'],
    ['双字节.txt', 'utf16le', 'utf8'],
  ] as const) {
    it(`reads what is written in ${written} and was opened as ${opened}`, async () => {
      const text = await textFor(written);
      const document = await openAs({ name, text, written, opened });
      await textBecomes(document, text);
      assert.equal(document.encoding, written);
      assert.equal(document.isDirty, false);
      await pause(500);
      assert.equal(window.activeTextEditor?.selection.start.line, 0, 'the cursor stands where it stood');
    });
  }

  it('marks what shows as garbage all the same, and leads back to the text', async () => {
    const text = await cleanText();
    const document = await openAs({ name: '乱码.txt', text, written: 'gb18030', opened: 'utf8' });
    await textBecomes(document, text);
    const before = await workspace.fs.readFile(document.uri);
    await workspace.openTextDocument(document.uri, { encoding: 'utf8' });
    await findingOf(document.uri, garbled);
    const editor = await window.showTextDocument(document);
    assert.ok(await editor.edit((edit) => edit.insert(document.positionAt(0), '改')));
    const [fix] = await quickFixes(document);
    assert.ok(fix?.command, 'there is a way back');
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.equal(document.getText(), `改${text}`, 'what was typed is still there, in the right text');
    assert.deepEqual(await workspace.fs.readFile(document.uri), before);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await diagnosticsBecome(document.uri, (all) => all.every((each) => ruleOf(each) !== garbled));
  });

  for (const [encoding, sample] of [
    ['gbk', ''],
    ['gb18030', '㐂𠮷'],
  ] as const) {
    it(`reads ${encoding} under the name of a report`, async () => {
      const text = `${await cleanText()}${sample}`;
      const uri = fileUri(`用${encoding}写的信息公开年度报告.txt`);
      await workspace.fs.writeFile(uri, await workspace.encode(text, { encoding }));
      await textBecomes(await show(uri), text);
    });
  }

  it('makes new reports in UTF-8', async () => {
    const document = await openReport('新写的信息公开年度报告.txt', '');
    assert.equal(document.languageId, 'nianbao');
    assert.equal(document.encoding, 'utf8');
  });

  it('marks what GBK cannot hold before it is saved, and replaces it', async () => {
    const document = await withLosses('换字.txt');
    await findingOf(document.uri, loss);
    const [replace] = await quickFixes(document);
    assert.ok(replace?.edit, 'the first fix replaces');
    assert.ok(await workspace.applyEdit(replace.edit));
    assert.equal(document.getText(), ` ·${await cleanText()}`);
    await diagnosticsBecome(document.uri, (all) => all.every((each) => ruleOf(each) !== loss));
  });

  it('saves in an encoding that holds everything', async () => {
    const document = await withLosses('换码.txt');
    await findingOf(document.uri, loss);
    const fixes = await quickFixes(document);
    const command = fixes.find(({ title }) => title.includes('GB18030'))?.command;
    assert.ok(command, fixes.map(({ title }) => title).join('; '));
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    const text = `\u00a0•${await cleanText()}`;
    assert.equal(document.getText(), text);
    assert.equal(document.encoding, 'gb18030');
    assert.equal(document.isDirty, false);
    const bytes = await workspace.fs.readFile(document.uri);
    assert.equal(await workspace.decode(bytes, { encoding: 'gb18030' }), text);
    await diagnosticsBecome(document.uri, (all) => all.every((each) => ruleOf(each) !== loss));
  });

  for (const [way, save] of [
    ['by the command', () => commands.executeCommand('workbench.action.files.save')],
    ['with all others', () => commands.executeCommand('workbench.action.files.saveAll')],
    ['by itself', () => setAutoSave('afterDelay')],
  ] as const) {
    it(`loses nothing that GBK does not hold when it is saved ${way}`, async () => {
      const text = `㐂😀${await cleanText()}`;
      const document = await withLosses(`存字${way}.txt`, '㐂😀');
      await save();
      await bytesBecome(document.uri, await workspace.encode(text, { encoding: 'gb18030' }));
      await setAutoSave('off');
      for (let tries = 0; document.encoding !== 'gb18030' && tries < 40; tries++) await pause(100);
      assert.equal(document.encoding, 'gb18030');
      assert.equal(document.getText(), text);
    });
  }

  it('offers another encoding when what Big5 does not hold was saved', async () => {
    const text = await textFor('big5hkscs');
    const document = await openAs({ name: '繁體.txt', text, written: 'big5hkscs', opened: 'big5hkscs' });
    const editor = await window.showTextDocument(document);
    assert.ok(await editor.edit((edit) => edit.insert(document.positionAt(0), '😀')));
    await commands.executeCommand('notifications.clearAll');
    await document.save();
    for (let tries = 0; document.encoding !== 'utf8'; tries++) {
      assert.ok(tries < 120, 'the file is written in UTF-8');
      await commands.executeCommand('notification.acceptPrimaryAction');
      await pause(250);
    }
    await bytesBecome(document.uri, new TextEncoder().encode(`😀${text}`));
  });
});

/** A GBK report, changed and not saved, with characters that GBK does not have. */
async function withLosses(name: string, lost = '\u00a0•'): Promise<TextDocument> {
  const document = await openAs({ name, text: await cleanText(), written: 'gbk', opened: 'gbk' });
  assert.equal(document.getText(), await cleanText());
  const editor = await window.showTextDocument(document);
  assert.ok(await editor.edit((edit) => edit.insert(document.positionAt(0), lost)));
  return document;
}
