import { say } from '../../text/say';
import type { Span } from '../../text/span';
import type { CompoundFile } from '../containers/compound';
import { UnreadableDocument } from '../containers/unreadable';
import { viewOf } from '../containers/zip';

// The head of a document in the binary format of Word 97 to 2003 ([MS-DOC] 2.5), and what it leads to.

/** A stretch of one of the streams. */
type Part = keyof typeof parts;

/** Where the places of parts stand in the head, counted from the first of such pairs. */
const parts = { styles: 1, characters: 12, paragraphs: 13, pieces: 33, lists: 73, overrides: 74 } as const;

/** The texts of a document, in their order: each is told by how many characters it has, four bytes a number. */
const stories = ['body', 'footnotes', 'headers', 'macros', 'remarks', 'endnotes', 'boxes'] as const;
const firstLength = 0x4c;

type Story = (typeof stories)[number];

export interface Head {
  /** The stream with the characters. */
  readonly main: DataView;
  /** The stream with what leads to them. */
  readonly table: DataView;
  readonly data: DataView | undefined;
  /** How many characters there are, in all of its texts. */
  readonly length: number;
  /** Which of them are one of its texts. */
  story(name: Story): Span;
  /** A part of the table stream; empty where there is none. */
  part(name: Part): DataView;
  /** What follows a part. */
  behind(name: Part): DataView;
}

const magic = 0xa5ec;
const firstVersion = 0xc1;
const flags = { encrypted: 0x100, secondTable: 0x200 };
const firstPair = 154;

/** The stream with the text; throws `UnreadableDocument` where there is none, or it is an older one's. */
function mainOf(file: CompoundFile): DataView {
  const bytes = file.stream('WordDocument');
  if (!bytes || bytes.length < 0x400) throw new UnreadableDocument(say`里面没有正文`);
  const main = viewOf(bytes);
  if (main.getUint16(0, true) !== magic) throw new UnreadableDocument(say`已损坏`);
  if (main.getUint16(2, true) < firstVersion)
    throw new UnreadableDocument(say`是 Word 95 或更早的文档，读不了`);
  return main;
}

/** Reads the head; throws `UnreadableDocument` where the document has a password, or is older. */
export function headOf(file: CompoundFile): Head {
  const main = mainOf(file);
  const flag = main.getUint16(10, true);
  if (flag & flags.encrypted)
    throw new UnreadableDocument(say`有密码`, say`请在 Word 或 WPS 里打开，去掉密码后保存`);
  const tableBytes = file.stream(flag & flags.secondTable ? '1Table' : '0Table');
  if (!tableBytes) throw new UnreadableDocument(say`已损坏`);
  const data = file.stream('Data');
  const within = (start: number, end: number): DataView => {
    if (start > end || end > tableBytes.length) throw new UnreadableDocument(say`已损坏`);
    return viewOf(tableBytes.subarray(start, end));
  };
  const placeOf = (name: Part): readonly [start: number, length: number] => {
    const at = firstPair + 8 * parts[name];
    return [main.getUint32(at, true), main.getUint32(at + 4, true)];
  };
  return {
    main,
    table: viewOf(tableBytes),
    data: data && viewOf(data),
    // A character has a byte at least, whatever a damaged head says.
    length: Math.min(main.byteLength, lengthOf(main, stories.length)),
    story(name) {
      const at = stories.indexOf(name);
      return { start: lengthOf(main, at), end: lengthOf(main, at + 1) };
    },
    part(name) {
      const [start, length] = placeOf(name);
      return length === 0 ? within(0, 0) : within(start, start + length);
    },
    behind(name) {
      const [start, length] = placeOf(name);
      return within(start + length, tableBytes.length);
    },
  };
}

/** How many characters so many of the texts have together. */
const lengthOf = (main: DataView, count: number): number =>
  stories.slice(0, count).reduce((sum, _, at) => sum + main.getUint32(firstLength + 4 * at, true), 0);
