import { ignored } from '../../text/fold';

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
