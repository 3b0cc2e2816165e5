import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { analyze } from '../../server/analysis';
import { below, randomOf } from '../core/support/random';
import { report } from './support/report';
import { closeSessions, itemsOf, start, until } from './support/session';

const uri = 'file:///示范县林业局.nianbao';
const position = { line: 3, character: 2 };
const range = { start: position, end: position };
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });

/** Every question about a document that is answered null where there is nothing to answer from. */
const questions: Readonly<Record<string, object>> = {
  'textDocument/hover': { position },
  'textDocument/documentHighlight': { position },
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/inlayHint': { range },
  'textDocument/codeAction': { range, context: { diagnostics: [] } },
  'nianbao/exportAs': { to: 'json' },
  'nianbao/status': {},
  'nianbao/fixTotals': { version: 1 },
  'nianbao/totalFixes': {},
};

const paramsOf = (method: string, document = uri): object => ({
  ...questions[method],
  ...(method.startsWith('nianbao/') ? { uri: document } : { textDocument: { uri: document } }),
});

describe('documents', () => {
  afterEach(closeSessions);

  it('that are not open are answered null, and no diagnostics are made up for them', async () => {
    const session = await start();
    for (const method of Object.keys(questions)) {
      assert.equal(await session.connection.sendRequest(method, paramsOf(method)), null, method);
    }
    await assert.rejects(session.diagnose(uri), { code: LSPErrorCodes.RequestFailed });
  });

  it('are forgotten when they close', async () => {
    const session = await start();
    await session.open(uri, wrong.text);
    assert.ok(itemsOf(await session.diagnose(uri)).length > 0);
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await assert.rejects(session.diagnose(uri), { code: LSPErrorCodes.RequestFailed });
    await session.open(uri, report().text);
    assert.deepEqual(itemsOf(await session.diagnose(uri)), [], 'the same version of another text');
  });

  it('in other languages are served where they read like a report', async () => {
    for (const language of ['plaintext', 'markdown']) {
      const session = await start();
      await session.open(uri, wrong.text, language);
      assert.ok(itemsOf(await session.diagnose(uri)).some(({ code }) => code === 'row-total'));
      assert.notEqual(await session.connection.sendRequest('nianbao/status', { uri }), null);
    }
  });

  it('in other languages are left alone where they do not, until they do', async () => {
    const session = await start();
    await session.open(uri, '一、总体情况\n今天买了 3 斤苹果，花了 12 元。\n', 'plaintext');
    assert.deepEqual(itemsOf(await session.diagnose(uri)), []);
    for (const method of Object.keys(questions)) {
      assert.equal(await session.connection.sendRequest(method, paramsOf(method)), null, method);
    }
    await session.replace(uri, 2, wrong.text);
    assert.ok(itemsOf(await session.diagnose(uri)).length > 0);
  });

  it('give after many small edits what they give when opened', async () => {
    const random = randomOf(7);
    const session = await start();
    let { text } = wrong;
    await session.open(uri, text);
    for (let version = 2; version < 30; version++) {
      const start = below(random, text.length);
      const span = { start, end: Math.min(text.length, start + below(random, 3)) };
      const newText = ['', '1', '年', '\r\n', '| 0', '一、'][below(random, 6)] ?? '';
      await session.change(uri, version, span, newText);
      text = text.slice(0, span.start) + newText + text.slice(span.end);
      const items = itemsOf(await session.diagnose(uri));
      const codes = analyze(text).findings.map(({ rule }) => rule);
      assert.deepEqual(
        items.map(({ code }) => code),
        codes,
        `after version ${version}`,
      );
    }
    const other = await start();
    await other.open(uri, text);
    assert.deepEqual(itemsOf(await session.diagnose(uri)), itemsOf(await other.diagnose(uri)));
  }).timeout(30_000);
});

describe('requests', () => {
  afterEach(closeSessions);

  for (const method of ['textDocument/diagnostic', 'textDocument/documentSymbol']) {
    it(`that are cancelled are answered so, not with an empty result: ${method}`, async () => {
      const session = await start();
      await session.open(uri, wrong.text);
      const source = new CancellationTokenSource();
      const { promise: held, resolve: release } = deferred();
      session.held = held;
      const answer = session.connection.sendRequest(method, { textDocument: { uri } }, source.token);
      const rejected = assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
      // The first question about a document makes the server ask for its settings: now it is at work.
      await until(() => session.received.find((each) => each === 'workspace/configuration'));
      source.cancel();
      release();
      await rejected;
      assert.ok(itemsOf(await session.diagnose(uri)).length > 0, 'the server goes on');
    });
  }

  it('that fail are answered with an error, and the log says in which feature and document', async () => {
    const session = await start();
    await session.open(uri, wrong.text);
    // What is asked for is a document of ours, and no more than that is looked at before.
    const senseless = { textDocument: { uri }, range: null };
    const failure = await session.connection.sendRequest('textDocument/inlayHint', senseless).then(
      () => undefined,
      (error: ResponseError) => error,
    );
    assert.equal(failure?.code, -32603);
    assert.ok(
      session.log.some((line) => line.includes('inlayHint') && line.includes(uri)),
      session.log.join('\n'),
    );
    assert.ok(itemsOf(await session.diagnose(uri)).length > 0, 'the server goes on');
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
