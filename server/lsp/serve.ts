import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from './disk';
import { createServer } from './server';

/** Serves the client that started this process, over what it named on the command line (`--stdio`, `--node-ipc`, …). */
export function serve(): void {
  createServer(createConnection(ProposedFeatures.all), disk);
}
