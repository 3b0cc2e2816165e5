import type { Unreadable } from '../documents/containers/unreadable';
import { mark, say } from '../text/say';

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

/** UTF-32 begins as UTF-16 does, and is none. */
const wideMarks = [Uint8Array.of(0xff, 0xfe, 0, 0), Uint8Array.of(0, 0, 0xfe, 0xff)];

/** Programs that take text out of a PDF leave a NUL here and there. */
const mostZeros = 0.05;

const entries = Object.entries(byteOrderMarks) as [Encoding, Uint8Array][];

/**
 * Reads bytes as text: by the byte order mark, else as UTF-8, else as GB18030 (of which GBK and GB2312 are parts). Answers
 * undefined where the bytes are none of these; nothing is ever replaced by U+FFFD. What would have many
 * characters NUL is UTF-32, UTF-16 without a mark, or no text, and whoever wrote to it would destroy it.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (isWide(bytes)) return undefined;
  const [encoding, mark] = entries.find(([, each]) => startsWith(bytes, each)) ?? [];
  if (encoding && mark) return decodeAs(encoding, bytes.subarray(mark.length), true);
  return decodeAs('utf-8', bytes, false) ?? decodeAs('gb18030', bytes, false);
}

const isWide = (bytes: Uint8Array): boolean => wideMarks.some((mark) => startsWith(bytes, mark));

const startsWith = (bytes: Uint8Array, mark: Uint8Array): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

function decodeAs(encoding: Encoding, bytes: Uint8Array, bom: boolean): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.split('\0').length - 1 > mostZeros * text.length ? undefined : { text, encoding, bom };
  } catch {
    return undefined;
  }
}

/** Says whether bytes that were read as GB18030, as nearly all can be, are in Big5 what is looked for. */
export function isInBig5(
  bytes: Uint8Array,
  { encoding }: Decoded,
  isWanted: (text: string) => boolean,
): boolean {
  if (encoding !== 'gb18030') return false;
  try {
    return isWanted(new TextDecoder('big5', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** What is said of a report that can be read only as what we do not write. */
export const big5Report = mark`是用 Big5 写的年报，读不了`;

/** So many bytes show how a text is written. */
const head = 4000;

/** Says of bytes that cannot be read what they are, as far as that shows, and what to do. */
export function whyUnreadable(bytes: Uint8Array): Unreadable {
  const first = bytes.subarray(0, head);
  const saved = say`请用记事本等另存为 UTF-8`;
  if (isWide(bytes) || hasFourBytesEach(first)) return { reason: say`是 UTF-32 文本，读不了`, remedy: saved };
  if (isCutOff(bytes))
    return {
      reason: say`是文本，但最后一个字缺了字节：文件可能没有传完整`,
      remedy: say`请重新下载，或者从原来的程序重新保存`,
    };
  if (isTextIn('utf-16le', first) || isTextIn('utf-16be', first))
    return { reason: say`像是不带标记的 UTF-16 文本`, remedy: saved };
  return first.some(isControl)
    ? { reason: say`不是文本`, remedy: say`请用写它的程序打开，看看有没有损坏` }
    : { reason: say`不是 UTF-8、GB18030（GBK）或带标记的 UTF-16 文本`, remedy: saved };
}

/** In four bytes to a character one of them is always zero, and not all are. */
function hasFourBytesEach(first: Uint8Array): boolean {
  const zeros = [0, 3].map((at) => first.filter((byte, index) => index % 4 === at && byte === 0).length);
  return (
    first.length >= 4 &&
    Math.max(...zeros) >= Math.floor(first.length / 4) &&
    !first.every((byte) => byte === 0)
  );
}

const isTextIn = (encoding: Encoding, first: Uint8Array): boolean => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(first, { stream: true });
    return text !== '' && !/(?![\t\r\n\f])\p{Cc}|\p{Cn}/u.test(text);
  } catch {
    return false;
  }
};

/** What no text has in an encoding whose characters may be one byte long: a control, but for ends of lines and pages, tabs and ESC. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);

/** Programs leave a control here and there in a text; what has more of them has no words. */
const mostControls = 0.01;

/** Whether what was decoded reads as a text, and not as other bytes that happen to be characters. */
export const isPlain = (text: string): boolean =>
  [...text].filter((char) => isControl(char.charCodeAt(0))).length <= mostControls * text.length;

/** Characters have at most four bytes: what can be read without the last of them is a text that was cut off. */
const isCutOff = (bytes: Uint8Array): boolean =>
  [1, 2, 3].some((lost) => bytes.length > 2 * lost && decode(bytes.subarray(0, -lost)) !== undefined);
