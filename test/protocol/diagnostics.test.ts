import assert from 'node:assert/strict';
import { report } from './support/report';
import { closeSessions, incapable, itemsOf, pushed, rangeIn, start, until } from './support/session';

const uri = 'file:///年报/示范县林业局.nianbao';
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });

describe('diagnostics', () => {
  afterEach(closeSessions);

  it('are none for a report in which nothing is wrong', async () => {
    const session = await start();
    await session.open(uri, report().text);
    assert.deepEqual(itemsOf(await session.diagnose(uri)), []);
  });

  it('are none for a text that only speaks of reports, unless its language says that it is one', async () => {
    const session = await start();
    const text = '关于编写政府信息公开工作年度报告的通知\n各单位的总体情况另行通报。\n';
    await session.open('file:///通知.txt', text, 'plaintext');
    assert.deepEqual(itemsOf(await session.diagnose('file:///通知.txt')), []);
    await session.open(uri, text);
    assert.notDeepEqual(itemsOf(await session.diagnose(uri)), []);
  });

  it('point at the digits, name every operand and link to the page of the rule', async () => {
    const session = await start();
    await session.open(uri, wrong.text);
    const items = itemsOf(await session.diagnose(uri));
    const found = items.find(({ code }) => code === 'row-total');
    assert.ok(found, JSON.stringify(items));
    assert.deepEqual(found.range, rangeIn(wrong.text, wrong.spans[0]));
    assert.equal(found.severity, 1);
    assert.match(String(found.message), /予以公开.*8.*9/);
    assert.deepEqual(found.codeDescription, { href: 'nianbao-doc:/row-total.md' });
    const line = found.range.start.line;
    const operands = found.relatedInformation?.filter(({ location }) => location.range.start.line === line);
    assert.deepEqual(
      operands?.map(({ message }) => message),
      ['「予以公开」行合计不符：各列之和是 8（自然人 7 + 商业企业 1），「总计」写的是 9，差 +1'],
      JSON.stringify(found.relatedInformation),
    );
    assert.ok(operands?.every(({ location }) => location.uri === uri));
  });

  it('are unchanged as long as text and settings are', async () => {
    const session = await start();
    await session.open(uri, wrong.text);
    const first = await session.diagnose(uri);
    const again = await session.diagnose(uri, first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    await session.change(uri, 2, wrong.spans[0], '8');
    const mended = await session.diagnose(uri, first.resultId);
    assert.deepEqual(itemsOf(mended), []);
    assert.notEqual(mended.resultId, first.resultId);
  });

  it('say nothing of pages and operands to a client that cannot show them', async () => {
    const session = await start({ capabilities: incapable });
    await session.open(uri, wrong.text);
    const { diagnostics } = await until(() => session.published[0]);
    const found = diagnostics.find(({ code }) => code === 'row-total');
    assert.deepEqual(found?.range, rangeIn(wrong.text, wrong.spans[0]));
    assert.equal(found?.codeDescription, undefined);
    assert.equal(found?.relatedInformation, undefined);
  });

  it('are sent to a client that cannot ask for them, and taken back when the document closes', async () => {
    const session = await start({ capabilities: pushed });
    assert.equal(session.capabilities.diagnosticProvider, undefined);
    await session.open(uri, wrong.text);
    const first = await until(() => session.published[0]);
    assert.equal(first.version, 1);
    assert.ok(first.diagnostics.some(({ code }) => code === 'row-total'));
    await session.change(uri, 2, wrong.spans[0], '8');
    const second = await until(() => session.published[1]);
    assert.deepEqual(second, { uri, version: 2, diagnostics: [] });
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await until(() => session.published[2]), { uri, diagnostics: [] });
  });

  it('are sent once for changes that arrive together', async () => {
    const session = await start({ capabilities: pushed });
    await session.open(uri, report().text);
    await until(() => session.published[0]);
    await Promise.all([2, 3, 4].map((version) => session.change(uri, version, { start: 0, end: 0 }, '某')));
    await until(() => session.published.find(({ version }) => version === 4));
    assert.ok(session.published.length <= 3, `${session.published.length} for one burst`);
  });
});
