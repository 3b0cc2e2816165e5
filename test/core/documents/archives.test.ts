import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { rewritten } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';

/** What a document says once another text was written into it. */
const mendedText = (bytes: Uint8Array): string => readDocx(rewritten(readDocx(bytes), '乙丙\n')).text;

/** An archive whose lengths stand behind its entries' bytes, as those write who do not know them before. */
function withDescriptors(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf('PK\x03\x04'); at >= 0; at = buffer.indexOf('PK\x03\x04', at + 4)) {
    buffer.writeUInt16LE(0x80a, at + 6);
    buffer.fill(0, at + 14, at + 26);
  }
  for (let at = buffer.indexOf('PK\x01\x02'); at >= 0; at = buffer.indexOf('PK\x01\x02', at + 4))
    buffer.writeUInt16LE(0x80a, at + 8);
  return buffer;
}

/** An archive whose directory names its entries from the last to the first. */
function reversed(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes);
  const [start, end] = [buffer.indexOf('PK\x01\x02'), buffer.lastIndexOf('PK\x05\x06')];
  const records = buffer
    .subarray(start, end)
    .toString('latin1')
    .split('PK\x01\x02')
    .slice(1)
    .map((record) => `PK\x01\x02${record}`);
  return Buffer.concat([
    buffer.subarray(0, start),
    Buffer.from(records.reverse().join(''), 'latin1'),
    buffer.subarray(end),
  ]);
}

/**
 * What a program that checks an archive has against it: headers and records that do not say the same, entries that do not lie one behind
 * the other up to the directory, a directory that is not where and as long as the end says.
 */
function faultsOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06');
  const [size, directory] = [buffer.readUInt32LE(end + 12), buffer.readUInt32LE(end + 16)];
  const faults = directory + size === end ? [] : ['the directory does not reach the end'];
  const entries: { readonly start: number; readonly end: number }[] = [];
  for (let at = directory; at < end; at += 46 + buffer.readUInt16LE(at + 28)) {
    const header = buffer.readUInt32LE(at + 42);
    const [own, told] = [buffer.subarray(header + 6, header + 30), buffer.subarray(at + 8, at + 32)];
    const isLate = (own.readUInt16LE(0) & 8) !== 0;
    const said = isLate ? 8 : 20;
    if (!own.subarray(0, said).equals(told.subarray(0, said))) faults.push(`a header at ${header}`);
    const data = header + 30 + buffer.readUInt16LE(header + 26);
    entries.push({ start: header, end: data + told.readUInt32LE(12) });
  }
  entries.sort((a, b) => a.start - b.start);
  const ends = [0, ...entries.map((entry) => entry.end)];
  const starts = [...entries.map(({ start }) => start), directory];
  return [...faults, ...ends.flatMap((place, at) => (place === starts[at] ? [] : [`bytes at ${place}`]))];
}

/** An archive that says in the larger format where its directory is. */
function enlarged(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06');
  const large = Buffer.alloc(56);
  large.write('PK\x06\x06', 'latin1');
  large.writeBigUInt64LE(44n, 4);
  large.writeBigUInt64LE(BigInt(buffer.readUInt16LE(end + 10)), 32);
  large.writeBigUInt64LE(BigInt(buffer.readUInt32LE(end + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(end), 8);
  const last = Buffer.from(buffer.subarray(end));
  last.fill(0xff, 8, 20);
  return Buffer.concat([buffer.subarray(0, end), large, locator, last]);
}

describe('an archive', () => {
  const whole = docx(paragraph(run('甲')));

  it('may tell its lengths late, and end with a comment', () => {
    const commented = Buffer.concat([whole, Buffer.from('PK注')]);
    commented.writeUInt16LE(5, whole.length - 2);
    for (const bytes of [withDescriptors(whole), commented]) assert.equal(mendedText(bytes), '乙丙\n');
  });

  it('holds together for programs that check it', () => {
    assert.deepEqual(faultsOf(whole), []);
    for (const bytes of [whole, reversed(whole), withDescriptors(whole), reversed(withDescriptors(whole))]) {
      const document = readDocx(bytes);
      assert.deepEqual(faultsOf(rewritten(document, '乙丙')), []);
    }
  });

  it('is the same where nothing differs, in the larger format, too', () => {
    const bytes = enlarged(whole);
    assert.deepEqual(rewritten(readDocx(bytes), '甲\n'), bytes);
  });

  it('is read in the larger format, and not written', () => {
    const bytes = enlarged(whole);
    assert.equal(readDocx(bytes).text, '甲\n');
    assert.throws(
      () => mendedText(bytes),
      (error) => error instanceof Unwritable && error.message.includes('ZIP64'),
    );
  });
});
