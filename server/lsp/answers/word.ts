import { Unwritable } from '../../documents/changes';
import { signedNote } from '../../documents/docx';
import { type Document, notWritten } from '../../documents/kinds';
import { renumbered } from '../../documents/renumbered';
import { rewriting, togetherOf } from '../../documents/rewrite';
import { Failure } from '../../workspace/failure';
import { isDocument, isWord, type Means, readBytes } from '../../workspace/read';
import { reasonOf } from '../../workspace/reason';
import type { Feature } from '../documents/host';
import type { Files } from '../machine/files';
import type { DocumentParams } from '../messages/messages';
import * as messages from '../messages/word';

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
  return { text: document.text, isTracked, isSigned };
}

interface Found {
  readonly document: Document;
  readonly bytes: Uint8Array;
  readonly files: Files;
}

async function documentAt({ files, means }: Shelf, uri: string): Promise<Found> {
  if (!files) throw new Failure('这里读不到磁盘上的文件');
  const bytes = await files.whole(uri);
  const content = await readBytes(bytes, means);
  if ('reason' in content) throw new Failure(`这个文件${content.reason}；${content.remedy}`);
  if (!isDocument(content)) throw new Failure('这个文件是文本，不是文档，请直接打开');
  return { document: content, bytes, files };
}

async function write(
  shelf: Shelf,
  { uri, text, voidsSignature }: messages.WriteWordParams,
): Promise<null | messages.WordRefusal> {
  const { document, bytes, files } = await documentAt(shelf, uri);
  if (!isWord(document)) throw new Failure(`这个文件${document.kind}，${notWritten}`);
  if (text === document.text) return null;
  const { bytes: now, text: rest, refusals } = rewriting(document, text);
  const refusal = togetherOf(refusals);
  if (refusal) {
    const drawn = renumbered(document, text);
    return { refusal: reasonOf(refusal), rest: drawn ?? rest, isRenumbered: drawn !== undefined };
  }
  if (document.isSigned && !voidsSignature)
    return { refusal: `这个文件${signedNote}，没有改动；请先确认`, isSigned: true };
  await files.replace(uri, bytes, now);
  return null;
}

/** What was foreseen, or the file system says, is an answer; anything else is a fault of ours and stays one. */
async function refusing<T>(work: () => Promise<T>): Promise<T | messages.WordRefusal> {
  try {
    return await work();
  } catch (error) {
    const isForeseen =
      error instanceof Failure || error instanceof Unwritable || (error instanceof Error && 'code' in error);
    if (isForeseen) return { refusal: reasonOf(error) };
    throw error;
  }
}
