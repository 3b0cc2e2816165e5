import type { Connection } from 'vscode-languageserver';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { base64Of, bytesOf } from '../messages/bytes';
import * as messages from '../messages/files';
import { below } from '../protocol/uri';
import { type Files, walk } from './files';

/** The files that a client reaches, whatever their schemes are: those of virtual workspaces, and all where there is no disk. */
export function clientFiles(connection: Connection): Files {
  const ask = <T extends object>(method: string, params: object): Promise<T | messages.FileRefusal | null> =>
    connection.sendRequest(method, params);
  const bytesAt = async (params: messages.ReadFileParams): Promise<Uint8Array | undefined> => {
    const answer = await ask<messages.FileContent>(messages.readFile, params);
    if (!answer || 'refusal' in answer) throw refused(answer);
    return answer.bytes === null ? undefined : bytesOf(answer.bytes);
  };
  const replace = async (params: messages.ReplaceFileParams): Promise<void> => {
    const answer = await ask<messages.FileRefusal>(messages.replaceFile, params);
    if (answer) throw refused(answer);
  };
  return {
    reaches: () => true,
    list: (folder, enters) =>
      walk(async (path) => {
        const params: messages.FileParams = { uri: path === '' ? folder : below(folder, path) };
        const answer = await ask<messages.FolderContent>(messages.readFolder, params);
        return answer && !('refusal' in answer) ? answer : refused(answer).message;
      }, enters),
    read: (uri, folder, most) => bytesAt({ uri, folder, most }),
    whole: async (uri) => (await bytesAt({ uri })) ?? new Uint8Array(),
    replace: (uri, before, bytes) => replace({ uri, before: base64Of(before), bytes: base64Of(bytes) }),
    put: (uri, bytes) => replace({ uri, before: null, bytes: base64Of(bytes) }),
  };
}

const refused = (answer: messages.FileRefusal | null): Failure =>
  new Failure(answer?.refusal ?? say`编辑器没有回答`);
