import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { fileUri } from '../support/editor';
import { textFor } from '../support/encoded';
import { cleanText } from '../support/report';
import { bytesBecome, insert, pause, setAutoSave, typed } from '../support/saving';

describe('a report that is typed into while it shows as garbage', () => {
  afterEach(async () => {
    await setAutoSave('off');
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [name, written] of [
    ['总结.txt', 'gb18030'],
    ['setup.log', 'gb18030'],
    ['没有后缀的文件', 'gb18030'],
    ['存档.txt', 'big5hkscs'],
  ] as const) {
    it(`is saved by itself as what it is: ${name} in ${written}`, async () => {
      await setAutoSave('afterDelay');
      const text = await textFor(written);
      const uri = fileUri(name);
      await workspace.fs.writeFile(uri, await workspace.encode(text, { encoding: written }));
      const document = await workspace.openTextDocument(uri, { encoding: 'utf8' });
      await insert(document, 0);
      await bytesBecome(uri, await workspace.encode(`${typed}${text}`, { encoding: written }));
      // The encoding and the text are told one after the other.
      const isRight = (): boolean =>
        document.encoding === written && document.getText() === `${typed}${text}`;
      for (let tries = 0; !isRight() && tries < 40; tries++) await pause(100);
      assert.equal(document.encoding, written);
      assert.equal(document.getText(), `${typed}${text}`);
    });
  }

  for (const delay of [0, 100, 400]) {
    it(`loses no key while it is read anew, from ${delay} ms on`, async () => {
      await setAutoSave('afterDelay');
      const text = await cleanText();
      const uri = fileUri(`连续键入${delay}.txt`);
      await workspace.fs.writeFile(uri, await workspace.encode(text, { encoding: 'gb18030' }));
      const document = (await window.showTextDocument(uri)).document;
      await pause(delay);
      for (const key of keys) {
        await commands.executeCommand('type', { text: key });
        await pause(20);
      }
      const saved = async (): Promise<readonly string[]> => [
        ...(await workspace.decode(await workspace.fs.readFile(uri), { encoding: 'gb18030' })),
      ];
      const inFile = async (): Promise<string> =>
        (await saved())
          .filter((each) => keys.includes(each))
          .sort()
          .join('');
      for (let tries = 0; (await inFile()) !== keys; tries++) {
        if (tries > 80) assert.equal(`${await inFile()} in ${document.getText().slice(0, 100)}`, keys);
        await pause(250);
      }
      assert.equal((await saved()).filter((each) => !keys.includes(each)).join(''), text);
    });
  }
});

/** Characters that no report has, in their order. */
const keys = 'あいうえおかきくけこさしすせそたちつてと';
