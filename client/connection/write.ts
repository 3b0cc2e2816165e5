import type { Uri } from 'vscode';
import { base64Of } from '../../server/lsp/messages/bytes';
import { type FileRefusal, type WriteFileParams, writeFile } from '../../server/lsp/messages/files';
import type { Server } from './server';

/** Has the server write a file whole or not at all, as it writes all others; rejects where it cannot, with the old file as it was. */
export async function writeWhole(server: Server, target: Uri, content: Uint8Array | string): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const params: WriteFileParams = { uri: target.toString(), bytes: base64Of(bytes) };
  const answer = await server.ask<FileRefusal>(writeFile, params);
  if (answer) throw new Error(answer.refusal);
}
