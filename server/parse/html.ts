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
  const parts: string[] = [];
  let at = 0;
  let cells = 0;
  let blocks = 0;
  let silent = 0;
  const fill = (end: number, first: string): void => {
    if (end <= at) return;
    parts.push(first + filler.repeat(end - at - first.length));
    at = end;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        const end = parser.endIndex + 1;
        if (cellElements.has(name)) cells++;
        if (name === 'p' || name === 'tr') blocks++;
        if (silentElements.has(name)) silent++;
        fill(
          end,
          cellElements.has(name)
            ? '\t'
            : lineElements.has(name) && (cells === 0 || name === 'tr')
              ? '\n'
              : filler,
        );
      },
      onclosetag(name, implied) {
        if (cellElements.has(name)) cells = Math.max(0, cells - 1);
        if (name === 'p' || name === 'tr') blocks = Math.max(0, blocks - 1);
        if (silentElements.has(name)) silent = Math.max(0, silent - 1);
        if (!implied) fill(parser.endIndex + 1, lineElements.has(name) && cells === 0 ? '\n' : filler);
      },
      ontext() {
        const raw = text.slice(at, parser.endIndex + 1);
        if (silent > 0) fill(parser.endIndex + 1, filler);
        else {
          parts.push(decode(cells + blocks > 0 ? raw.replace(/[\r\n\t]/gu, ' ') : raw));
          at += raw.length;
        }
      },
      oncomment() {
        fill(parser.endIndex + 1, filler);
      },
      onprocessinginstruction() {
        fill(parser.endIndex + 1, filler);
      },
    },
    { decodeEntities: false, recognizeSelfClosing: true },
  );
  parser.write(text);
  parser.end();
  parts.push(text.slice(at));
  return parts.join('').slice(0, text.length);
}

/** Puts the character that an entity names in its place and pads to the entity's length. */
function decode(raw: string): string {
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
