import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { report } from '../../protocol/support/report';
import { samples } from '../features/fixtures';

const clean = report().text;
const lineOf = (label: string): string =>
  clean.split('\n').find((line) => line.startsWith(`${label} |`)) ?? assert.fail(label);

/** The clean report with a line more behind the row of `label`. */
const withLine = (label: string, line: string): string =>
  clean.replace(lineOf(label), `${lineOf(label)}\n${line}`);

const found = (text: string) =>
  analyze(text)
    .findings.filter(({ rule }) => rule === 'duplicated-row')
    .map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);

describe('a row that stands twice', () => {
  for (const [label, figures] of [
    ['行政许可', '130'],
    ['行政事业性收费', '4.5'],
    ['行政规范性文件', '3 | 0 | 9'],
    ['一、本年新收政府信息公开申请数量', '5 | 1 | 0 | 0 | 0 | 0 | 6'],
    ['（一）予以公开', '6 | 1 | 0 | 0 | 0 | 0 | 7'],
    ['2.重复申请', '1 | 0 | 0 | 0 | 0 | 0 | 1'],
    ['3.其他', '1 | 0 | 0 | 0 | 0 | 0 | 1'],
    ['（七）总计', '9 | 1 | 0 | 0 | 0 | 0 | 10'],
    ['四、结转下年度继续办理', '2 | 0 | 0 | 0 | 0 | 0 | 2'],
  ] as const) {
    const text = withLine(label, `${label} | ${figures}`);
    for (const [layout, printed] of [
      ['pipes', text],
      ['tabs', text.replaceAll(' | ', '\t')],
      ['Markdown', text.replace(/^(.* \| .*)$/gmu, '| $1 |')],
    ] as const) {
      it(`with other figures is told at both places: ${label} with ${layout}`, () =>
        assert.deepEqual(found(printed), [`warning ${label}`, `warning ${label}`]));
    }
  }

  it('with the same figures contradicts nothing: what is left over is information', () => {
    for (const label of ['行政许可', '2.重复申请', '（一）予以公开']) {
      const text = withLine(label, lineOf(label));
      assert.deepEqual(found(text), []);
      assert.deepEqual(
        analyze(text).findings.filter(({ severity }) => severity === 'warning'),
        [],
      );
      assert.ok(analyze(text).findings.some(({ rule }) => rule === 'unplaced-number'));
    }
  });

  it('is none where the table stands twice, in sentences, or where the same word is a row of two groups', () => {
    const table = clean.slice(clean.indexOf('申请人情况'), clean.indexOf('四、政府信息'));
    for (const text of [
      clean,
      clean.replace('四、政府信息', `${table.replaceAll('7 | 1', '6 | 2')}四、政府信息`),
      clean.replace('三、收到和处理', '其中行政许可 120 件、行政许可变更 30 件。\n三、收到和处理'),
      ...samples.map(({ text: sample }) => sample),
    ]) {
      assert.deepEqual(found(text), []);
    }
  });
});
