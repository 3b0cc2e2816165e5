import { readDocx, type WordDocument } from './docx';
import type { PlacedLines } from './lines';
import { UnreadableDocument } from './unreadable';
import { isArchive, namesIn } from './zip';

// Every kind of file that is read as text is told here, and only here.

/** A document that is read and not written. */
export interface ReadOnlyDocument extends PlacedLines {
  /** What it is, in words that go on behind its name. */
  readonly kind: string;
}

/** Why a text is not written into such a document, in words that go on behind what it is. */
export const notWritten = '只读，没有改动；请在原来的文件里改，或者另存为 .docx 再改';

export type Document = WordDocument | ReadOnlyDocument;

/** Reads the bytes of a document; throws `UnreadableDocument`. */
type Reader = (bytes: Uint8Array) => Document;

interface Kind {
  matches(bytes: Uint8Array): boolean;
  /** Gives its reader; what only this kind needs is loaded then. */
  load(): Reader | Promise<Reader>;
}

const cannot =
  (reason: string, remedy?: string): (() => Reader) =>
  () =>
  () => {
    throw new UnreadableDocument(reason, remedy);
  };

/** The first that matches counts. */
const kinds: readonly Kind[] = [
  {
    matches: (bytes) => isArchive(bytes) && namesIn(bytes).some((name) => /\bworkbook\.xml$/iu.test(name)),
    load: async () => readOnly('是 Excel 表格', (await import('./xlsx')).readXlsx),
  },
  { matches: isArchive, load: () => readDocx },
  {
    matches: (bytes) => begins(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    load: cannot(
      '是旧格式（.doc、.wps、.xls）或加了密码的文档，读不了',
      '请在 Word 或 WPS 里打开，另存为不加密码的 .docx',
    ),
  },
  {
    matches: (bytes) => begins(bytes, '%PDF-'),
    load: cannot('是 PDF，读不了', '请用 Word 或 WPS 打开后另存为 .docx，或者复制其中的文字'),
  },
  {
    matches: (bytes) => begins(bytes, '{\\rtf'),
    load: cannot('是 RTF 文档，读不了', '请在 Word 或 WPS 里另存为 .docx'),
  },
];

const begins = (bytes: Uint8Array, begin: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, begin.length)) === begin;

const readOnly =
  (kind: string, read: (bytes: Uint8Array) => PlacedLines): Reader =>
  (bytes) => ({ ...read(bytes), kind });

/** What reads a document of the kind that bytes are; undefined where they are of none, and may be a text. */
export async function readerOf(bytes: Uint8Array): Promise<Reader | undefined> {
  return kinds.find(({ matches }) => matches(bytes))?.load();
}
