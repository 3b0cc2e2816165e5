/** The encodings that a report may come in. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A text and how its bytes spelt it; the byte order mark, if any, is not part of the text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** The byte order marks by which a file names its encoding. */
export const byteOrderMarks: Readonly<Record<Encoding, Uint8Array>> = {
  'utf-8': Uint8Array.of(0xef, 0xbb, 0xbf),
  gb18030: Uint8Array.of(0x84, 0x31, 0x95, 0x33),
  'utf-16le': Uint8Array.of(0xff, 0xfe),
  'utf-16be': Uint8Array.of(0xfe, 0xff),
};

/**
 * Reads bytes as text: by the byte order mark, else as UTF-8, else as GB18030 (of which GBK and GB2312 are parts). Answers
 * undefined where the bytes are none of these; nothing is ever replaced by U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  for (const [encoding, mark] of Object.entries(byteOrderMarks) as [Encoding, Uint8Array][]) {
    if (mark.every((byte, at) => bytes[at] === byte))
      return decodeAs(encoding, bytes.subarray(mark.length), true);
  }
  return decodeAs('utf-8', bytes, false) ?? decodeAs('gb18030', bytes, false);
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, bom: boolean): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding, bom };
  } catch {
    return undefined;
  }
}
