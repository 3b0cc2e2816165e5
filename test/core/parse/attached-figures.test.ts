import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

/** What the cells say. */
const valuesOf = (text: string): (number | string)[] =>
  analyze(text).report.cells.map((cell) => (cell.kind === 'count' ? cell.value : cell.kind));

describe('a figure right behind its label', () => {
  const seeds = [1, 2, 4, 5, 8];
  const copied = (seed: number): string => layoutCalled('tsv').render(sheetOf(seed, 40, '2021'));

  it('is the first of its row, as pages copy what stands close', () => {
    for (const seed of seeds) {
      const text = copied(seed);
      const attached = text
        .replace(/\t+/gu, ' ')
        .replace(/(?<=[\p{L}）”]) (?=[\d.]+(?: [\d.]+)*\s*$)/gmu, '');
      assert.notEqual(attached, text);
      assert.deepEqual(valuesOf(attached), valuesOf(text), attached);
    }
  });

  it('is none where what stands before it is no label', () => {
    const text = copied(4);
    for (const line of ['附件1', '行政许可事项表2', '规章1.2版'])
      assert.deepEqual(valuesOf(text.replace('规章\t', `${line}\n规章\t`)), valuesOf(text), line);
  });
});
