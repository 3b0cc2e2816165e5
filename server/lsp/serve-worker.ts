import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { readInWorker } from './machine/apart-worker';
import { speakAt } from './machine/tongue-worker';
import { createServer } from './server';

/**
 * Serves the client that started this web worker. It has no files but those that the client reaches, and no limit of its own: only
 * the client can end a worker that does not come to an end.
 */
export function serveWorker(): void {
  const scope = globalThis as never;
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  createServer(connection, { apart: readInWorker, speak: speakAt });
}
