import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { characterOf } from './radicals';

/**
 * Folding for comparison keeps the length: one UTF-16 unit in, one out, so that an offset in the folded copy is an offset in
 * the original. Units that say nothing (zero-width characters) fold to `ignored`.
 */
export const ignored = 0;

const script = scriptTable();
const folding = foldTable(script);

/**
 * The folded form of one UTF-16 unit: narrow, simplified, every kind of blank a space; lines and tabs stay. NaN, which is what stands
 * behind the end of a text, is answered as it is: to look it up in the table would make every other look-up slow.
 */
export const foldUnit = (unit: number): number => (unit >= 0 ? (folding[unit] ?? unit) : unit);

/** Whether a folded unit is a digit. */
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Folds a text for comparison; the result is as long as the text. */
export const fold = (text: string): string => mapUnits(text, folding);

/** Turns traditional into simplified characters and changes nothing else; the result is as long as the text. */
export const simplify = (text: string): string => mapUnits(text, script);

function mapUnits(text: string, table: Uint16Array): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const mapped = table[unit] ?? unit;
    if (mapped === unit) continue;
    result += text.slice(from, at) + String.fromCharCode(mapped);
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

function scriptTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const pair of traditionalToSimplified.split('|')) {
    // Pairs outside the Basic Multilingual Plane take two units and would not keep the length.
    if (pair.length === 3) table[pair.charCodeAt(0)] = pair.charCodeAt(2);
  }
  return table;
}

function foldTable(from: Uint16Array): Uint16Array {
  const table = Uint16Array.from(from);
  const set = (units: string, to: string | number): void => {
    const folded = typeof to === 'number' ? to : to.charCodeAt(0);
    for (const unit of units) table[unit.charCodeAt(0)] = folded;
  };
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  // Kangxi radicals, compatibility ideographs and small forms stand for plain characters in text copied from PDF.
  for (const [first, last] of [
    [0x2e80, 0x2fdf],
    [0xf900, 0xfaff],
    [0xfe50, 0xfe6b],
  ] as const) {
    for (let unit = first; unit <= last; unit++) {
      const radical = String.fromCharCode(unit);
      const plain = characterOf.get(radical) ?? radical.normalize('NFKC');
      if (plain.length === 1) table[unit] = table[plain.charCodeAt(0)] ?? unit;
    }
  }
  set(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\v\f',
    ' ',
  );
  set('\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u0000', ignored);
  set('“”„‟″〝〞「」『』', '"');
  set('‘’′', "'");
  set('〔［【﹝', '[');
  set('〕］】﹞', ']');
  set('｜│┃┆┊', '|');
  // Word ends the cells of a table copied as bare text with BEL.
  set('\u0007', '\t');
  set('–—―－‐‑‒−─━', '-');
  set('∶', ':');
  // What is typed or scanned for the pause mark, a stroke of characters among it.
  set('丶､ヽ', '、');
  set('。', '.');
  set('﹒．', '.');
  return table;
}
