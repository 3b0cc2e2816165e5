import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { readCompound } from '../containers/compound';
import { UnreadableDocument } from '../containers/unreadable';
import type { Block, Paragraph } from '../lines/blocks';
import { linesOfBlocks, type PlacedLines } from '../lines/lines';
import { shownNotes } from '../lines/notes';
import { type OpenPiece, withMarks } from '../lines/raised';
import { Fields } from '../word/fields';
import { type Numbering, numberingOf } from '../word/numbering';
import { isFigure, noticesOf, signOf, type Tally } from '../word/unread';
import { type Head, headOf } from './fib';
import { codes as listCodes, listsOf } from './lists';
import { piecesOf, type TextPiece, textOf } from './pieces';
import { isOn, type Run, runAt, runsOf } from './properties';
import { type OpenRow, tableOf } from './tables';

// Documents of Word 97 to 2003 and of WPS: text in one stream, in which signs end paragraphs and cells; all else is told of stretches of it.

const codes = {
  deleted: 0x0800,
  hidden: 0x083c,
  struck: 0x0837,
  struckTwice: 0x2a53,
  raised: 0x2a48,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRow: 0x244c,
} as const;

/** Reads a .doc or .wps in the binary format, as a .docx is read. Throws `UnreadableDocument`. */
export function readDoc(bytes: Uint8Array): PlacedLines {
  try {
    const unread: Tally = {};
    const lines = linesOfBlocks(blocksOf(headOf(readCompound(bytes)), unread));
    return { ...lines, notices: [...noticesOf(unread)] };
  } catch (error) {
    // What a damaged document tells of lies outside it.
    if (error instanceof RangeError) throw new UnreadableDocument(say`已损坏`);
    throw error;
  }
}

/** The body, and behind it what stands apart from it: notes as comments, since it is not told here what they are of, and boxes. */
function blocksOf(head: Head, unread: Tally): Block[] {
  const read = readerOf(head, unread);
  const isSaid = (block: Block): boolean => block.kind === 'table' || block.pieces.length > 0;
  return [
    ...read(head.story('body')),
    ...shownNotes([...read(head.story('footnotes')), ...read(head.story('endnotes'))], true),
    ...read(head.story('boxes')).filter(isSaid),
  ];
}

/** Reads stretches of a document, and counts what is not read of them. */
function readerOf(head: Head, unread: Tally): (stretch: Span) => Block[] {
  const pieces = piecesOf(head);
  const text = textOf(head, pieces);
  const looks = looksIn(head, pieces);
  const paragraphs = runsOf(head, 'paragraphs');
  const numbering = numberingOf(listsOf(head));
  return (stretch) => {
    const story = new Story(numbering);
    const fields = new Fields();
    let { start } = stretch;
    for (const { start: first, end, place, width } of pieces) {
      for (let at = Math.max(first, stretch.start); at < Math.min(end, stretch.end); at++) {
        const character = text.charAt(at);
        if (!isEnd(character) || looks[at] === unseen) continue;
        const run = runAt(paragraphs, place + width * (at - first));
        const { shown, struckOut } = shownIn(text, { start, end: at }, looks, fields);
        story.paragraph(shown, character, run);
        if (struckOut > 0) unread.struck = (unread.struck ?? 0) + struckOut;
        start = at + 1;
      }
    }
    return story.end();
  };
}

const isEnd = (character: string): boolean =>
  character === '\r' || character === '\x07' || character === '\f';

/** How a character looks, where that says how it is read. */
const unseen = 1;
const struck = 2;
const raised = 3;

/** Which characters are taken out, hidden or struck out, and which stand above or below the line. */
function looksIn(head: Head, pieces: readonly TextPiece[]): Uint8Array {
  const looks = new Uint8Array(head.length + 1);
  const runs = runsOf(head, 'characters').filter(({ changes }) => lookOf(changes) !== 0);
  if (runs.length === 0) return looks;
  for (const { start, end, place, width } of pieces)
    for (let at = start; at < end; at++) {
      const run = runAt(runs, place + width * (at - start));
      if (run) looks[at] = lookOf(run.changes);
    }
  return looks;
}

function lookOf(changes: Run['changes']): number {
  if (isOn(changes, codes.deleted) || isOn(changes, codes.hidden)) return unseen;
  if (isOn(changes, codes.struck) || isOn(changes, codes.struckTwice)) return struck;
  return (changes.get(codes.raised)?.getUint8(0) ?? 0) === 0 ? 0 : raised;
}

