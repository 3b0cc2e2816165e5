/** Fonts of pictures, in which no character is what its code says. */
const pictorial = /wingdings|webdings|dingbats|marlett|bookshelf|mt extra/iu;
/** Of the font Symbol, what is the same in every other; its letters are Greek. */
const common = /[\d !%&()+,./:;<=>?[\]{}|_]/u;

/** Circled figures of Wingdings, from which code on, and what they are. */
const circled = [
  { first: 0x81, last: 0x8a, one: 0x2460 },
  { first: 0x8c, last: 0x95, one: 0x2776 },
] as const;

/** The character that a symbol (ECMA-376 part 1, 17.3.3.30) is, by its font and its code; undefined where it is a picture. */
export function symbolOf(font: string, code: string): string | undefined {
  const number = Number.parseInt(code, 16);
  // Fonts of their own kind have their characters from U+F000 on.
  const own = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number;
  if (!(own >= 0x20 && own < 0xe000)) return undefined;
  const character = String.fromCharCode(own);
  if (own > 0xff) return character;
  if (pictorial.test(font)) return circledBy(font, own);
  return font !== 'Symbol' || common.test(character) ? character : undefined;
}

function circledBy(font: string, code: number): string | undefined {
  const found = font === 'Wingdings' && circled.find(({ first, last }) => first <= code && code <= last);
  return found ? String.fromCharCode(found.one + code - found.first) : undefined;
}
