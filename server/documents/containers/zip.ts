import { Inflate } from 'fflate';
import { say } from '../../text/say';
import type { Span } from '../../text/span';

// What of the ZIP format (PKWARE APPNOTE 6.3) office documents use. Entries that are not replaced are copied as they stand, compressed or not,
// which is why the directory is read here: libraries that unpack and pack anew write other bytes.

/** A file within an archive, where its bytes are. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  /** How long it is unpacked. */
  readonly length: number;
  readonly checksum: number;
  /** Where its record in the directory begins and ends. */
  readonly record: { readonly start: number; readonly end: number };
  /** Where its own header begins, and its packed bytes. */
  readonly header: number;
  readonly data: { readonly start: number; readonly end: number };
  readonly isEncrypted: boolean;
  /** Whether it says a length or its place in the larger format. */
  readonly isLarge: boolean;
}

/** The directory of an archive. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  /** Where the directory begins, and the record behind it. */
  readonly directory: number;
  readonly end: number;
  /** Whether it says its lengths in the larger format (ZIP64); such a one is read and not written. */
  readonly isLarge: boolean;
}

const signatures = {
  entry: 0x04034b50,
  record: 0x02014b50,
  end: 0x06054b50,
  largeEnd: 0x06064b50,
  locator: 0x07064b50,
};
const lengths = { entry: 30, record: 46, end: 22, locator: 20, largeEnd: 56 };
/** How an entry's bytes are packed. */
export const methods = { stored: 0, deflated: 8 };
const encrypted = 1;
/** A comment behind the directory is no longer. */
const longestComment = 0xffff;
/** In its place stands a number of the larger format. */
const larger = 0xffffffff;

/** What is wrong with an archive. */
export class BrokenArchive extends Error {}

/** Whether bytes begin as an archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === signatures.entry;

/** Reads the directory of an archive; throws `BrokenArchive` where there is none, or it leads out of the bytes. */
export function readArchive(bytes: Uint8Array): Archive {
  const view = viewOf(bytes);
  const end = endOf(view);
  const { count, directory, isLarge } = directoryOf(view, end);
  const entries: Entry[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    const entry = entryAt(view, at, end);
    entries.push(entry);
    at = entry.record.end;
  }
  return { bytes, entries, directory, end, isLarge: isLarge || entries.some((entry) => entry.isLarge) };
}

/** The names of the entries of an archive; none of one that is broken. */
export function namesIn(bytes: Uint8Array): readonly string[] {
  try {
    return readArchive(bytes).entries.map(({ name }) => name);
  } catch (error) {
    if (error instanceof BrokenArchive) return [];
    throw error;
  }
}

/** The unpacked bytes of an entry; throws `BrokenArchive` where they are more than `most`, encrypted or damaged. */
export function bytesOf({ bytes }: Archive, entry: Entry, most: number): Uint8Array {
  const packed = bytes.subarray(entry.data.start, entry.data.end);
  if (entry.isEncrypted) throw new BrokenArchive(say`有密码`);
  if (entry.length > most) throw new BrokenArchive(say`里面的内容太大`);
  const plain = unpacked(packed, entry);
  if (crc32(plain) !== entry.checksum) throw new BrokenArchive(say`里面的内容已损坏`);
  return plain;
}

function unpacked(packed: Uint8Array, { method, length }: Entry): Uint8Array {
  if (method === methods.stored) return packed;
  if (method !== methods.deflated) throw new BrokenArchive(say`用了不认识的压缩方法`);
  try {
    return inflated(packed, length);
  } catch {
    throw new BrokenArchive(say`里面的内容已损坏`);
  }
}

/** So much is unpacked at a time; it never becomes more than some thousand times that. */
const step = 16 * 1024;

/** What deflated bytes are; throws where they are more than `most`, whatever the directory says of their length. */
function inflated(packed: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > most) throw new RangeError('longer than it says');
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += step)
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  return joined(pieces);
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function endOf(view: DataView): number {
  const last = view.byteLength - lengths.end;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    const isEnd = view.getUint32(at, true) === signatures.end;
    if (isEnd && at + lengths.end + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new BrokenArchive(say`不完整，可能没有下载完或没有保存好`);
}

interface Directory {
  readonly count: number;
  readonly directory: number;
  readonly isLarge: boolean;
}

/** Where the directory is; some programs say it in the larger format where there is no need. */
function directoryOf(view: DataView, end: number): Directory {
  const locator = end - lengths.locator;
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator)
    return {
      count: view.getUint16(end + 10, true),
      directory: view.getUint32(end + 16, true),
      isLarge: false,
    };
  const at = longAt(view, locator + 8);
  if (at + lengths.largeEnd > end || view.getUint32(at, true) !== signatures.largeEnd) throw damaged();
  return { count: longAt(view, at + 32), directory: longAt(view, at + 48), isLarge: true };
}

/** No file is so long that its places are no safe numbers. */
const longAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

interface Places {
  readonly packed: number;
  readonly length: number;
  readonly header: number;
  readonly isLarge: boolean;
}

/** The lengths and the place of an entry: what is too large for its field stands in an extra one. */
function placesAt(view: DataView, at: number, extra: Span): Places {
  const { start, end } = largeField(view, extra);
  let from = start;
  let isLarge = false;
  const value = (field: number): number => {
    const short = view.getUint32(field, true);
    if (short !== larger) return short;
    if (from + 8 > end) throw damaged();
    isLarge = true;
    from += 8;
    return longAt(view, from - 8);
  };
  const [length, packed, header] = [value(at + 24), value(at + 20), value(at + 42)];
  return { length, packed, header, isLarge };
}

/** The extra field with numbers of the larger format; empty where there is none. */
function largeField(view: DataView, { start, end }: Span): Span {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    const field = { start: at + 4, end: at + 4 + view.getUint16(at + 2, true) };
    if (view.getUint16(at, true) === 1 && field.end <= end) return field;
  }
  return { start: end, end };
}

function entryAt(view: DataView, at: number, end: number): Entry {
  if (at + lengths.record > end || view.getUint32(at, true) !== signatures.record) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extra = at + lengths.record + nameLength;
  const extraEnd = extra + view.getUint16(at + 30, true);
  const recordEnd = extraEnd + view.getUint16(at + 32, true);
  if (recordEnd > end) throw damaged();
  const { packed, length, header, isLarge } = placesAt(view, at, { start: extra, end: extraEnd });
  if (header + lengths.entry > end || view.getUint32(header, true) !== signatures.entry) throw damaged();
  const start =
    header + lengths.entry + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > end) throw damaged();
  const nameAt = view.byteOffset + at + lengths.record;
  return {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, nameAt, nameLength)),
    method: view.getUint16(at + 10, true),
    length,
    checksum: view.getUint32(at + 16, true),
    record: { start: at, end: recordEnd },
    header,
    data: { start, end: start + packed },
    isEncrypted: (flags & encrypted) !== 0,
    isLarge,
  };
}

const damaged = (): BrokenArchive => new BrokenArchive(say`已损坏`);

/** The bytes as numbers are read in them. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as ZIP has it; node:zlib has it from Node 22 on. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (checksums[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
