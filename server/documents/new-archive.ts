import { readArchive, withEntries } from './zip';

/** An archive with these contents, in their order; the same bytes for the same contents. */
export function archiveOf(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return withEntries(readArchive(emptyArchive([...contents.keys()])), contents);
}

/** The first day that the format knows: when a file was made says nothing of what is in it. */
const firstDay = 0x21;
const versionNeeded = 20;
const namesAreUtf8 = 0x800;

/** An archive of entries with nothing in them. */
function emptyArchive(names: readonly string[]): Uint8Array {
  const headers: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const each of names) {
    const name = Buffer.from(each);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(versionNeeded, 0);
    common.writeUInt16LE(namesAreUtf8, 2);
    common.writeUInt16LE(firstDay, 8);
    common.writeUInt16LE(name.length, 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), common, name]);
    records.push(Buffer.concat([Buffer.from('PK\x01\x02'), twoBytes(versionNeeded), common, where, name]));
    headers.push(header);
    at += header.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...headers, directory, Buffer.from('PK\x05\x06'), end]);
}

const twoBytes = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
