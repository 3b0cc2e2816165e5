import { type Document, notWritten } from '../../documents/kinds';
import { signedNote } from '../../documents/word/docx';
import { renumbered } from '../../documents/writing/renumbered';
import { rewriting, togetherOf } from '../../documents/writing/rewrite';
import { said, say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { isDocument, isWord, type Means, readBytes } from '../../workspace/read';
import { reasonOf } from '../../workspace/reason';
import type { Feature } from '../documents/host';
import type { Files } from '../machine/files';
import type { DocumentParams } from '../messages/messages';
import * as messages from '../messages/word';
import { refusing } from './refusing';

/** Documents of office programs: what they say, and what is written back into those that are written. */
export const word: Feature = ({ connection, guard, files, means }) => {
  const shelf = { files, means };
  connection.onRequest(
    messages.wordText,
    guard.always('wordText', ({ uri }: DocumentParams) => refusing(() => read(shelf, uri))),
  );
  connection.onRequest(
    messages.writeWord,
    guard.always('writeWord', (params: messages.WriteWordParams) => refusing(() => write(shelf, params))),
  );
  return {};
};

interface Shelf {
  readonly files: Files | undefined;
  readonly means: Means;
}

async function read(shelf: Shelf, uri: string): Promise<messages.WordText> {
  const { document } = await documentAt(shelf, uri);
  const { isTracked, isSigned } = isWord(document) ? document : { isTracked: false, isSigned: false };
  return { text: document.text, isTracked, isSigned, notices: document.notices ?? [] };
}

interface Found {
  readonly document: Document;
  readonly bytes: Uint8Array;
  readonly files: Files;
}

async function documentAt({ files, means }: Shelf, uri: string): Promise<Found> {
  if (!files) throw new Failure(say`这里读不到磁盘上的文件`);
  const bytes = await files.whole(uri);
  const content = await readBytes(uri, bytes, means);
  if ('reason' in content) throw new Failure(say`这个文件${said(content.reason)}；${said(content.remedy)}`);
  if (!isDocument(content)) throw new Failure(say`这个文件是文本，不是文档，请直接打开`);
  return { document: content, bytes, files };
}

async function write(
  shelf: Shelf,
  { uri, text, voidsSignature }: messages.WriteWordParams,
): Promise<true | messages.WordRefusal> {
  const { document, bytes, files } = await documentAt(shelf, uri);
  if (!isWord(document)) throw new Failure(say`这个文件${said(document.kind)}，${said(notWritten)}`);
  if (text === document.text) return true;
  const { bytes: now, text: rest, refusals } = rewriting(document, text);
  const refusal = togetherOf(refusals);
  if (refusal) {
    const drawn = renumbered(document, text);
    return { refusal: reasonOf(refusal), rest: drawn ?? rest, isRenumbered: drawn !== undefined };
  }
  if (document.isSigned && !voidsSignature)
    return { refusal: say`这个文件${said(signedNote)}，没有改动；请先确认`, isSigned: true };
  await files.replace(uri, bytes, now);
  return true;
}
