import inspector from 'node:inspector';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { say } from '../text/say';
import { readApart } from '../workspace/apart';
import type { Limit } from '../workspace/limit';
import { speakHere } from '../workspace/tongue';
import { limitOf } from '../workspace/within';
import { disk } from './machine/disk';
import { framesOf } from './machine/frames';
import type { Machine } from './machine/machine';
import { createOrder } from './machine/order';
import { endWith } from './machine/outlive';
import { createServer } from './server';

/** How long one step of reading or checking a text may take: a usual report takes milliseconds. */
const seconds = 5;

/** While somebody looks at the server's own code line by line nothing is too long. */
const limit: Limit = (work) => (inspector.url() === undefined ? limited(work) : work());
const limited = limitOf(seconds);

/** The machine of this process. */
export const here: Machine = {
  files: disk,
  limit,
  apart: () => readApart,
  follow: endWith,
  speak: speakHere,
};

/** Serves the client that started this process, over what it named on the command line (`--stdio`, `--node-ipc`, …). */
export function serve(machine: Machine = here): void {
  const options = { messageStrategy: createOrder() };
  const isPiped = process.argv.includes('--stdio');
  createServer(isPiped ? piped(options) : createConnection(ProposedFeatures.all, options), machine);
}

/** A connection over standard input and output that a message which is none does not break. */
function piped(options: ConnectionOptions): Connection {
  const lost = (): void => connection.console.error(say`收到的内容不合协议，有一条消息没有读`);
  const input = process.stdin.pipe(framesOf(lost));
  const connection = createConnection(ProposedFeatures.all, input, process.stdout, options);
  // What is written to standard output would be taken for a message.
  console.log = console.error;
  console.info = console.error;
  return connection;
}
