import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import { layoutCalled } from '../support/layouts';
import { mapRows, sheetOf } from '../support/layouts/sheet';

const granted = 'applications.results.granted';

/** The findings of a report of which one row has other cells; its facts are those of `sheetOf(seed, 60)`. */
function found(
  row: string,
  change: (cells: readonly string[]) => (string | undefined)[],
  seed = 5,
): Finding[] {
  const sheet = mapRows(sheetOf(seed, 60), (each) =>
    each.id === row ? { ...each, cells: change(each.cells as readonly string[]) } : each,
  );
  const { findings } = analyze(layoutCalled('pipes-inner').render(sheet));
  return findings.filter(({ rule }) => rule === 'missing-cell' || rule === 'not-a-count');
}

const without =
  (...gone: readonly number[]) =>
  (cells: readonly string[]) =>
    cells.map((text, column) => (gone.includes(column) ? undefined : text));

describe('figures that were lost', () => {
  const lost: readonly [string, readonly number[], string][] = [
    [granted, [3], '「予以公开」行少一个数字，分不出是哪一列的，由合计推出是 0'],
    [granted, [2, 4], '「予以公开」行少 2 个数字，分不出是哪几列的，由合计推出是 0、0'],
    ['disputes.litigation.direct', [1], '「未经复议直接起诉」行少一个数字，分不出是哪一列的'],
    ['disputes.reconsideration', [4], '缺少「行政复议」行「总计」列的数字，由合计推出应为 4'],
    ['proactiveDisclosure.normativeDocuments', [1], '「行政规范性文件」行少一个数字，分不出是哪一列的'],
    ['proactiveDisclosure.normativeDocuments', [0, 1], '「行政规范性文件」行少 2 个数字，分不出是哪几列的'],
  ];
  for (const [row, gone, message] of lost) {
    it(`no column is named where none is known: ${row} without ${gone.join()}`, () => {
      const told = found(row, without(...gone));
      assert.deepEqual(
        told.map((each) => each.message),
        [message],
      );
      const isKnown = message.startsWith('缺少');
      for (const { confidence } of told[0]?.repairs ?? []) assert.equal(confidence === 'unique', isKnown);
    });
  }

  it('a repair that is the same in several columns names them all', () => {
    const [repair, ...others] = found(granted, without(0))[0]?.repairs ?? [];
    assert.deepEqual(others, []);
    for (const column of ['自然人', '科研机构', '总计']) assert.ok(repair?.title.includes(`「${column}」`));
  });

  it('what a cell without a figure must be is not certain where the digits in it say otherwise', () => {
    // The first cell of the row is 7.
    const cases: readonly [string, readonly string[], string][] = [
      ['约1', ['possible 7'], '像是 1，由合计推出却是 7'],
      ['九', ['possible 7'], '像是 9，由合计推出却是 7'],
      ['7.5', ['possible 7'], '像是 7.5，由合计推出却是 7'],
      ['1O', ['possible 7'], '像是 10，由合计推出却是 7'],
      ['9007199254740993', ['possible 7'], '数字太大，请核对；由合计推出是 7'],
      ['１２３４５６７８９０１２３４５６７８', ['possible 7'], '数字太大，请核对；由合计推出是 7'],
      ['7'.repeat(400), ['possible 7'], '数字太大，请核对；由合计推出是 7'],
      ['约7', ['unique 7'], ''],
      ['若干', ['unique 7'], ''],
    ];
    for (const [words, repairs, said] of cases) {
      const [finding] = found(granted, (cells) => [words, ...cells.slice(1)], 2);
      assert.deepEqual(
        finding?.repairs.map(({ confidence, edits }) => `${confidence} ${edits[0]?.to}`),
        repairs,
        words,
      );
      assert.ok(finding.message.includes(said), finding.message);
    }
  });

  it('are not put beside what is too long to be read as what a cell has', () => {
    for (const words of [
      '另行公布，以主管部门最后公布的为准，在此之前不作为依据',
      'x'.repeat(60),
      `-${'7'.repeat(80)}`,
    ]) {
      const [finding] = found(granted, (cells) => [words, ...cells.slice(1)], 2);
      assert.match(finding?.message ?? '', /^缺少「予以公开」行「自然人」列的数字/u);
      assert.deepEqual(finding?.repairs, []);
    }
  });

  it('of one row are put in together where the sums know all of them', () => {
    for (const [seed, gone] of [
      [1, [0, 6]],
      [1, [1, 6]],
      [1, [2, 6]],
    ] as const) {
      for (const id of ['pipes-inner', 'tsv', 'cells-tab', 'gfm', 'html-fragment', 'spaces']) {
        const layout = layoutCalled(id);
        const sheet = sheetOf(seed, 600);
        const cut = mapRows(sheet, (row) =>
          row.id === granted ? { ...row, cells: without(...gone)(row.cells as readonly string[]) } : row,
        );
        const text = layout.render(cut);
        const mends = analyze(text)
          .findings.filter(({ rule }) => rule === 'missing-cell')
          .flatMap(({ repairs }) => repairs);
        const whole = analyze(layout.render(sheet)).report.cells.map(valueOf);
        const values = mends.map(({ edits }) =>
          parseReport(applyEdits(text, edits)).cells.map(valueOf).join(),
        );
        assert.ok(values.includes(whole.join()), `${id} ${seed} ${gone.join()}: ${values.length} repairs`);
      }
    }
  });
});
