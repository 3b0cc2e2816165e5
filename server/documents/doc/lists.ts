import { type Level, type Lists, newLevel } from '../word/numbering';
import type { Head } from './fib';
import { changesIn } from './properties';

// Lists and styles of a document in the binary format, as those of a .docx are told ([MS-DOC] 2.9.131, 2.9.147, 2.9.271).

/** What paragraphs say of their number. */
export const codes = { list: 0x460b, level: 0x260a } as const;

const listLength = 28;
const overrideLength = 16;
const simple = 1;

/** Formats of numbers by their codes ([MS-OSHARED] 2.2.1.3), in the words of ECMA-376. */
const formats: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

/** Reads all lists; what is cut short has none. */
export function listsOf(head: Head): Lists {
  try {
    return { kinds: kindsOf(head), lists: overridesOf(head), styles: stylesOf(head) };
  } catch (error) {
    if (error instanceof RangeError) return { kinds: new Map(), lists: new Map(), styles: new Map() };
    throw error;
  }
}

function kindsOf(head: Head): Lists['kinds'] {
  const kinds = new Map<string, { levels: Map<number, Level>; link: undefined }>();
  const view = head.part('lists');
  const levels = head.behind('lists');
  const count = view.byteLength < 2 ? 0 : view.getUint16(0, true);
  let at = 0;
  for (let index = 0; index < count; index++) {
    const place = 2 + listLength * index;
    const isSimple = (view.getUint8(place + 26) & simple) !== 0;
    const own = new Map<number, Level>();
    for (let depth = 0; depth < (isSimple ? 1 : 9); depth++) {
      const read = levelAt(levels, at);
      own.set(depth, read.level);
      at = read.end;
    }
    kinds.set(String(view.getInt32(place, true)), { levels: own, link: undefined });
  }
  return kinds;
}

function levelAt(view: DataView, at: number): { readonly level: Level; readonly end: number } {
  const flags = view.getUint8(at + 5);
  const text = at + 28 + view.getUint8(at + 24) + view.getUint8(at + 25);
  const length = view.getUint16(text, true);
  let label = '';
  for (let index = 0; index < length; index++) {
    const code = view.getUint16(text + 2 + 2 * index, true);
    // Where a number stands is the level that it is of.
    label += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const level = {
    ...newLevel(),
    start: view.getInt32(at, true),
    format: formats[view.getUint8(at + 4)] ?? 'decimal',
    text: label.slice(0, 100),
    isDecimal: (flags & 4) !== 0,
    restartsBelow: (flags & 8) !== 0 ? view.getUint8(at + 26) : undefined,
  };
  return { level, end: text + 2 + 2 * length };
}

function overridesOf(head: Head): Lists['lists'] {
  const lists = new Map<string, { kind: string; starts: Map<number, number>; levels: Map<number, Level> }>();
  const view = head.part('overrides');
  const count = view.byteLength < 4 ? 0 : view.getUint32(0, true);
  let at = 4 + overrideLength * count;
  for (let index = 0; index < count; index++) {
    const place = 4 + overrideLength * index;
    const own = { kind: String(view.getInt32(place, true)), starts: new Map(), levels: new Map() };
    at += 4;
    for (let left = view.getUint8(place + 12); left > 0; left--) {
      const flags = view.getUint32(at + 4, true);
      if (flags & 0x10) own.starts.set(flags & 15, view.getInt32(at, true));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      const read = levelAt(view, at);
      own.levels.set(flags & 15, read.level);
      at = read.end;
    }
    lists.set(String(index + 1), own);
  }
  return lists;
}

const paragraphStyle = 1;
const noStyle = 0xfff;

function stylesOf(head: Head): Lists['styles'] {
  const styles = new Map<
    string,
    { parent: string | undefined; list: string | undefined; level: number | undefined }
  >();
  const view = head.part('styles');
  if (view.byteLength < 6) return styles;
  const base = view.getUint16(4, true);
  let at = 2 + view.getUint16(0, true);
  for (let index = 0; at + 2 <= view.byteLength; index++) {
    const length = view.getUint16(at, true);
    const place = at + 2;
    at = place + length;
    if (length < 10 || (view.getUint16(place + 2, true) & 15) !== paragraphStyle) continue;
    const parent = view.getUint16(place + 2, true) >>> 4;
    const changes = changesOfStyle(view, place + base, at);
    styles.set(String(index), {
      parent: parent === noStyle ? undefined : String(parent),
      list: changes.get(codes.list)?.getInt16(0, true).toString(),
      level: changes.get(codes.level)?.getUint8(0),
    });
  }
  return styles;
}

/** What a style says of paragraphs stands behind its name. */
function changesOfStyle(view: DataView, name: number, end: number): ReadonlyMap<number, DataView> {
  const at = name + 2 + 2 * view.getUint16(name, true) + 2;
  if (at + 4 > end) return new Map();
  const length = Math.min(view.getUint16(at, true), end - at - 2);
  return length < 2 ? new Map() : changesIn(new DataView(view.buffer, view.byteOffset + at + 4, length - 2));
}
