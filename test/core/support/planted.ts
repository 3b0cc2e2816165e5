import { analyze } from '../../../server/analysis';
import type { Archive } from '../../../server/documents/containers/zip';
import { exportWord } from '../../../server/export/word';
import { layoutCalled } from './layouts';
import { changed, cut, docxOf, run } from './layouts/docx';
import { mapRows, type Sheet, sheetOf } from './layouts/sheet';
import { below, pick, randomOf } from './random';

/** A report as a document, as it should be and with one figure that is not the right one. */
export interface Planted {
  readonly right: Uint8Array;
  readonly wrong: Uint8Array;
}

/** Reports as documents: as word processors write their characters, and in the official form as we do. */
const ways: readonly ((sheet: Sheet) => Uint8Array)[] = [
  (sheet) => docxOf(sheet, run),
  (sheet) => docxOf(sheet, cut),
  (sheet) => docxOf(sheet, changed),
  (sheet) => exportWord(analyze(layoutCalled('tsv').render(sheet))),
];

/** The document of a seed, with a wrong figure in 表三. */
export function plantedIn(seed: number): Planted {
  const random = randomOf(seed * 7919 + 5);
  const right = sheetOf(seed, 40, seed % 4 === 3 ? '2019' : '2021');
  const write = pick(random, ways);
  return { right: write(right), wrong: write(withWrong(right, random)) };
}

function withWrong(right: Sheet, random: () => number): Sheet {
  const row = pick(random, right.rows.applications);
  const column = below(random, row.cells.length);
  const wrong = String(Number(row.cells[column]) + pick(random, [1, 2, 9, 10, 27, 90]));
  return mapRows(right, (each) =>
    each === row ? { ...each, cells: each.cells.map((cell, at) => (at === column ? wrong : cell)) } : each,
  );
}

/** The entries of an archive as they lie there, headers and all, but for one. */
export const bytesBut = ({ bytes, entries }: Archive, name: string): ReadonlyMap<string, string> =>
  new Map(
    entries
      .filter((entry) => entry.name !== name)
      .map((entry) => [
        entry.name,
        Buffer.from(bytes.subarray(entry.header, entry.data.end)).toString('latin1'),
      ]),
  );
