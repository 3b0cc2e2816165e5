import { Unwritable } from '../documents/changes';
import type { WordDocument } from '../documents/docx';
import { rewritten } from '../documents/rewrite';
import { Failure } from '../workspace/failure';
import { isWord, readBytes } from '../workspace/read';
import { reasonOf } from '../workspace/reason';
import type { Files } from './files';
import type { Feature } from './host';
import type { DocumentParams } from './messages';
import * as messages from './word-messages';

/** Documents of word processors: what they say, and what is written back into them. */
export const word: Feature = ({ connection, guard, files }) => {
  connection.onRequest(
    messages.wordText,
    guard.always('wordText', ({ uri }: DocumentParams) => refusing(() => read(files, uri))),
  );
  connection.onRequest(
    messages.writeWord,
    guard.always('writeWord', ({ uri, text }: messages.WriteWordParams) =>
      refusing(() => write(files, uri, text)),
    ),
  );
  return {};
};

async function read(files: Files | undefined, uri: string): Promise<messages.WordText> {
  const { text, isTracked } = await documentAt(files, uri);
  return { text, isTracked };
}

interface Found extends WordDocument {
  readonly bytes: Uint8Array;
  readonly files: Files;
}

async function documentAt(files: Files | undefined, uri: string): Promise<Found> {
  if (!files) throw new Failure('这里读不到磁盘上的文件');
  const bytes = await files.whole(uri);
  const content = readBytes(bytes);
  if ('reason' in content) throw new Failure(`这个文件${content.reason}；${content.remedy}`);
  if (!isWord(content)) throw new Failure('这个文件不是 Word 文档（.docx）');
  return { ...content, bytes, files };
}

async function write(files: Files | undefined, uri: string, text: string): Promise<null> {
  const document = await documentAt(files, uri);
  if (text !== document.text) await document.files.replace(uri, document.bytes, rewritten(document, text));
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
