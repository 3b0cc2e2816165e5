import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { readDoc } from '../../../server/documents/doc/doc';
import { type Document, readerOf } from '../../../server/documents/kinds';
import { placeOf } from '../../../server/documents/lines/lines';
import { readDocx } from '../../../server/documents/word/docx';
import { ofWord } from '../support/old-word';
import { below, randomOf } from '../support/random';

const file = readFileSync(path.join(process.cwd(), 'test/core/documents/fixtures/old-word.doc'));

function read(bytes: Uint8Array): Document | string {
  const reader = readerOf(bytes);
  assert.ok(typeof reader === 'function');
  try {
    return reader(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return `${error.reason}；${error.remedy}`;
    throw error;
  }
}

/** The file with other bytes from a place on. */
const changed = (at: number, ...bytes: readonly number[]): Buffer => {
  const copy = Buffer.from(file);
  copy.set(bytes, at);
  return copy;
};

describe('documents of Word 97 to 2003', () => {
  it('say what the same document says as .docx: merged cells, numbers of lists, accepted changes, fields', () => {
    assert.equal(readDoc(file).text, readDocx(ofWord()).text);
  });

  it('have their notes, as comments, and the words of their boxes behind the text', () => {
    const notes = readFileSync(path.join(process.cwd(), 'test/core/documents/fixtures/notes-and-box.doc'));
    const { text } = readDoc(notes);
    assert.equal(
      text.replaceAll('\t', ''),
      '收到申请5件。\n次段\n末段\n<!-- 注：其中网上申请3件 -->\n<!-- 注：尾注的字 -->\n框里的字9件\n',
    );
  });

  it('keep the raised mark of a note apart from the figure, and leave out what is struck out', () => {
    // Three figures with a raised 4, struck out beside another and struck out alone, saved by LibreOffice.
    const marks = readFileSync(
      path.join(process.cwd(), 'test/core/documents/fixtures/raised-and-struck.doc'),
    );
    assert.equal(readDoc(marks).text, '规章\t57467[4]\t385\t〔划掉的数〕\n\n');
    assert.deepEqual(readDoc(marks).notices, ['有 2 处划掉的数，没有读']);
  });

  it('name tables, rows and cells', () => {
    const document = readDoc(file);
    assert.equal(placeOf(document, document.text.indexOf('\t5') + 1), '表格 1 第 3 行第 4 格');
  });

  it('are known by what is in them, and say so', () => {
    const document = read(file);
    assert.ok(typeof document !== 'string' && 'kind' in document);
    assert.match(document.kind, /旧格式的 Word 文档/u);
  });

  it('are refused in a sentence where they have a password, are older, or something else', () => {
    const head = file.indexOf(Buffer.of(0xec, 0xa5));
    const name = file.indexOf(Buffer.from('WordDocument', 'utf16le'));
    const named = (other: string): Buffer => {
      const copy = changed(name, ...Buffer.from(other, 'utf16le'), 0, 0);
      copy[name + 64] = 2 * other.length + 2;
      return copy;
    };
    const cases: readonly (readonly [bytes: Uint8Array, said: RegExp])[] = [
      [changed(head + 11, (file[head + 11] ?? 0) | 1), /^有密码；.*去掉密码/u],
      [changed(head + 2, 0x68, 0), /^是 Word 95 或更早的文档/u],
      [changed(head, 0, 0), /^已损坏/u],
      [named('EncryptedPackage'), /^有密码；.*去掉密码/u],
      [named('Book'), /^是 Excel 95 或更早的表格.*另存为 \.xlsx/u],
      [named('Other'), /^是旧格式的文档，或者已损坏/u],
      [file.subarray(0, 3000), /^没有传完整，后面缺了一截.*重新下载/u],
    ];
    for (const [bytes, said] of cases) assert.match(String(read(bytes)), said);
  });

  it('come to an end whatever bytes are damaged', () => {
    const random = randomOf(7);
    for (let round = 0; round < 400; round++) {
      const copy = Buffer.from(file);
      for (let count = 1 + below(random, 8); count > 0; count--)
        copy[below(random, copy.length)] = below(random, 2) === 0 ? 255 : below(random, 256);
      const started = performance.now();
      read(copy);
      assert.ok(performance.now() - started < 5000, `round ${round}`);
    }
  });
});
