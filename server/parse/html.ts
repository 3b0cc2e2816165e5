import { Parser } from 'htmlparser2';
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
 * source. Line ends of the source inside a row or paragraph say nothing and become blanks.
 */
export function maskHtml(text: string): string {
  const mask = new Mask(text);
  const end = (): number => parser.endIndex + 1;
  const parser: Parser = new Parser(
    {
      onopentag: (name) => mask.open(name, end()),
      onclosetag: (name, implied) => mask.close(name, implied ? undefined : end()),
      ontext: () => mask.text(end()),
      oncomment: () => mask.fill(end()),
      onprocessinginstruction: () => mask.fill(end()),
    },
    { decodeEntities: false, recognizeSelfClosing: true },
  );
  parser.write(text);
  parser.end();
  return mask.finish();
}

/** What is written so far of a page's masked copy, and what is open there. */
class Mask {
  private readonly parts: string[] = [];
  private at = 0;
  private cells = 0;
  private blocks = 0;
  private silent = 0;
  private rowBegins = false;

  constructor(private readonly source: string) {}

  open(name: string, end: number): void {
    this.count(name, 1);
    const isLine = lineElements.has(name) && (this.cells === 0 || name === 'tr');
    const isCell = cellElements.has(name);
    // Tabs stand between cells, not before the first.
    this.fill(end, isCell && !this.rowBegins ? '\t' : isLine ? '\n' : filler);
    if (isCell) this.rowBegins = false;
    if (name === 'tr') this.rowBegins = true;
  }

  close(name: string, end: number | undefined): void {
    this.count(name, -1);
    if (end !== undefined) this.fill(end, lineElements.has(name) && this.cells === 0 ? '\n' : filler);
  }

  text(end: number): void {
    if (this.silent > 0) {
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

  private count(name: string, step: number): void {
    if (cellElements.has(name)) this.cells = Math.max(0, this.cells + step);
    if (name === 'p' || name === 'tr') this.blocks = Math.max(0, this.blocks + step);
    if (silentElements.has(name)) this.silent = Math.max(0, this.silent + step);
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
