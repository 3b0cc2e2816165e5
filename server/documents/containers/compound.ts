import { say } from '../../text/say';
import { UnreadableDocument } from './unreadable';
import { joined, viewOf } from './zip';

// What of compound files ([MS-CFB]) is needed to reach the streams of an office program's older documents.

/** A file with streams in it, as a small file system. */
export interface CompoundFile {
  has(name: string): boolean;
  /** The bytes of a stream at its top; undefined where there is none. */
  stream(name: string): Uint8Array | undefined;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const headerLength = 512;
const entryLength = 128;
/** Sectors are chained by their numbers; larger ones end a chain or mean none. */
const largestSector = 0xfffffffa;
const firstTables = 109;

/** Whether bytes begin as a compound file does. */
export const isCompound = (bytes: Uint8Array): boolean =>
  bytes.length >= headerLength && signature.every((byte, at) => bytes[at] === byte);

/** Whether bytes are a compound file with one of these streams; one that is broken has none. */
export function hasStream(bytes: Uint8Array, ...names: readonly string[]): boolean {
  try {
    const file = isCompound(bytes) ? readCompound(bytes) : undefined;
    return file !== undefined && names.some((name) => file.has(name));
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether a compound file is shorter than it says: its directory, or what tells the order of its sectors, would lie behind its end. */
export function isCutOff(bytes: Uint8Array): boolean {
  if (!isCompound(bytes)) return false;
  const view = viewOf(bytes);
  const size = 1 << view.getUint16(30, true);
  const placesOfTables = Array.from({ length: firstTables }, (_, at) => view.getUint32(76 + 4 * at, true));
  return [view.getUint32(48, true), ...placesOfTables].some(
    (sector) => sector < largestSector && (sector + 1) * size >= bytes.length,
  );
}

/** Reads the directory of a compound file; throws `UnreadableDocument` where it leads nowhere. */
export function readCompound(bytes: Uint8Array): CompoundFile {
  const view = viewOf(bytes);
  const shift = view.getUint16(30, true);
  const smallShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw damaged();
  const sectors = new Sectors(bytes, 1 << shift);
  const table = sectors.tableOf(view);
  const directory = sectors.chain(view.getUint32(48, true), table);
  const [root, ...others] = entriesIn(directory);
  if (!root) throw damaged();
  const cutoff = view.getUint32(56, true);
  const smallTable = numbersIn(sectors.chain(view.getUint32(60, true), table));
  const small = new Sectors(sectors.chain(root.start, table), 1 << smallShift, 0);
  const top = topOf(root, [root, ...others]);
  return {
    has: (name) => top.some((each) => each.name === name && each.isStream),
    stream(name) {
      const entry = top.find((each) => each.name === name && each.isStream);
      if (!entry) return undefined;
      const whole =
        entry.length < cutoff ? small.chain(entry.start, smallTable) : sectors.chain(entry.start, table);
      if (whole.length < entry.length) throw damaged();
      return whole.subarray(0, entry.length);
    },
  };
}

class Sectors {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly size: number,
    /** How much stands before the first. */
    private readonly offset = size,
  ) {}

  /** What a chain of sectors holds; the last of a file may be cut short. */
  chain(first: number, next: readonly number[]): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let sector = first; sector < largestSector; sector = next[sector] ?? largestSector) {
      // A chain that is longer than the file goes in a circle.
      if (pieces.length * this.size > this.bytes.length) throw damaged();
      pieces.push(this.at(sector));
    }
    return joined(pieces);
  }

  /** The number of the sector that follows each. */
  tableOf(header: DataView): number[] {
    const places: number[] = [];
    for (let at = 0; at < firstTables; at++) places.push(header.getUint32(76 + 4 * at, true));
    let more = header.getUint32(68, true);
    for (let count = 0; more < largestSector; count++) {
      if (count * this.size > this.bytes.length) throw damaged();
      const own = numbersIn(this.at(more));
      more = own.pop() ?? largestSector;
      for (const each of own) places.push(each);
    }
    return places.filter((each) => each < largestSector).flatMap((each) => numbersIn(this.at(each)));
  }

  private at(sector: number): Uint8Array {
    const start = this.offset + sector * this.size;
    if (start >= this.bytes.length) throw damaged();
    return this.bytes.subarray(start, start + this.size);
  }
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = viewOf(bytes);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(4 * at, true));
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly beside: readonly [left: number, right: number];
  readonly child: number;
  readonly start: number;
  readonly length: number;
}

function entriesIn(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  return Array.from({ length: Math.floor(directory.length / entryLength) }, (_, index) => {
    const at = index * entryLength;
    const nameLength = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2));
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameLength)),
      isStream: directory[at + 66] === 2,
      beside: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    };
  });
}

/** Those directly below the root: what is embedded in a document has streams of the same names. */
function topOf(root: Entry, entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>();
  const waiting = [root.child];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    waiting.push(...entry.beside);
  }
  return [...found];
}

const damaged = (): UnreadableDocument => new UnreadableDocument(say`已损坏`);
