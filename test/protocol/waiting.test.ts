import assert from 'node:assert/strict';
import type { InlayHint } from 'vscode-languageserver-protocol';
import * as messages from '../../server/lsp/messages/messages';
import { report } from './support/report';
import { closeSessions, type Session, start } from './support/session';

const uri = 'file:///示范县林业局.nianbao';
const wrong = report({ figures: { 'disputes.reconsideration.total': '⟦4⟧' } });

const verdict = async ({ connection }: Session): Promise<string> =>
  (await connection.sendRequest<messages.ReportStatus>(messages.status, { uri })).verdict.text;

const hints = async ({ connection }: Session): Promise<number> => {
  const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const params = { textDocument: { uri }, range };
  return (await connection.sendRequest<InlayHint[]>('textDocument/inlayHint', params)).length;
};

describe('what is said of a report beside its findings', () => {
  afterEach(closeSessions);

  it('follows what is typed', async () => {
    const session = await start();
    await session.open(uri, report().text);
    assert.equal(await verdict(session), '年报 ✓ 42/42');
    await session.replace(uri, 2, wrong.text);
    assert.equal(await verdict(session), '年报 ✗ 1');
    assert.equal(await hints(session), 1);
  });

  it('waits for saving where findings do', async () => {
    const session = await start({ settings: { run: 'onSave' } });
    await session.open(uri, report().text);
    assert.equal(await verdict(session), '年报 ✓ 42/42');
    await session.replace(uri, 2, wrong.text);
    assert.equal(await verdict(session), '年报 ✓ 42/42');
    assert.equal(await hints(session), 0);
    await session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.equal(await verdict(session), '年报 ✗ 1');
    assert.equal(await hints(session), 1);
  });
});
