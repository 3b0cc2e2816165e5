import assert from 'node:assert/strict';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { readerOf } from '../../../server/documents/kinds';
import { sheetOf } from '../support/layouts/sheet';
import { xlsxOf } from '../support/layouts/xlsx';
import { zip } from '../support/zip';

/** An archive that begins with what it is, as it stands. */
function saying(type: string): Uint8Array {
  const bytes = Buffer.from(zip({ '12345678.bin': `application/${type}`, 'content.xml': '<office/>' }));
  bytes.write('mimetype', 30, 'latin1');
  return Buffer.concat([bytes.subarray(0, 38), bytes.subarray(42)]);
}

function refusal(bytes: Uint8Array): string {
  const reader = readerOf(bytes);
  assert.ok(typeof reader === 'function');
  try {
    reader(bytes);
  } catch (error) {
    assert.ok(error instanceof UnreadableDocument, String(error));
    return `${error.reason}；${error.remedy}`;
  }
  return assert.fail('it was read');
}

describe('what is no document that is read', () => {
  it('is told by its kind, with the program that opens it', () => {
    assert.match(refusal(saying('vnd.oasis.opendocument.text')), /\.odt.*另存为 \.docx/u);
    assert.match(refusal(saying('vnd.oasis.opendocument.spreadsheet')), /\.ods.*另存为 \.xlsx/u);
    assert.match(refusal(saying('epub+zip')), /\.epub/u);
  });

  it('is a workbook where it was cut off, too', () => {
    const whole = xlsxOf(sheetOf(5, 30));
    for (const length of [whole.length - 30, Math.floor(whole.length / 2)])
      assert.match(refusal(whole.subarray(0, length)), /(?:不完整|损坏).*Excel.*\.xlsx/u);
  });
});
