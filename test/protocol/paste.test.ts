import assert from 'node:assert/strict';
import * as messages from '../../server/lsp/messages';
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
});
