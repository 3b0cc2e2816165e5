import inspector from 'node:inspector';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Limit } from '../workspace/limit';
import { limitOf } from '../workspace/within';
import { disk } from './disk';
import type { Machine } from './machine';
import { endWith } from './outlive';
import { createServer } from './server';

/** How long one step of reading or checking a text may take: a usual report takes milliseconds. */
const seconds = 5;

/** While somebody looks at the server's own code line by line nothing is too long. */
const limit: Limit = (work) => (inspector.url() === undefined ? limited(work) : work());
const limited = limitOf(seconds);

/** The machine of this process. */
export const here: Machine = { files: disk, limit, follow: endWith };

/** Serves the client that started this process, over what it named on the command line (`--stdio`, `--node-ipc`, …). */
export function serve(machine: Machine = here): void {
  createServer(createConnection(ProposedFeatures.all), machine);
}
