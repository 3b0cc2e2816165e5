import assert from 'node:assert/strict';
import { trial } from '../core/support/trial';
import { framed, Wire } from './support/process';
import { report } from './support/report';

const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } }).text;
const uriOf = (index: number): string => `file:///${index}.nianbao`;
const opening = (index: number, text = wrong): object => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri: uriOf(index), languageId: 'nianbao', version: 1, text } },
});
const asking = (id: number, index = 0): object => ({
  id,
  method: 'textDocument/documentSymbol',
  params: { textDocument: { uri: uriOf(index) } },
});
const initialize = (id: number): object => ({
  id,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});
const spoil = trial('语言服务器收到不成样子的字节（错的长度、坏的 JSON、别的协议）：前后的消息一条不丢');
const thousand = trial('一个服务器同时打开的文档：每一份都有诊断');
const part = trial('编辑器不回答、断开、中途走掉：服务器自己结束');

describe('the server over its standard streams', () => {
  const wires: Wire[] = [];
  const open = (): Wire => {
    const wire = new Wire();
    wires.push(wire);
    return wire;
  };
  const started = async (): Promise<Wire> => {
    const wire = open();
    await wire.start();
    return wire;
  };
  afterEach(() => {
    for (const { child } of wires.splice(0)) child.kill('SIGKILL');
  });

  it('refuses what comes before initialize, and a second one, and goes on', async () => {
    const wire = open();
    wire.send(asking(7), opening(0), { method: 'exit-not', params: {} });
    assert.equal((await wire.answer(7)).error?.code, -32002);
    await wire.start();
    wire.send(asking(8), initialize(9), opening(1), asking(10, 1));
    assert.equal((await wire.answer(8)).result, null, 'what was opened too early is not open');
    assert.equal((await wire.answer(9)).error?.code, -32600);
    assert.ok(Array.isArray((await wire.answer(10)).result));
  });

  it('refuses what lacks its parameters, in a sentence, and goes on', async () => {
    const wire = open();
    const without = (id: number, capabilities?: null): object => ({
      id,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities },
    });
    wire.send(without(5, null), without(6), { id: 7, method: 'initialize', params: null });
    for (const id of [5, 6, 7]) {
      const { error } = await wire.answer(id);
      assert.deepEqual([error?.code, error?.message], [-32602, 'initialize 的参数里没有 capabilities']);
    }
    await wire.start();
    const hover = (id: number, params: unknown): object => ({ id, method: 'textDocument/hover', params });
    const textDocument = { uri: uriOf(0) };
    wire.send(
      opening(0),
      { method: 'textDocument/didChange', params: null },
      ...[null, {}, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument }].map(
        (params, at) => hover(11 + at, params),
      ),
      hover(16, { textDocument, position: { line: null, character: 'x' } }),
      hover(17, [textDocument]),
      { id: 18, method: 'nianbao/totalFixes', params: null },
      { id: 19, method: 'nianbao/preview', params: [textDocument] },
      asking(20),
    );
    for (let id = 11; id <= 19; id++) {
      const { error } = await wire.answer(id);
      assert.equal(error?.code, -32602, String(id));
      assert.match(String(error?.message), /没有参数$|参数里没有写明是哪(?:一份文档|个位置)$/u);
    }
    assert.ok(Array.isArray((await wire.answer(20)).result));
  });

  it('refuses what comes after shutdown, and ends as it was asked to', async () => {
    const wire = await started();
    wire.send({ id: 1, method: 'shutdown' });
    assert.equal((await wire.answer(1)).error, undefined);
    wire.send(opening(0), asking(2), { id: 3, method: 'shutdown' });
    assert.equal((await wire.answer(2)).error?.code, -32600);
    assert.equal((await wire.answer(3)).error?.code, -32600);
    wire.send({ method: 'exit' });
    assert.equal(await wire.ended, 0);
  });

  for (const [how, end, status] of [
    ['exit without shutdown', (wire: Wire) => wire.send({ method: 'exit' }), 1],
    ['the end of its input', (wire: Wire) => wire.child.stdin.end(), 1],
  ] as const) {
    it(`ends at ${how}`, () =>
      part(async () => {
        const wire = await started();
        end(wire);
        assert.equal(await wire.ended, status);
      }));
  }

  it('ends before anything was said', () =>
    part(async () => {
      const wire = open();
      wire.child.stdin.end();
      assert.equal(await wire.ended, 1);
    }));

  const spoilt: Readonly<Record<string, string>> = {
    'a length that is too small': framed(opening(5), 40),
    'a length that is too large': framed(opening(5), 1_000_000),
    'a length beyond all bounds': framed(opening(5), 9_999_999_999),
    'a length that is no number': framed(opening(5)).replace(/: \d+/u, ': many'),
    'no length': framed(opening(5)).replace(/^.*\r\n\r\n/u, '\r\n\r\n'),
    'malformed JSON': 'Content-Length: 9\r\n\r\n{"id": 1,}'.slice(0, -1),
    'no JSON at all': 'Content-Length: 5\r\n\r\nhello',
    'an empty body': 'Content-Length: 0\r\n\r\n',
    'a list': 'Content-Length: 2\r\n\r\n[]',
    'an empty value': 'Content-Length: 4\r\n\r\nnull',
    'a page of the web': 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'bytes of no text': '\u0000\u0001\u0002'.repeat(5_000),
    'a head without end': `Content-Length: 5\r\n${'X'.repeat(9_000)}`,
  };
  for (const [what, bytes] of Object.entries(spoilt)) {
    it(`loses no other message with ${what}`, () =>
      spoil(async () => {
        const wire = await started();
        wire.send(opening(0), bytes, asking(1), opening(2), asking(3, 2));
        for (const id of [1, 3]) assert.ok(Array.isArray((await wire.answer(id)).result));
        assert.ok(!wire.said.some(({ params }) => params?.message?.includes('TypeError')));
      }));
  }

  it('reads messages that come byte by byte, or with other heads', async () => {
    const wire = await started();
    const bytes = Buffer.from(framed(opening(0)) + framed(asking(1)));
    for (let at = 0; at < bytes.length; at += 7) {
      wire.child.stdin.write(bytes.subarray(at, at + 7));
      if (at % 700 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(Array.isArray((await wire.answer(1)).result));
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n';
    wire.send(`${type}${framed(asking(2))}`, framed(asking(3)).replace('\r\n', `\r\n${type}`));
    for (const id of [2, 3]) assert.ok(Array.isArray((await wire.answer(id)).result));
  });

  it('takes a text that looks like a head for a text', async () => {
    const wire = await started();
    wire.send(opening(0, `${wrong}\nContent-Length: 7\r\n\r\n{}`), asking(1));
    assert.ok(Array.isArray((await wire.answer(1)).result));
  });

  it('refuses methods that it does not know, and leaves out notices of them', async () => {
    const wire = await started();
    wire.send({ id: 1, method: 'textDocument/unheardOf', params: {} }, { method: 'unheard/of', params: {} });
    wire.send({ id: 2, method: '$/unheardOf' }, { method: '$/unheardOf' }, opening(0), asking(3));
    assert.equal((await wire.answer(1)).error?.code, -32601);
    assert.equal((await wire.answer(2)).error?.code, -32601);
    assert.ok(Array.isArray((await wire.answer(3)).result));
  });

  it('survives changes out of order, of what is not open, and in ranges that there are not', async () => {
    const wire = await started();
    const change = (index: number, version: number, range?: object): object => ({
      method: 'textDocument/didChange',
      params: { textDocument: { uri: uriOf(index), version }, contentChanges: [{ range, text: '9' }] },
    });
    const at = (line: number, character: number) => ({ line, character });
    wire.send(opening(0), asking(1));
    const { result } = await wire.answer(1);
    wire.send(
      change(0, 5),
      change(0, 3),
      change(0, -1),
      change(7, 2),
      change(0, 6, { start: at(900, 900), end: at(2_000_000_000, 5) }),
      change(0, 7, { start: at(3, 5), end: at(1, 0) }),
      change(0, 8, { start: at(-1, -5), end: at(0, -2) }),
      { method: 'textDocument/didClose', params: { textDocument: { uri: uriOf(9) } } },
      { method: 'textDocument/didOpen', params: null },
      { method: 'textDocument/didChange', params: {} },
      opening(0),
      asking(2),
    );
    assert.deepEqual([true, (await wire.answer(2)).result], [Array.isArray(result), result], 'is read anew');
  });

  it('answers cancelled requests too, and those cancelled that there are not', async () => {
    const wire = await started();
    const cancel = (id: unknown): object => ({ method: '$/cancelRequest', params: { id } });
    wire.send(opening(0), asking(1), cancel(1), cancel(77), cancel(null), asking(2));
    const { error, result } = await wire.answer(1);
    const { result: whole } = await wire.answer(2);
    assert.ok(Array.isArray(whole));
    assert.deepEqual(error?.code ?? result, error ? -32800 : whole);
  });

  it('serves a thousand documents', async () => {
    const wire = await started();
    for (let index = 0; index < 1_000; index++)
      wire.send(opening(index, wrong.replaceAll('示范县', `示范${index}县`)));
    const published = (): ReadonlySet<string | undefined> =>
      new Set(
        wire.said
          .filter(
            ({ method, params }) =>
              method === 'textDocument/publishDiagnostics' && params?.diagnostics?.length,
          )
          .map(({ params }) => params?.uri),
      );
    for (let waited = 0; published().size < 1_000 && waited < 5; waited++)
      await wire.until(() => (published().size === 1_000 ? true : undefined)).catch(() => undefined);
    for (let index = 0; index < 1_000; index++) thousand(() => assert.ok(published().has(uriOf(index))));
  });

  it('serves a client that never answers', () =>
    part(async () => {
      const wire = open();
      const capabilities = {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        window: { workDoneProgress: true },
      };
      wire.send({ id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities } });
      await wire.answer(0);
      wire.send({ method: 'initialized', params: {} }, opening(0), asking(1));
      await wire.until(() => wire.said.find(({ params }) => params?.diagnostics?.length));
      wire.send({ id: 2, method: 'shutdown' });
      assert.equal((await wire.answer(2)).error, undefined);
      wire.send({ method: 'exit' });
      assert.equal(await wire.ended, 0);
    }));

  it('ends when nobody reads what it says any more', () =>
    part(async () => {
      const wire = await started();
      wire.child.stdout.destroy();
      for (let index = 0; index < 5; index++) wire.send(opening(index));
      wire.child.stdin.end();
      assert.notEqual(await wire.ended, null);
    }));
});
