import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { trial } from '../core/support/trial';
import { report } from './support/report';

const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-busy-'));
const busy = path.join(folder, 'server.js');

const framed = (message: object): string => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** What makes the server read and check a report. */
const session = (client: number | null): string =>
  framed({
    id: 1,
    method: 'initialize',
    params: { processId: client, rootUri: null, capabilities: {} },
  }) +
  framed({ method: 'initialized', params: {} }) +
  framed({
    method: 'textDocument/didOpen',
    params: {
      textDocument: { uri: 'file:///x.nianbao', languageId: 'nianbao', version: 1, text: report().text },
    },
  });

/** A client that starts a server, tells its id, hands on what it is given, and waits to be killed. */
const client = `
const { spawn } = require('node:child_process');
const server = spawn(process.execPath, [process.argv[1], '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
server.stdout.once('data', () => console.log(server.pid));
process.stdin.on('data', (chunk) => server.stdin.write(chunk));
`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const started: ChildProcess[] = [];

/** Starts a client and its server; answers both when the server has answered for the first time. */
async function startClient(told: (own: number) => number | null) {
  const child = spawn(process.execPath, ['-e', client, busy], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  child.stdin.write(session(told(child.pid ?? 0)));
  const pid = await new Promise<number>((resolve) => {
    child.stdout.once('data', (chunk) => resolve(Number(String(chunk))));
  });
  return { child, pid };
}

const outlive = trial('服务器永远忙着，编辑器被杀掉：服务器也结束，不留下进程');

describe('a server that is busy for ever', () => {
  before(() =>
    build({
      entryPoints: ['test/protocol/support/busy-server.ts'],
      outfile: busy,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      loader: { '.md': 'text', '.txt': 'text' },
      logLevel: 'silent',
    }),
  );
  after(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [how, told] of [
    ['that named itself', (own: number) => own],
    ['that has no process here', () => null],
  ] as const) {
    it(`ends when a client is killed ${how}, and not before`, () =>
      outlive(async () => {
        const { child, pid } = await startClient(told);
        await delay(7_000);
        assert.ok(isAlive(pid), 'its client is there');
        child.kill('SIGKILL');
        const deadline = Date.now() + 20_000;
        while (isAlive(pid) && Date.now() < deadline) await delay(100);
        assert.ok(!isAlive(pid), 'it outlived its client');
      }));
  }
});
