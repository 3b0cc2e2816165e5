import { deflateSync } from 'fflate';
import { type Archive, crc32, type Entry, joined, methods, viewOf } from './zip';

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

/** What `slice` answers of a Buffer is no copy. */
const copyOf = (bytes: Uint8Array, start: number, end: number): Uint8Array =>
  Uint8Array.from(bytes.subarray(start, end));
