import { deflateSync, Inflate } from 'fflate';

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
}

/** The directory of an archive. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  /** Where the directory begins, and the record behind it. */
  readonly directory: number;
  readonly end: number;
}

const signatures = { entry: 0x04034b50, record: 0x02014b50, end: 0x06054b50 };
const lengths = { entry: 30, record: 46, end: 22 };
const methods = { stored: 0, deflated: 8 };
const encrypted = 1;
/** A comment behind the directory is no longer. */
const longestComment = 0xffff;
/** In its place stands a number of the larger format, which no office document needs. */
const larger = 0xffffffff;

/** What is wrong with an archive. */
export class BrokenArchive extends Error {}

/** Whether bytes begin as an archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length >= lengths.end && viewOf(bytes).getUint32(0, true) === signatures.entry;

/** Reads the directory of an archive; throws `BrokenArchive` where there is none, or it leads out of the bytes. */
export function readArchive(bytes: Uint8Array): Archive {
  const view = viewOf(bytes);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    const entry = entryAt(view, at, end);
    entries.push(entry);
    at = entry.record.end;
  }
  return { bytes, entries, directory, end };
}

/** The unpacked bytes of an entry; throws `BrokenArchive` where they are more than `most`, encrypted or damaged. */
export function bytesOf({ bytes }: Archive, entry: Entry, most: number): Uint8Array {
  const packed = bytes.subarray(entry.data.start, entry.data.end);
  if (entry.isEncrypted) throw new BrokenArchive('有密码');
  if (entry.length > most) throw new BrokenArchive('里面的内容太大');
  const plain = unpacked(packed, entry);
  if (crc32(plain) !== entry.checksum) throw new BrokenArchive('里面的内容已损坏');
  return plain;
}

function unpacked(packed: Uint8Array, { method, length }: Entry): Uint8Array {
  if (method === methods.stored) return packed;
  if (method !== methods.deflated) throw new BrokenArchive('用了不认识的压缩方法');
  try {
    return inflated(packed, length);
  } catch {
    throw new BrokenArchive('里面的内容已损坏');
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

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The archive with other contents in some entries; all others stay as they are, byte for byte. */
export function withEntries(archive: Archive, contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { bytes, entries, directory, end } = archive;
  const pieces: Uint8Array[] = [];
  const moved = new Map<number, number>();
  const packed = new Map<Entry, Packed>();
  let length = 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const inOrder = [...entries].sort((a, b) => a.header - b.header);
  put(bytes.subarray(0, inOrder[0]?.header ?? directory));
  for (const [index, entry] of inOrder.entries()) {
    moved.set(entry.header, length);
    const content = contents.get(entry.name);
    if (!content) {
      put(bytes.subarray(entry.header, inOrder[index + 1]?.header ?? directory));
      continue;
    }
    const own = pack(content);
    packed.set(entry, own);
    put(headerOf(archive, entry, own));
    put(own.data);
  }
  const start = length;
  for (const entry of entries) put(recordOf(archive, entry, moved.get(entry.header) ?? 0, packed.get(entry)));
  const size = length - start;
  const tail = copyOf(bytes, end, bytes.length);
  const view = viewOf(tail);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  put(tail);
  return joined(pieces);
}

interface Packed {
  readonly data: Uint8Array;
  readonly length: number;
  readonly checksum: number;
}

const pack = (content: Uint8Array): Packed => ({
  data: deflateSync(content),
  length: content.length,
  checksum: crc32(content),
});

/** An entry's own header with the new lengths, which then do not follow its bytes. */
function headerOf({ bytes }: Archive, { header, data }: Entry, own: Packed): Uint8Array {
  const copy = copyOf(bytes, header, data.start);
  const view = viewOf(copy);
  view.setUint16(6, view.getUint16(6, true) & ~lengthsFollow, true);
  setSizes(view, 8, 14, own);
  return copy;
}

function recordOf(
  { bytes }: Archive,
  { record }: Entry,
  header: number,
  own: Packed | undefined,
): Uint8Array {
  const copy = copyOf(bytes, record.start, record.end);
  const view = viewOf(copy);
  if (own) {
    view.setUint16(8, view.getUint16(8, true) & ~lengthsFollow, true);
    setSizes(view, 10, 16, own);
  }
  view.setUint32(42, header, true);
  return copy;
}

const lengthsFollow = 8;

function setSizes(view: DataView, method: number, sizes: number, { data, length, checksum }: Packed): void {
  view.setUint16(method, methods.deflated, true);
  view.setUint32(sizes, checksum, true);
  view.setUint32(sizes + 4, data.length, true);
  view.setUint32(sizes + 8, length, true);
}

function endOf(view: DataView): number {
  const last = view.byteLength - lengths.end;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    const isEnd = view.getUint32(at, true) === signatures.end;
    if (isEnd && at + lengths.end + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new BrokenArchive('不完整，可能没有下载完或没有保存好');
}

function entryAt(view: DataView, at: number, end: number): Entry {
  if (at + lengths.record > end || view.getUint32(at, true) !== signatures.record) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const [packed, length] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameLength = view.getUint16(at + 28, true);
  const recordEnd =
    at + lengths.record + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const header = view.getUint32(at + 42, true);
  const isOdd = recordEnd > end || header + lengths.entry > end || [packed, length, header].includes(larger);
  if (isOdd || view.getUint32(header, true) !== signatures.entry) throw damaged();
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
  };
}

const damaged = (): BrokenArchive => new BrokenArchive('已损坏');

/** What `slice` answers of a Buffer is no copy. */
const copyOf = (bytes: Uint8Array, start: number, end: number): Uint8Array =>
  Uint8Array.from(bytes.subarray(start, end));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as ZIP has it; node:zlib has it from Node 22 on. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (checksums[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
