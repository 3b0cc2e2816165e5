import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nianbao, reportText, withFolder } from './nianbao';

describe('nianbao mcp, started', () => {
  it('says what is no folder', async () => {
    for (const folder of ['没有', 'package.json']) {
      const { status, stderr } = await nianbao(['mcp', folder]);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^nianbao: ${folder}：`, 'u'));
    }
    assert.ok((await nianbao(['mcp'])).served);
  });

  it(
    'answers all that it was asked before its input ended',
    withFolder({ '甲.txt': reportText() }, async (cwd) => {
      const clientInfo = { name: 'test', version: '1' };
      const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
      const call = { name: 'check', arguments: { file: '甲.txt' } };
      const asked = [
        { id: 0, method: 'initialize', params: hello },
        ...[1, 2].map((id) => ({ id, method: 'tools/call', params: call })),
      ];
      const input = asked.map((each) => `${JSON.stringify({ jsonrpc: '2.0', ...each })}\n`).join('');
      const args = [path.resolve('dist/cli.js'), 'mcp'];
      const { status, stdout } = spawnSync(process.execPath, args, { cwd, input, encoding: 'utf8' });
      const lines = stdout.trim().split('\n');
      assert.deepEqual([status, lines.map((line) => JSON.parse(line).id).sort()], [0, [0, 1, 2]]);
    }),
  );
});
