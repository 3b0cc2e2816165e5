import { mark, said, say } from '../text/say';
import { hasStream, isCompound, isCutOff } from './containers/compound';
import { isMime, readMime } from './containers/mime';
import { UnreadableDocument } from './containers/unreadable';
import { isArchive, namesIn } from './containers/zip';
import { readDoc } from './doc/doc';
import type { PlacedLines } from './lines/lines';
import { workbookRemedy } from './sheets/sheets';
import { readXlsx } from './sheets/xlsx';
import { readDocx, type WordDocument } from './word/docx';

// Every kind of file that is read as text is told here, and only here.

/** A document that is read and not written. */
export interface ReadOnlyDocument extends PlacedLines {
  /** What it is, in words that go on behind its name. */
  readonly kind: string;
}

/** Why a text is not written into such a document, in words that go on behind what it is. */
export const notWritten = mark`只读，没有改动；请在原来的文件里改，或者另存为 .docx 再改`;

export type Document = WordDocument | ReadOnlyDocument;

/** Reads the bytes of a document; throws `UnreadableDocument`. */
type Reader = (bytes: Uint8Array) => Document;

/** A kind whose reader is large, and not ours: a program of its own, which is loaded where there is such a file. */
export interface ReaderApart {
  readonly apart: string;
  readonly kind: string;
}

interface Kind {
  matches(bytes: Uint8Array): boolean;
  load(): Reader | ReaderApart;
}

const cannot =
  (reason: string, remedy?: string): (() => Reader) =>
  () =>
  () => {
    throw new UnreadableDocument(said(reason), remedy && said(remedy));
  };

/** The package of other formats begins with a file that says which it is, as it stands (OpenDocument 1.3 part 2, 3.3; EPUB OCF 4.3). */
const says =
  (type: string): Kind['matches'] =>
  (bytes) =>
    isArchive(bytes) && begins(bytes.subarray(30), `mimetypeapplication/${type}`);

/** The directory of names stands at the end: of a file that was cut off, the names before each entry tell what it is. */
const isWorkbook = (bytes: Uint8Array): boolean => {
  const names = namesIn(bytes);
  return names.length > 0
    ? names.some((name) => /\bworkbook\.xml$/iu.test(name))
    : new TextDecoder('latin1').decode(bytes).includes('xl/workbook.xml');
};

/** The first that matches counts. */
const kinds: readonly Kind[] = [
  {
    matches: says('vnd.oasis.opendocument.spreadsheet'),
    load: cannot(
      mark`是 OpenDocument 表格（.ods），读不了`,
      mark`请在 LibreOffice、Excel 或 WPS 里打开，另存为 .xlsx`,
    ),
  },
  {
    matches: says('vnd.oasis.opendocument.text'),
    load: cannot(
      mark`是 OpenDocument 文本（.odt），读不了`,
      mark`请在 LibreOffice、Word 或 WPS 里打开，另存为 .docx`,
    ),
  },
  {
    matches: says('epub+zip'),
    load: cannot(mark`是电子书（.epub），读不了`, mark`请找原来的文件，或者把其中的文字存为 .txt`),
  },
  {
    matches: (bytes) => isArchive(bytes) && isWorkbook(bytes),
    load: () => readOnly(say`是 Excel 表格`, readXlsx),
  },
  { matches: isArchive, load: () => readDocx },
  {
    matches: (bytes) => hasStream(bytes, 'EncryptedPackage'),
    load: cannot(mark`有密码`, mark`请在 Word、Excel 或 WPS 里打开，去掉密码后保存`),
  },
  {
    matches: (bytes) => hasStream(bytes, 'WordDocument'),
    load: () => readOnly(say`是旧格式的 Word 文档（.doc、.wps）`, readDoc),
  },
  {
    matches: (bytes) => hasStream(bytes, 'Workbook'),
    load: () => ({ apart: 'xls.js', kind: say`是旧格式的表格（.xls、.et）` }),
  },
  {
    // Its texts are in the encoding of the machine that wrote it.
    matches: (bytes) => hasStream(bytes, 'Book'),
    load: cannot(mark`是 Excel 95 或更早的表格，读不了`, workbookRemedy),
  },
  {
    matches: isCutOff,
    load: cannot(
      mark`没有传完整，后面缺了一截（.doc、.wps、.xls、.et）`,
      mark`请重新下载，或者从原来的程序重新保存`,
    ),
  },
  { matches: isCompound, load: cannot(mark`是旧格式的文档，或者已损坏，读不了`) },
  {
    matches: (bytes) => begins(bytes, '%PDF-') || begins(bytes.subarray(3), '%PDF-'),
    load: () => ({ apart: 'pdf.js', kind: say`是 PDF` }),
  },
  { matches: isMime, load: () => readOnly(say`是网页存档（.mht、.mhtml）`, readMime) },
  {
    matches: (bytes) => begins(bytes, '{\\rtf'),
    load: cannot(mark`是 RTF 文档，读不了`, mark`请在 Word 或 WPS 里另存为 .docx`),
  },
  {
    // A cell or a report a line, for data bases: nothing of it stands as in the tables of a report.
    matches: (bytes) =>
      exportHeads.some((head) => new TextDecoder().decode(bytes.subarray(0, 80)).startsWith(head)),
    load: cannot(
      mark`是从年报导出的 CSV，不是年报，读不回去`,
      mark`请读原来的年报；要读回去的请导出为 Excel、Word 或网页`,
    ),
  },
];

/** What the CSV that is exported begins with: a line a cell, and the shapes for data bases. */
const exportHeads = ['文件,份,机关,年度,格式,表,行,列,', 'file,part,agency,year,edition,'];

const begins = (bytes: Uint8Array, begin: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, begin.length)) === begin;

const readOnly =
  (kind: string, read: (bytes: Uint8Array) => PlacedLines): Reader =>
  (bytes) => ({ ...read(bytes), kind });

/** Whether a file is a document by its ending: without a byte in it, it is what a program left behind that could not write it. */
export const endsAsDocument = (name: string): boolean =>
  /\.(?:docx?|wps|xlsx?|et|pdf|mht(?:ml)?)$/iu.test(name);

/** What reads a document of the kind that bytes are; undefined where they are of none, and may be a text. */
export const readerOf = (bytes: Uint8Array): Reader | ReaderApart | undefined =>
  kinds.find(({ matches }) => matches(bytes))?.load();
