import { decodeEntities } from '../../text/entities';
import { ignored } from '../../text/fold';
import { Raised } from './raised';
import type { KnownCell, KnownRow, View } from './source-cells';
import { Struck } from './struck';
import { spansOf, TableModel } from './table-model';
import { type Attributes, isGone, isInvisible, isUnshown } from './unshown';

const rowGroups = new Set(['thead', 'tbody', 'tfoot']);
const lineElements = new Set([
  ...rowGroups,
  'p',
  'div',
  'br',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'section',
  'title',
  'caption',
]);
const cellElements = new Set(['td', 'th']);
/** Elements of one paragraph, in which line ends of the source are blanks. */
const paragraphElements = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose text a reader sees apart from what stands before and behind them. */
export const blockElements: ReadonlySet<string> = new Set([
  ...lineElements,
  ...cellElements,
  ...'address|article|aside|blockquote|center|dd|dl|dt|footer|header|hr|main|nav|ol|pre|ul'.split('|'),
]);
const silentElements = new Set(['script', 'style']);
const filler = String.fromCharCode(ignored);

/** A cell broken over more lines than a label is has the text of the page in it. */
const mostBreaks = 12;

/** What is open in a table, or outside of all. */
class Level {
  readonly model = new TableModel();
  row = false;
  cell = false;
  paragraph = false;
  /** Whether the open row takes no room, as the one that word processors add to hold the widths of columns. */
  hidden = false;
  /** Whether nothing of the open row, or of what stands between its cells, is shown. */
  unshownRow = false;
  unshownCell = false;
  /** The cells of the open row; undefined where one of them has the text of the page in it, or a table. */
  cells: KnownCell[] | undefined;
  /** The pieces of the masked copy where the open cell's text is broken. */
  breaks: number[] = [];
}

/** What is written so far of a page's masked copy, and what is open there. */
export class Mask {
  private readonly parts: string[] = [];
  private readonly rows: KnownRow[] = [];
  private readonly levels: Level[] = [new Level()];
  private at = 0;
  /** On how many levels a cell, and a row or paragraph, is open. */
  private cells = 0;
  private blocks = 0;
  private silent = false;
  private rowBegins = false;
  private readonly struck: Struck;
  private readonly raised = new Raised(this.parts);
  /** So many rows and cells are open that are not shown. */
  private unshown = 0;

  constructor(private readonly source: string) {
    this.struck = new Struck(source);
  }

  /** Takes an opening tag that ends at `end`. */
  open(name: string, end: number, attributes: Attributes): void {
    if (cellElements.has(name)) {
      this.openCell(end, attributes);
      return;
    }
    if (name === 'table') this.openTable();
    else if (name === 'tr') this.openRow(attributes);
    else if (rowGroups.has(name)) this.endGroup();
    else if (lineElements.has(name) && name !== 'br') this.set({ paragraph: paragraphElements.has(name) });
    if (silentElements.has(name)) this.silent = true;
    const { level } = this;
    const { cell, paragraph } = level;
    this.struck.open(name, end, attributes, { level, cell, paragraph });
    this.block(name, end);
    this.raised.open(name);
  }

  /** Takes a closing tag that ends at `end`. */
  close(name: string, end: number): void {
    if (name === 'table' && this.levels.length > 1) {
      this.closeRow();
      this.struck.leave(this.level, 'table');
      this.levels.pop();
    } else if (name === 'tr') this.closeRow();
    else if (rowGroups.has(name)) this.endGroup();
    else if (cellElements.has(name)) this.closeCell();
    else if (paragraphElements.has(name)) this.set({ paragraph: false });
    if (silentElements.has(name)) this.silent = false;
    this.struck.close(name);
    this.block(name, end);
    this.raised.close(name);
  }

  /** Takes the text up to `end`. */
  text(end: number): void {
    if (this.silent || this.struck.isOpen || this.unshown > 0) {
      this.fill(end);
      return;
    }
    const raw = this.source.slice(this.at, end);
    const text = decodeEntities(this.cells + this.blocks > 0 ? raw.replace(/[\r\n\t]/gu, ' ') : raw);
    this.raised.text(text);
    this.parts.push(text);
    this.at += raw.length;
  }

  /** Puts fillers up to `end`, with `first` in the first place. */
  fill(end: number, first = filler): void {
    if (end <= this.at) return;
    this.parts.push(first + filler.repeat(end - this.at - first.length));
    this.at = end;
  }

