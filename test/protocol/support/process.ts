import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What the server says, as far as the tests look at it. */
export interface Said {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly unknown[];
    readonly message?: string;
  };
}

/** A message as it goes over the wire. */
export function framed(message: object, length?: number): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${length ?? Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** The server in a process of its own, as any editor starts it, and what a client says to it byte by byte. */
export class Wire {
  readonly said: Said[] = [];
  readonly ended: Promise<number | null>;
  readonly child: ChildProcessWithoutNullStreams;
  private rest = Buffer.alloc(0);

  /** @param execArgv what the process is told of Node itself */
  constructor(execArgv: readonly string[] = []) {
    const cli = path.resolve('dist/cli.js');
    if (!existsSync(cli)) throw new Error('npm run build comes first');
    this.child = spawn(process.execPath, [...execArgv, cli, 'lsp', '--stdio']);
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin.on('error', () => undefined);
    this.child.stdout.on('data', (chunk: Buffer) => this.read(chunk));
  }

  send(...messages: readonly (object | string)[]): void {
    this.child.stdin.write(messages.map((each) => (typeof each === 'string' ? each : framed(each))).join(''));
  }

  /** Introduces itself, and answers whatever the server asks. */
  async start(more: object = {}): Promise<void> {
    this.send({
      id: 0,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {}, ...more },
    });
    await this.answer(0);
    this.send({ method: 'initialized', params: {} });
  }

  /** Waits for the answer to a request. */
  answer(id: number): Promise<Said> {
    return this.until(() => this.said.find((each) => each.id === id && each.method === undefined));
  }

  /** Waits until there is something; rejects after a minute, for what never comes. */
  async until<T>(condition: () => T | undefined): Promise<T> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
      const value = condition();
      if (value !== undefined) return value;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`it did not happen; the last that was said: ${JSON.stringify(this.said.slice(-3))}`);
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const at = this.rest.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/u.exec(this.rest.toString('latin1', 0, Math.max(0, at)))?.[1],
      );
      if (at < 0 || this.rest.length < at + 4 + length) return;
      this.said.push(JSON.parse(this.rest.toString('utf8', at + 4, at + 4 + length)));
      this.rest = this.rest.subarray(at + 4 + length);
    }
  }
}
