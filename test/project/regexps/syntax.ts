/** A pattern taken apart as far as its growth goes: what may stand one for another, each a row of pieces. */
export type Choice = readonly (readonly Piece[])[];

/** A character or class, an assertion, or a group, and how often it may stand. */
export interface Piece {
  readonly kind: 'character' | 'edge' | 'group' | 'ahead' | 'behind';
  /** Of a character or an edge: as it is written. Of another: what opens it, `(?:` or `(?<!`. */
  readonly source: string;
  readonly inner: Choice;
  /** As it is written; empty where it stands once. */
  readonly quantifier: string;
  readonly least: number;
  readonly most: number;
}

const openings = /\((?:\?(?:<?[=!]|:|<[a-zA-Z]\w*>))?/uy;
const quantifiers = /[*+?]\??|\{(\d+)(,?)(\d*)\}\??/uy;
const classOrCharacter =
  /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\.|[^()[\]\\|]/suy;

/** Takes a pattern apart; throws where it has what this does not know, a reference to a group above all. */
export function parsePattern(source: string): Choice {
  const reader = { source, at: 0 };
  const choice = choiceFrom(reader);
  if (reader.at < source.length) throw new Error(`unexpected ${source.charAt(reader.at)} in ${source}`);
  return choice;
}

interface Reader {
  readonly source: string;
  at: number;
}

function choiceFrom(reader: Reader): Choice {
  const rows: Piece[][] = [[]];
  for (; reader.at < reader.source.length && reader.source.charAt(reader.at) !== ')'; ) {
    if (take(reader, /\|/uy)) rows.push([]);
    else rows.at(-1)?.push(pieceFrom(reader));
  }
  return rows;
}

function pieceFrom(reader: Reader): Piece {
  const opening = take(reader, openings)?.[0];
  if (opening !== undefined) {
    const inner = choiceFrom(reader);
    if (!take(reader, /\)/uy)) throw new Error(`a group without an end in ${reader.source}`);
    const kind = /^\(\?[=!]/u.test(opening) ? 'ahead' : /^\(\?<[=!]/u.test(opening) ? 'behind' : 'group';
    return { kind, source: kind === 'group' ? '(?:' : opening, inner, ...quantifierFrom(reader) };
  }
  const source = take(reader, classOrCharacter)?.[0];
  if (source === undefined || /^\\[1-9k]/u.test(source))
    throw new Error(`cannot read ${reader.source.slice(reader.at)}`);
  const kind = /^(?:[$^]|\\[bB])$/u.test(source) ? 'edge' : 'character';
  return { kind, source, inner: [], ...quantifierFrom(reader) };
}

function quantifierFrom(reader: Reader): Pick<Piece, 'quantifier' | 'least' | 'most'> {
  const found = take(reader, quantifiers);
  if (!found) return { quantifier: '', least: 1, most: 1 };
  const [quantifier, from, comma, to] = found;
  if (from === undefined) {
    const least = quantifier.startsWith('+') ? 1 : 0;
    return { quantifier, least, most: quantifier.startsWith('?') ? 1 : Number.POSITIVE_INFINITY };
  }
  const most = comma ? (to ? Number(to) : Number.POSITIVE_INFINITY) : Number(from);
  return { quantifier, least: Number(from), most };
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.source);
  if (!found) return undefined;
  reader.at += found[0].length;
  return found;
}
