import { byteOrderMarks, type Decoded } from '../../workspace/decode';

/** The bytes of a text, or the first character that its encoding cannot hold. */
export type Encoded = { readonly bytes: Uint8Array } | { readonly unencodable: string };

/** Writes a text in the encoding, and with the byte order mark, that it was read with. */
export type Encoder = (decoded: Decoded) => Encoded;

/** Makes an encoder; it keeps the table of GB18030 that the first text in that encoding needs. */
export function createEncoder(): Encoder {
  let table: ReadonlyMap<string, Uint8Array> | undefined;
  return ({ text, encoding, bom }) => {
    const lone = /\p{Surrogate}/u.exec(text)?.[0];
    if (lone !== undefined) return { unencodable: lone };
    const mark = bom ? byteOrderMarks[encoding] : new Uint8Array();
    if (encoding === 'utf-8') return { bytes: Buffer.concat([mark, Buffer.from(text, 'utf8')]) };
    if (encoding === 'gb18030') {
      table ??= gb18030Table();
      return encodeGb18030(text, mark, table);
    }
    const bytes = Buffer.from(text, 'utf16le');
    return { bytes: Buffer.concat([mark, encoding === 'utf-16le' ? bytes : bytes.swap16()]) };
  };
}

function encodeGb18030(text: string, mark: Uint8Array, table: ReadonlyMap<string, Uint8Array>): Encoded {
  const pieces = [mark];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const bytes =
      code < 0x80
        ? Uint8Array.of(code)
        : code > 0xffff
          ? fourBytes(189_000 + code - 0x10000)
          : table.get(character);
    if (!bytes) return { unencodable: character };
    pieces.push(bytes);
  }
  return { bytes: Buffer.concat(pieces) };
}

/**
 * What every character of the Basic Multilingual Plane is in GB18030: the inverse of the decoder that read the file, so that
 * what is written is read back the same, whichever version of the standard the decoder follows.
 */
function gb18030Table(): Map<string, Uint8Array> {
  const sequences: Uint8Array[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) sequences.push(Uint8Array.of(lead, trail));
  }
  for (let index = 0; index < 39_420; index++) sequences.push(fourBytes(index));
  // A line feed after each keeps them apart where one is invalid and the decoder starts anew in its middle.
  const decoded = new TextDecoder('gb18030')
    .decode(Buffer.concat(sequences.flatMap((each) => [each, lineFeed])))
    .split('\n');
  const table = new Map<string, Uint8Array>();
  for (const [index, sequence] of sequences.entries()) {
    const character = decoded[index] ?? '';
    // Two bytes come first and win over four where both spell the same character.
    if (character.length === 1 && !table.has(character)) table.set(character, sequence);
  }
  table.delete('\ufffd');
  return table;
}

const lineFeed = Uint8Array.of(0x0a);

/** The four-byte sequence number `index`, from 81 30 81 30 on. */
const fourBytes = (index: number): Uint8Array =>
  Uint8Array.of(
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  );
