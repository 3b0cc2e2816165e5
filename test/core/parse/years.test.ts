import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { valueOf } from '../../../server/report/report';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

const own = layoutCalled('tsv').render(sheetOf(7, 20));
const row = /^([^\n]*\p{Script=Han}[^\d\n]*|[^\n]*\p{Script=Han}[^\n]*?)\t(\d+(?:\t\d+){6})[ \t]*$/gmu;

/** The report with the figures of another year in every row of 表三, before its own or behind them, and years in the head. */
const beside = (other: 'before' | 'behind', head: string): string =>
  own
    .replace(row, (_, label: string, figures: string) => {
      const zeros = figures.replace(/\d+/gu, '0');
      return other === 'before' ? `${label}\t${zeros}\t${figures}` : `${label}\t${figures}\t${zeros}`;
    })
    .replace('申请人情况', `申请人情况${head}`);

describe('two years side by side', () => {
  const { report } = analyze(own);
  const figures = report.cells.map(valueOf);

  for (const [name, text] of [
    ['the later of two that the head names', beside('before', '\t2022年\t2023年')],
    ['the first where the head names none', beside('behind', '')],
  ] as const) {
    it(`are told apart: ${name} is read, and the other said once to be unread`, () => {
      const read = analyze(text);
      assert.deepEqual(read.report.cells.map(valueOf), figures);
      const said = read.findings.filter(({ rule }) => rule === 'unplaced-number');
      assert.equal(said.length, 1);
      assert.match(said[0]?.message ?? '', /两组数字.*没有读，也没有核对/u);
      assert.deepEqual(
        read.findings.filter(({ hard }) => hard),
        [],
      );
    });
  }
});
