import assert from 'node:assert/strict';
import { report } from './support/report';
import { closeSessions, incapable, itemsOf, pushed, type Session, start, until } from './support/session';

const uri = 'file:///示范县林业局.nianbao';
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });

describe('settings', () => {
  afterEach(closeSessions);

  it('give rules another severity, or none', async () => {
    const session = await start({ settings: { rules: { 'row-total': 'hint', 'results-total': 'off' } } });
    await session.open(uri, wrong.text);
    const items = itemsOf(await session.diagnose(uri));
    assert.equal(items.find(({ code }) => code === 'row-total')?.severity, 4);
    assert.ok(!items.some(({ code }) => code === 'results-total'));
  });

  it('take effect when they change, on documents that did not', async () => {
    const session = await start();
    await session.open(uri, wrong.text);
    const { resultId } = await session.diagnose(uri);
    session.settings = { rules: { 'row-total': 'off', 'results-total': 'off', 'flow-balance': 'off' } };
    await changed(session);
    await until(() => (session.received.includes('workspace/diagnostic/refresh') ? true : undefined));
    assert.deepEqual(itemsOf(await session.diagnose(uri, resultId)), []);
  });

  it('that cannot be used are named once, each with why, and the others are', async () => {
    const long = '*a'.repeat(600);
    const session = await start({
      settings: {
        rules: { 'row-total': 'off' },
        ignore: { [long]: ['*'], '**': ['results-total'] },
        parts: { 示范县: [`{a,b}`.repeat(20)] },
        workspace: { include: [long, '**/*.txt', 7], exclude: '无' },
      },
    });
    for (const name of ['甲', '乙']) {
      await session.open(`file:///${name}.nianbao`, wrong.text);
      const codes = itemsOf(await session.diagnose(`file:///${name}.nianbao`)).map(({ code }) => code);
      assert.deepEqual(codes, []);
    }
    const named = session.shown.map((message) => message.replace(/a\*a.*$|b\}\{.*$/u, ''));
    assert.deepEqual(named, [
      '设置 nianbao.workspace.include 里的通配符太长（超过 1000 字），没有用：*',
      '设置 nianbao.ignore 里的通配符太长（超过 1000 字），没有用：*',
      '设置 nianbao.parts 里的通配符花括号里的写法太多（超过 500 种），没有用：{a,',
    ]);
  });

  it('take effect for a client that is sent its diagnostics', async () => {
    const session = await start({ capabilities: pushed });
    await session.open(uri, wrong.text);
    await until(() => session.published[0]);
    session.settings = { rules: { 'row-total': 'off', 'results-total': 'off', 'flow-balance': 'off' } };
    await changed(session);
    assert.deepEqual((await until(() => session.published[1])).diagnostics, []);
  });

  it('are told by a client that cannot be asked', async () => {
    const settings = { rules: { 'row-total': 'information' } };
    const session = await start({ capabilities: incapable, initializationOptions: { settings } });
    await session.open(uri, wrong.text);
    const first = await until(() => session.published[0]);
    assert.equal(first.diagnostics.find(({ code }) => code === 'row-total')?.severity, 3);
    await changed(session, { nianbao: { rules: { 'row-total': 'off' } } });
    const second = await until(() => session.published[1]);
    assert.ok(!second.diagnostics.some(({ code }) => code === 'row-total'));
  });

  it('that make no sense are as by default', async () => {
    const session = await start({
      settings: { run: 7, rules: { 'row-total': 'loud', 'no-such-rule': 'off' } },
    });
    await session.open(uri, wrong.text);
    const items = itemsOf(await session.diagnose(uri));
    assert.equal(items.find(({ code }) => code === 'row-total')?.severity, 1);
  });

  it('keep a finding at every total beside that of the cause', async () => {
    const part = report({ figures: { 'applications.results.granted.naturalPerson': '⟦70⟧' } });
    const session = await start();
    await session.open(uri, part.text);
    const [cause, ...others] = itemsOf(await session.diagnose(uri));
    assert.deepEqual(others, []);
    assert.equal(cause?.severity, 1);
    session.settings = { equations: 'all' };
    await changed(session);
    await until(() => (session.received.includes('workspace/diagnostic/refresh') ? true : undefined));
    const all = itemsOf(await session.diagnose(uri));
    assert.deepEqual(
      all.map(({ code, severity }) => [code, severity]),
      [
        ['row-total', 1],
        ['row-total', 3],
        ['results-total', 3],
      ],
    );
    assert.deepEqual(all[0], cause);
  });

  it('let findings wait for saving', async () => {
    const session = await start({ settings: { run: 'onSave' } });
    await session.open(uri, report().text);
    const { resultId } = await session.diagnose(uri);
    await session.replace(uri, 2, wrong.text);
    assert.deepEqual(await session.diagnose(uri, resultId), { kind: 'unchanged', resultId });
    await session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.ok(itemsOf(await session.diagnose(uri, resultId)).length > 0);
  });

  it('let findings wait for saving where they are sent', async () => {
    const session = await start({ capabilities: pushed, settings: { run: 'onSave' } });
    await session.open(uri, report().text);
    await until(() => session.published[0]);
    await session.replace(uri, 2, wrong.text);
    // What is sent for something opened later shows that the change has had its turn.
    await session.open('file:///later.nianbao', report().text);
    await until(() => session.published.find((each) => each.uri.includes('later')));
    assert.equal(session.published.filter((each) => each.uri === uri).length, 1);
    await session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    const second = await until(() => session.published.filter((each) => each.uri === uri)[1]);
    assert.equal(second.version, 2);
    assert.ok(second.diagnostics.length > 0);
  });
});

const changed = (session: Session, settings: unknown = null): Promise<void> =>
  session.connection.sendNotification('workspace/didChangeConfiguration', { settings });
