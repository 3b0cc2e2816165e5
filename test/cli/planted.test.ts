import assert from 'node:assert/strict';
import { analyze } from '../../server/analysis';
import { mend } from '../../server/cli/mend';
import { writableIn } from '../../server/cli/writable';
import { readDocx } from '../../server/documents/docx';
import { rewritten } from '../../server/documents/rewrite';
import { type Archive, readArchive } from '../../server/documents/zip';
import type { Confidence } from '../../server/report/finding';
import { changed, cut, docxOf, run } from '../core/support/layouts/docx';
import { mapRows, type Sheet, sheetOf } from '../core/support/layouts/sheet';
import { below, pick, randomOf } from '../core/support/random';

const ways = [run, cut, changed] as const;
const confidences = new Set<Confidence>(['safe', 'unique']);

/** A report with one figure of 表三 that is not the right one. */
function planted(right: Sheet, random: () => number): Sheet {
  const row = pick(random, right.rows.applications);
  const column = below(random, row.cells.length);
  const wrong = String(Number(row.cells[column]) + pick(random, [1, 2, 9, 10, 27, 90]));
  return mapRows(right, (each) =>
    each === row ? { ...each, cells: each.cells.map((cell, at) => (at === column ? wrong : cell)) } : each,
  );
}

/** The entries of an archive as they lie there, headers and all, but for one. */
const bytesBut = ({ bytes, entries }: Archive, name: string): ReadonlyMap<string, string> =>
  new Map(
    entries
      .filter((entry) => entry.name !== name)
      .map((entry) => [
        entry.name,
        Buffer.from(bytes.subarray(entry.header, entry.data.end)).toString('latin1'),
      ]),
  );

describe('two hundred documents with one wrong figure each', function () {
  this.timeout(240_000);

  it('are mended in that cell, and in nothing else', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = randomOf(seed * 7919 + 5);
      const right = sheetOf(seed, 40, seed % 4 === 3 ? '2019' : '2021');
      const runs = pick(random, ways);
      const before = docxOf(planted(right, random), runs);
      const document = readDocx(before);
      const { accepts } = writableIn(document);
      const { text, titles } = mend(analyze(document.text), confidences, analyze, accepts);
      assert.equal(titles.length, 1, `${seed}`);
      const after = rewritten(document, text);
      assert.equal(readDocx(after).text, readDocx(docxOf(right, runs)).text, `${seed} ${titles}`);
      const name = 'word/document.xml';
      assert.deepEqual(bytesBut(readArchive(after), name), bytesBut(readArchive(before), name), `${seed}`);
    }
  });
});
