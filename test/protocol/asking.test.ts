import assert from 'node:assert/strict';
import { analyze } from '../../server/analysis';
import { exportReport } from '../../server/export/json';
import * as messages from '../../server/lsp/messages/messages';
import { rules } from '../../server/rules/all';
import { report } from './support/report';
import { closeSessions, type Session, start } from './support/session';

const clean = report().text;

describe('our own questions', () => {
  afterEach(closeSessions);

  it('export the same bytes as everywhere, under the name of the file', async () => {
    const uri = 'file:///a/%E7%A4%BA%E8%8C%83%E5%8E%BF%202023.v2.txt';
    const session = await opened(uri, clean);
    const exported = await session.connection.sendRequest<messages.ExportedFile>(messages.exportAs, {
      uri,
      to: 'json',
    });
    assert.equal(exported.text, exportReport(analyze(clean)));
    assert.equal(exported.fileName, '示范县 2023.v2.json');
  });

  it('name the file of what was never saved by agency and year, and never lead out of its folder', async () => {
    const session = await opened('untitled:Untitled-1', clean);
    const name = async (uri: string) =>
      (await session.connection.sendRequest<messages.ExportedFile>(messages.exportAs, { uri, to: 'json' }))
        .fileName;
    assert.equal(await name('untitled:Untitled-1'), '示范县林业局2023年政府信息公开工作年度报告.json');
    await session.open('file:///a/..%2F..%2Fb.txt', clean);
    assert.equal(await name('file:///a/..%2F..%2Fb.txt'), '.._.._b.json');
    await session.open('file:///a/%E0%A4.txt', clean);
    assert.equal(await name('file:///a/%E0%A4.txt'), '%E0%A4.json');
  });

  it('show a page for every rule, and none for what is no rule', async () => {
    const session = await start();
    for (const { id } of rules) {
      const page = await session.connection.sendRequest<string>(messages.rulePage, { id });
      assert.ok(page.includes(id), id);
    }
    assert.equal(await session.connection.sendRequest(messages.rulePage, { id: 'no-such-rule' }), null);
  });

  it('say how a report was read', async () => {
    const uri = 'file:///x.nianbao';
    const session = await opened(uri, report({ figures: { 'disputes.reconsideration.total': '4' } }).text);
    const read = await session.connection.sendRequest<messages.ReportStatus>(messages.status, { uri });
    assert.equal(read.recognised, true);
    assert.equal(read.agency, '示范县林业局');
    assert.equal(read.year, 2023);
    assert.equal(read.edition, '2021');
    assert.deepEqual([read.read, read.cells], [200, 200]);
    assert.deepEqual([read.balanced, read.decided, read.equations], [41, 42, 42]);
    assert.equal(read.findings.error, 1);
  });

  it('say that a text is no report, though its language says so', async () => {
    const uri = 'file:///x.nianbao';
    const session = await opened(uri, '明天下午开会。\n');
    const read = await session.connection.sendRequest<messages.ReportStatus>(messages.status, { uri });
    assert.equal(read.recognised, false);
    assert.equal(read.read, 0);
  });
});

async function opened(uri: string, text: string): Promise<Session> {
  const session = await start();
  await session.open(uri, text);
  return session;
}
