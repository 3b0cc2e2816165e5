import { say } from '../../text/say';
import type { Span } from '../../text/span';
import type { Block, Cell, Gap, Paragraph, Piece, Source, Table, Whole } from './blocks';

/** Characters of the text that are written in the file. */
export interface Written {
  readonly span: Span;
  readonly source: Source;
}

/** A paragraph or a cell of a document within the text. */
export interface Placed {
  readonly span: Span;
  /** Where it stands in the document, in words. */
  readonly place: string;
}

/** One that can be written. */
export interface Slot extends Placed {
  readonly gap: Gap | undefined;
  readonly written: readonly Written[];
  /** Undefined for what stands in a table, a box or a note. */
  readonly whole: Whole | undefined;
  /** Which table it stands in, from 1; undefined where in none. */
  readonly table: number | undefined;
}

/** A document as lines of text: a paragraph a line, a row of a table a line with tabs between the columns of its grid. */
export interface PlacedLines {
  readonly text: string;
  readonly slots: readonly Placed[];
  /** What of the document was not read, or may be read wrongly, in sentences that go on behind its name. */
  readonly notices?: readonly string[];
}

/** Lines that can be written. */
export interface DocumentLines extends PlacedLines {
  readonly slots: readonly Slot[];
}

/** Writes blocks as lines. A merged cell says its words once, and leaves its other places in the grid empty. */
export function linesOfBlocks(blocks: readonly Block[]): DocumentLines {
  const writer = new LineWriter();
  writer.blocks(blocks);
  return { text: writer.text(), slots: writer.slots };
}

/** Where a place of the text is in the document, as people count paragraphs, tables, rows and cells: from 1. */
export const placeOf = ({ slots }: Pick<PlacedLines, 'slots'>, offset: number): string =>
  slots.findLast(({ span }) => span.start <= offset)?.place ?? say`开头`;

class LineWriter {
  private readonly written: string[] = [];
  private length = 0;
  private last = '';
  readonly slots: Slot[] = [];
  private paragraphs = 0;
  private tables = 0;

  text(): string {
    return this.written.join('');
  }

  /** Writes characters; one long string would be copied at each look at its end. */
  private put(text: string): void {
    if (text === '') return;
    this.written.push(text);
    this.length += text.length;
    this.last = text.charAt(text.length - 1);
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        this.paragraph(block, block.place ?? say`第 ${++this.paragraphs} 段`);
        this.put('\n');
      } else this.table(block);
    }
  }

  private table({ rows }: Table): void {
    this.tables++;
    const table = this.tables;
    for (const [index, own] of rows.entries()) {
      const cells = own.map((cell) => ({ ...cell, blocks: withoutFrames(cell.blocks) }));
      // A table in a cell is one of its own: what is around it only gives it a place on the page.
      if (cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'))) {
        for (const { blocks } of cells) this.blocks(blocks);
        continue;
      }
      let column = 0;
      for (const [at, cell] of cells.entries()) {
        this.put('\t'.repeat(at > 0 ? Math.max(1, cell.column - column) : cell.column));
        column = cell.column;
        this.cell(cell, cell.place ?? say`表格 ${table} 第 ${index + 1} 行第 ${at + 1} 格`, table);
      }
      const last = cells.at(-1);
      if (last) this.put('\t'.repeat(last.columns - 1));
      this.put('\n');
    }
  }

  private cell({ blocks, isContinued }: Cell, place: string, table: number): void {
    if (isContinued) return;
    const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
    const last = paragraphs.findLastIndex(({ pieces }) => pieces.length > 0);
    for (const [index, paragraph] of paragraphs.slice(0, Math.max(1, last + 1)).entries()) {
      if (index > 0) this.put(this.between(paragraph));
      this.paragraph(paragraph, place, table);
    }
  }

  /** Words go on in the next line of a cell; figures and words of other scripts do not. */
  private between({ pieces }: Paragraph): string {
    const before = this.last;
    const behind = pieces.find(({ text }) => text !== '')?.text.charAt(0) ?? '';
    return /^[\t\n]?$/u.test(before) || behind === '' || (isWide(before) && isWide(behind)) ? '' : ' ';
  }

  private paragraph({ pieces, gap, whole }: Paragraph, place: string, table?: number): void {
    const start = this.length;
    const written: Written[] = [];
    for (const piece of pieces) this.piece(table ? onOneLine(piece) : piece, written);
    this.slots.push({ span: { start, end: this.length }, place, gap, written, whole, table });
  }

  private piece({ text, source }: Piece, written: Written[]): void {
    const start = this.length;
    this.put(text);
    if (source) written.push({ span: { start, end: this.length }, source });
  }
}

/** The blocks of a cell, without the tables of one cell around them: such a table only draws a line around what it holds. */
function withoutFrames(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ kind }) => kind === 'table')) return blocks;
  return blocks.flatMap((block) => {
    const [first, ...others] = block.kind === 'table' ? block.rows.flat() : [];
    return first && others.length === 0 ? withoutFrames(first.blocks) : [block];
  });
}

const isWide = (character: string): boolean => character.charCodeAt(0) >= 0x2e80;

/** Breaks within a cell are drawn for want of room. */
const onOneLine = (piece: Piece): Piece =>
  piece.source ? piece : { ...piece, text: piece.text === '\n' ? '' : piece.text.replace(/\t/gu, ' ') };
