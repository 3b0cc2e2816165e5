import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const cli = path.resolve('dist/cli.js');

describe('nianbao mcp and messages that cannot be read', () => {
  it('refuses a message that is too long with an error, wherever its id stands, and goes on', async () => {
    const server = spawn(process.execPath, [cli, 'mcp'], { stdio: 'pipe' });
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await lines.next()).value ?? 'null');
    const send = (line: string) => void server.stdin.write(`${line}\n`);
    const text = `"id":99},"id":98}${'年'.repeat(23_000_000)}"id":97}`;
    const params = `"params":${JSON.stringify({ name: 'check', arguments: { text } })}`;
    const initialize = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 't', version: '1' },
    };
    try {
      send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize }));
      assert.equal((await next()).id, 1);
      for (const [id, head, tail] of [
        [2, '"jsonrpc":"2.0","id":2,"method":"tools/call",', ''],
        ['三', '"method":"tools/call",', ',"jsonrpc":"2.0","id":"三"'],
        [null, '', ''],
      ] as const) {
        send(`{${head}${params}${tail}}`);
        const { id: answered, error } = await next();
        assert.deepEqual([answered, error.code], [id, -32_600]);
        assert.match(error.message, /64 MB/u);
      }
      send('{"jsonrpc":"2.0","id":5,"method":"ping"}');
      assert.equal((await next()).id, 5);
    } finally {
      server.kill();
    }
  });

  it('answers what is no JSON or no message of the protocol with an error, in a line, and goes on', async () => {
    const server = spawn(process.execPath, [cli, 'mcp'], { stdio: 'pipe' });
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    let complaints = '';
    server.stderr.on('data', (chunk) => (complaints += chunk));
    const sent = [
      ['{"jsonrpc":"2.0","id":1,"method":', null, -32_700],
      ['年报', null, -32_700],
      ['[]', null, -32_600],
      ['null', null, -32_600],
      ['{"jsonrpc":"2.0","id":"四"}', '四', -32_600],
      ['{"id":5,"method":"ping"}', 5, -32_600],
      ['{"jsonrpc":"2.0","id":6,"method":"ping","params":[]}', 6, -32_600],
    ] as const;
    try {
      for (const [line, id, code] of sent) {
        server.stdin.write(`\n${line}\n`);
        const answer = JSON.parse((await lines.next()).value ?? 'null');
        assert.deepEqual([answer.id, answer.error?.code], [id, code], line);
      }
      server.stdin.end('{"jsonrpc":"2.0","id":9,"method":"ping"}\n');
      assert.equal(JSON.parse((await lines.next()).value ?? 'null').id, 9);
      assert.equal(complaints.trim().split('\n').length, sent.length, complaints);
      assert.doesNotMatch(complaints, /^(?!nianbao: |$)/mu);
    } finally {
      server.kill();
    }
  });
});
