import { Tokenizer } from 'htmlparser2';
import { ignored } from '../text/fold';

const markup = /<(?:table|tbody|tr|td|html|body|div|p)[\s>]/iu;
const lineElements = new Set([
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
const silentElements = new Set(['script', 'style']);
const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu;
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  emsp: ' ',
  ensp: ' ',
  thinsp: ' ',
  mdash: '—',
  ndash: '–',
  middot: '·',
};
const filler = String.fromCharCode(ignored);

/** Says whether a text is the source of a web page, or has a table or paragraphs written as one. */
export const isHtml = (text: string): boolean => text.includes('<') && markup.test(text);

/**
 * Masks the markup of a web page: what is left reads like a table with a line a row and a tab a cell, and is as long as the
 * source. Line ends of the source inside a row or paragraph say nothing and become blanks. Linear in the length, whatever is
 * nested in what: only the tags themselves are looked at, no tree is kept.
 */
export function maskHtml(text: string): string {
  const mask = new Mask(text);
  let name = '';
  const skip = (_: number, end: number): void => mask.fill(end + 1);
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: false, recognizeSelfClosing: true },
    {
      onopentagname: (start, end) => {
        name = nameAt(text, start, end);
      },
      onopentagend: (end) => mask.open(name, end + 1),
      onselfclosingtag: (end) => {
        mask.open(name, end + 1);
        mask.close(name, end + 1);
      },
      onclosetag: (start, end) => mask.close(nameAt(text, start, end), tagEnd(text, end)),
      ontext: (_, end) => mask.text(end),
      oncomment: skip,
      ondeclaration: skip,
      onprocessinginstruction: skip,
      oncdata: skip,
      ontextentity: ignore,
      onattribname: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return mask.finish();
}

/** The name of a tag; empty for names longer than any that matters. */
const nameAt = (text: string, start: number, end: number): string =>
  end - start > 10 ? '' : text.slice(start, end).toLowerCase();

/** Where a closing tag ends whose name ends at `from`: blanks may follow the name. */
function tagEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  return end < 0 ? text.length : end + 1;
}

/** What is open in a table, or outside of all. */
interface Level {
  readonly row: boolean;
  readonly cell: boolean;
  readonly paragraph: boolean;
}

const closed: Level = { row: false, cell: false, paragraph: false };

/** What is written so far of a page's masked copy, and what is open there. */
class Mask {
  private readonly parts: string[] = [];
  private readonly levels: Level[] = [closed];
  private at = 0;
  /** On how many levels a cell, and a row or paragraph, is open. */
  private cells = 0;
  private blocks = 0;
  private silent = false;
  private rowBegins = false;

  constructor(private readonly source: string) {}

  open(name: string, end: number): void {
    const isCell = cellElements.has(name);
    if (name === 'table') this.levels.push(closed);
    else if (name === 'tr') this.set({ ...closed, row: true });
    else if (isCell) this.set({ cell: true, paragraph: false });
    else if (lineElements.has(name) && name !== 'br') this.set({ paragraph: name === 'p' });
    if (silentElements.has(name)) this.silent = true;
    const isLine = lineElements.has(name) && (this.cells === 0 || name === 'tr');
    // Tabs stand between cells, not before the first.
    this.fill(end, isCell && !this.rowBegins ? '\t' : isLine ? '\n' : filler);
    if (isCell) this.rowBegins = false;
    if (name === 'tr') this.rowBegins = true;
  }

  close(name: string, end: number): void {
    if (name === 'table' && this.levels.length > 1) {
      this.set(closed);
      this.levels.pop();
    } else if (name === 'tr') this.set(closed);
    else if (cellElements.has(name)) this.set({ cell: false, paragraph: false });
    else if (name === 'p') this.set({ paragraph: false });
    if (silentElements.has(name)) this.silent = false;
    this.fill(end, lineElements.has(name) && this.cells === 0 ? '\n' : filler);
  }

  text(end: number): void {
    if (this.silent) {
      this.fill(end);
      return;
    }
    const raw = this.source.slice(this.at, end);
    this.parts.push(decodeEntities(this.cells + this.blocks > 0 ? raw.replace(/[\r\n\t]/gu, ' ') : raw));
    this.at += raw.length;
  }

  /** Puts fillers up to `end`, with `first` in the first place. */
  fill(end: number, first = filler): void {
    if (end <= this.at) return;
    this.parts.push(first + filler.repeat(end - this.at - first.length));
    this.at = end;
  }

  finish(): string {
    return (this.parts.join('') + this.source.slice(this.at)).slice(0, this.source.length);
  }

  private set(change: Partial<Level>): void {
    const before = this.levels.at(-1) ?? closed;
    const level = { ...before, ...change };
    this.cells += Number(level.cell) - Number(before.cell);
    this.blocks += Number(level.row || level.paragraph) - Number(before.row || before.paragraph);
    this.levels[this.levels.length - 1] = level;
  }
}

/** Puts the character that an entity names in its place and pads to the entity's length. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(entity, (found, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    const char =
      code === undefined
        ? named[name?.toLowerCase() ?? '']
        : code < 0x10000
          ? String.fromCharCode(code)
          : ' ';
    return char === undefined ? found : char + filler.repeat(found.length - char.length);
  });
}
