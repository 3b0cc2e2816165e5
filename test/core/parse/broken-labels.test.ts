import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { valueOf } from '../../../server/report/report';
import { type Break, withBrokenLabels } from '../support/broken-labels';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { withZeros } from '../support/zeros';

const separators = { 'tsv-tight': '\t', tsv: '\t', 'pipes-inner': ' | ', csv: ',' } as const;
const ways: readonly Break[] = [4, 6, 8, 12, 16].flatMap((width) =>
  (['first', 'middle', 'last'] as const).flatMap((at) =>
    [false, true].map((isNeighbourBroken) => ({ width, at, isNeighbourBroken })),
  ),
);

describe('labels broken over lines, cells with separators between them', function () {
  this.timeout(60_000);

  for (const [id, separator] of Object.entries(separators)) {
    for (const zero of ['0', '', '-']) {
      it(`give their figures to no other row in ${id}, with "${zero}" for zero`, () => {
        const layout = layoutCalled(id);
        for (const [seed, size] of [5, 60, 5000].entries()) {
          const plain = sheetOf(seed, size);
          const sheet = zero === '0' ? plain : withZeros(plain, 'all', zero, seed);
          const expected = expectationOf(sheet, layout);
          for (const way of ways) {
            // A line of two words with a comma between them is no row of a file with commas: nothing tells it from prose.
            if (id === 'csv' && way.isNeighbourBroken) continue;
            const text = withBrokenLabels(layout.render(sheet), separator, way);
            const report = parseReport(text);
            const wrong = wrongCells(report, expected);
            const name = `${seed} ${JSON.stringify(way)}`;
            const paths = (cells: readonly number[]) => cells.map((index) => report.form.cells[index]?.path);
            assert.deepEqual(paths(misread(report, wrong)), [], name);
            const lost = wrong.filter((index) => Number(expected.cells[index]) > 0);
            assert.deepEqual(paths(lost), [], name);
          }
        }
      });
    }
  }

  it('are whole labels in a table that lacks rows, and rows that are not there have no figures', () => {
    const text = [
      '二、主动公开政府信息情况',
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性',
      '文件\t2\t4\t17',
      '行政许可\t6',
    ].join('\n');
    const { cells, form, tables } = parseReport(text);
    const read = form.cells
      .filter(({ table }) => table === 'proactiveDisclosure')
      .map(({ index }) => valueOf(cells[index]));
    assert.deepEqual(read, [0, 0, 0, 2, 4, 17, 6, null, null, null]);
    const label = tables[0]?.rows.find(({ row }) => row === 1)?.label;
    assert.equal(text.slice(label?.start, label?.end), '行政规范性\n文件');
  });
});