  /** The masked copy of the whole source. */
  finish(): View {
    for (; this.levels.length > 0; this.levels.pop()) this.closeRow();
    const text = (this.parts.join('') + this.source.slice(this.at)).slice(0, this.source.length);
    return { text, rows: this.rows };
  }

  /** Whether a cell of the innermost table is open. */
  get isInCell(): boolean {
    return this.level.cell;
  }

  private get level(): Level {
    return this.levels.at(-1) ?? new Level();
  }

  /** Masks the tag of an element that may break a line. */
  private block(name: string, end: number): void {
    const isLine = lineElements.has(name) && !this.level.unshownCell;
    if (isLine) this.raised.leave();
    if (isLine && this.level.cell) this.level.breaks.push(this.parts.length);
    const breaks = isLine && this.cells === 0;
    // Text beside the cells of a row is none of it.
    if (breaks && this.level.cells?.length) this.level.cells = undefined;
    this.fill(end, breaks ? '\n' : filler);
  }

  private openTable(): void {
    if (this.level.row) this.layOut();
    this.levels.push(new Level());
  }

  private openRow(attributes: Attributes): void {
    this.closeRow();
    this.set({ row: true, cell: false, paragraph: false });
    this.level.model.openRow();
    this.level.cells = [];
    const isHidden = isUnshown(attributes);
    this.level.hidden = isHidden || attributes?.get('height') === '0';
    this.set({ unshownRow: isHidden });
    this.rowBegins = true;
  }

  private openCell(end: number, attributes: Attributes): void {
    const begins = !this.level.row;
    if (begins) this.openRow(undefined);
    this.closeCell();
    this.raised.leave();
    const { level } = this;
    // One that is not shown takes no place among the others.
    if (isGone(attributes)) {
      this.set({ unshownCell: true });
      this.fill(end);
      return;
    }
    this.set({ cell: true, paragraph: false, unshownCell: isInvisible(attributes) });
    const spans = spansOf(attributes);
    const column = level.model.place(spans);
    level.cells?.push({ start: end, end, column, columns: spans.columns });
    // Tabs stand between cells, not before the first.
    this.fill(end, begins || level.hidden ? '\n' : this.rowBegins ? filler : '\t');
    this.rowBegins = false;
  }

  private closeCell(): void {
    const { level } = this;
    if (level.cell && level.breaks.length > mostBreaks) this.layOut();
    level.breaks = [];
    this.set({ cell: false, paragraph: false, unshownCell: false });
  }

  private closeRow(): void {
    this.closeCell();
    const { level } = this;
    const { cells, hidden } = level;
    const [first] = cells ?? [];
    if (cells && first && !hidden)
      this.rows.push({ start: first.start, end: this.at, cells: ended(cells, this.at) });
    level.cells = undefined;
    this.set({ row: false, unshownRow: false });
  }

  private endGroup(): void {
    this.closeRow();
    this.level.model.endGroup();
  }

  /** The open cell only gives its content a place on the page: what is in it are lines of their own. */
  private layOut(): void {
    const { level } = this;
    for (const index of level.breaks) this.parts[index] = `\n${this.parts[index]?.slice(1)}`;
    level.breaks = [];
    level.cells = undefined;
    this.set({ cell: false });
  }

  private set(
    change: Partial<Pick<Level, 'row' | 'cell' | 'paragraph' | 'unshownRow' | 'unshownCell'>>,
  ): void {
    const { level } = this;
    const before = { cell: level.cell, block: level.row || level.paragraph, unshown: unshownOf(level) };
    Object.assign(level, change);
    this.cells += Number(level.cell) - Number(before.cell);
    this.blocks += Number(level.row || level.paragraph) - Number(before.block);
    this.unshown += unshownOf(level) - before.unshown;
    // What is struck out within a cell or paragraph ends with it at the latest.
    if (change.paragraph !== undefined) this.struck.leave(level, 'paragraph');
    if (change.cell !== undefined) this.struck.leave(level, 'cell');
  }
}

const unshownOf = ({ unshownRow, unshownCell }: Level): number => Number(unshownRow) + Number(unshownCell);

/** Cells with their ends: each reaches to the next, the last to the row's end. */
const ended = (cells: readonly KnownCell[], end: number): KnownCell[] =>
  cells.map((cell, index) => ({ ...cell, end: cells[index + 1]?.start ?? end }));
