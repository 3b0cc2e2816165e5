import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const cli = path.resolve('dist/cli.js');

describe('nianbao mcp and messages that are too long', () => {
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
});