/** What is drawn for characters that stand for something else; what stands for pictures, notes and remarks is left out. */
const drawn: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x1e': '-' };
const marks: Readonly<Record<string, string>> = { '\x13': 'begin', '\x14': 'separate', '\x15': 'end' };

/** What is shown of a paragraph, and how many figures of it are struck out; its fields may go on in the next. */
function shownIn(
  text: string,
  { start, end }: Span,
  looks: Uint8Array,
  fields: Fields,
): { readonly shown: Paragraph['pieces']; readonly struckOut: number } {
  const shown: OpenPiece[] = [];
  let gone = '';
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    const mark = marks[character];
    if (mark) fields.turn(mark);
    else if (fields.isCode) fields.addCode(character);
    else if (looks[at] === struck) gone += character;
    else if (looks[at] !== unseen && !fields.isContents) {
      put(shown, character, looks[at] === raised);
      gone += between;
    }
  }
  const own = withMarks(shown).filter((piece) => piece.text !== '');
  const struckOut = gone.split(between).filter(isFigure).length;
  const isNamed = own.length === 0 && struckOut > 0;
  return { shown: isNamed ? [{ text: signOf('struck'), source: undefined }] : own, struckOut };
}

/** What stands in no text, between what is struck out. */
const between = '\0';

/** Adds a character as it is drawn; a break of a line is a piece of its own. */
function put(shown: OpenPiece[], character: string, isRaised: boolean): void {
  const text = character >= ' ' ? character : (drawn[character] ?? '');
  const last = shown.at(-1);
  if (last && text !== '\n' && last.text !== '\n' && last.isRaised === isRaised)
    shown.splice(-1, 1, { ...last, text: last.text + text });
  else if (text !== '') shown.push({ text, source: undefined, isRaised });
}

/** A table that is open, within the cell of another or not. */
interface OpenTable {
  readonly rows: OpenRow[];
  cells: Block[][];
  blocks: Block[];
}

class Story {
  private readonly open: OpenTable[] = [{ rows: [], cells: [], blocks: [] }];

  constructor(private readonly numbering: Numbering) {}

  /** Takes in a paragraph with the sign at its end. */
  paragraph(pieces: Paragraph['pieces'], sign: string, run: Run | undefined): void {
    const changes = run?.changes ?? new Map<number, DataView>();
    const depth = depthOf(changes);
    this.descend(depth);
    const table = this.top;
    if (depth > 0 && (isOn(changes, codes.rowEnd) || isOn(changes, codes.innerRow))) {
      table.rows.push({ cells: table.cells, changes });
      table.cells = [];
      table.blocks = [];
      return;
    }
    const label = this.numbering({
      style: run && String(run.style),
      list: changes.get(listCodes.list)?.getInt16(0, true).toString(),
      level: changes.get(listCodes.level)?.getUint8(0),
    });
    const all = label === '' ? pieces : [{ text: label, source: undefined }, ...pieces];
    table.blocks.push({ kind: 'paragraph', pieces: all, gap: undefined });
    if (depth === 0 || !(sign === '\x07' || isOn(changes, codes.innerCell))) return;
    table.cells.push(table.blocks);
    table.blocks = [];
  }

  /** All that there is, once nothing more comes. */
  end(): Block[] {
    this.descend(0);
    return this.top.blocks;
  }

  private get top(): OpenTable {
    return this.open.at(-1) as OpenTable;
  }

  /** Ends the tables that are deeper, and begins those that lead there. */
  private descend(depth: number): void {
    while (this.open.length > depth + 1) {
      const table = this.open.pop() as OpenTable;
      if (table.rows.length > 0) this.top.blocks.push(tableOf(table.rows));
      // What has no end of its row is shown all the same.
      this.top.blocks.push(...table.cells.flat(), ...table.blocks);
    }
    while (this.open.length <= depth) this.open.push({ rows: [], cells: [], blocks: [] });
  }
}

const deepest = 20;

function depthOf(changes: ReadonlyMap<number, DataView>): number {
  const told = changes.get(codes.depth)?.getInt32(0, true) ?? 0;
  return Math.min(deepest, Math.max(told, isOn(changes, codes.inTable) ? 1 : 0));
}
