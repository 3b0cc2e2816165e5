import assert from 'node:assert/strict';
import * as messages from '../../server/lsp/messages/messages';
import { layoutCalled } from '../core/support/layouts';
import { sheetOf } from '../core/support/layouts/sheet';
import { report } from './support/report';
import { closeSessions, start } from './support/session';

const html = '<table><tr><td>行政许可</td><td>3</td></tr></table>';
const place = { line: 1, character: 0 };

describe('pasting', () => {
  afterEach(closeSessions);

  it('answers rows as the document has them, and null for what is no table of the form', async () => {
    const uri = 'file:///a.nianbao';
    const session = await start();
    await session.open(uri, report().text);
    const ask = (piece: string, into = uri) =>
      session.connection.sendRequest(messages.paste, { uri: into, position: place, end: place, html: piece });
    assert.deepEqual(await ask(html), { text: '行政许可 | 3\n' });
    assert.equal(await ask('<table><tr><td>姓名</td></tr></table>'), null);
    await session.open('file:///b.txt', '随笔\n', 'plaintext');
    assert.equal(await ask(html, 'file:///b.txt'), null);
  });

  it('answers rows in a document that is empty, and in one that is a report with what is pasted', async () => {
    const session = await start();
    const page = layoutCalled('html-word').render(sheetOf(4, 60));
    for (const [uri, text, language, row] of [
      ['untitled:a', '', 'plaintext', '行政许可\t'],
      ['untitled:b', '\n', 'ini', '行政许可\t'],
      ['file:///c.txt', '随笔\n', 'plaintext', '行政许可\t'],
      ['file:///d.md', '', 'markdown', '| 行政许可 | '],
    ] as const) {
      await session.open(uri, text, language);
      const at = { line: text.split('\n').length - 1, character: 0 };
      const answer = await session.connection.sendRequest<messages.Pasted | null>(messages.paste, {
        ...{ uri, position: at, end: at, html: page },
      });
      assert.ok(answer?.text.includes(`\n${row}`), uri);
    }
  });
});
