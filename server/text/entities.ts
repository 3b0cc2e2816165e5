import { ignored } from './fold';

const entity = /&(?:#x0{0,16}([1-9a-f][0-9a-f]{0,15})|#0{0,16}([1-9]\d{0,15})|([a-z]{2,8}));/giu;
const entityAt = new RegExp(entity, 'iuy');
/** No entity is longer, with the zeros that may lead its number. */
const longest = 36;
const names: Readonly<Record<string, string>> = {
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
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  hairsp: '\u200a',
  numsp: '\u2007',
};
const filler = String.fromCharCode(ignored);

/** Puts the character that an entity names in its place and pads to the entity's length. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(entity, (found: string, ...parts: readonly (string | undefined)[]) => {
    const char = named(parts);
    return char === undefined ? found : char + filler.repeat(found.length - char.length);
  });
}

/** The end of the entity that a place of a text is within; the place itself where it is within none. */
export function behindEntity(text: string, at: number): number {
  for (let start = at - 1; start >= 0 && start > at - longest; start--) {
    if (text.charAt(start) !== '&') continue;
    entityAt.lastIndex = start;
    const [found = '', ...parts] = entityAt.exec(text) ?? [];
    const end = start + found.length;
    return end > at && named(parts) !== undefined ? end : at;
  }
  return at;
}

/** The character of an entity by its code or name; undefined where it has none. */
function named([hex, decimal, name = '']: readonly (string | undefined)[]): string | undefined {
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
  if (code === undefined) return names[name.toLowerCase()];
  return isCharacter(code) ? String.fromCodePoint(code) : replacement;
}

/** What a browser shows for a code that is of no character (HTML, 13.2.5.80): beside a figure it is not nothing. */
const replacement = '\ufffd';
const isCharacter = (code: number): boolean => code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
