import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';

// Text that a program copied from a page: in 表四 zeros are left empty, and only the labels above tell whose figures those on its line are.

type Measure = (text: string) => number;

const byUnits: Measure = (text) => text.length;
const byWidth: Measure = (text) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

const step = 7;

/** A line with texts in columns of the table. */
const row = (texts: readonly string[], measure: Measure): string =>
  texts.reduce(
    (line, text, column) =>
      text === '' ? line : line + ' '.repeat(Math.max(0, 2 + step * column - measure(line))) + text,
    '',
  );

const thrice = (texts: readonly string[]): string[] => [...texts, ...texts, ...texts];

function report(figures: string, measure: Measure): string {
  return [
    '四、政府信息公开行政复议、行政诉讼情况',
    '          行政复议                                  行政诉讼',
    '                                   未经复议直接起诉                    复议后起诉',
    row(thrice(['结果', '结果', '其他', '尚未', '总']), measure),
    row(thrice(['维持', '纠正', '结果', '审结', '计']), measure),
    row(
      figures.split(' ').map((text) => (text === '_' ? '' : text)),
      measure,
    ),
    '五、存在的主要问题及改进情况',
    '',
  ].join('\n');
}

const read = (text: string): string =>
  analyze(text)
    .report.cells.slice(-15)
    .map((cell) => (cell.kind === 'count' ? cell.value : cell.kind === 'blank' ? '_' : cell.kind))
    .join(' ');

/** What is found in the table and no reading excuses. */
const errors = (text: string): string[] =>
  analyze(text).findings.flatMap(({ hard, rule, message }) =>
    hard && !rule.startsWith('missing-') ? [message] : [],
  );

describe('rows side by side below one head that is broken over lines', () => {
  const rows = [
    '_ _ _ _ 18 _ _ 1 _ 1 1 _ _ _ 1',
    '_ _ _ 3 3 1 _ _ _ 1 _ _ _ _ 0',
    '2 _ _ _ 2 _ _ _ _ _ _ _ _ _ _',
    '_ _ _ _ _ _ 1 _ _ 1 _ _ _ _ _',
    '_ _ _ _ 18 0 0 0 0 0 0 0 0 0 0',
  ];
  for (const [name, measure] of Object.entries({ byUnits, byWidth })) {
    for (const figures of rows) {
      it(`have their figures below their labels: ${figures}, ${name}`, () => {
        const text = report(figures, measure);
        assert.equal(read(text), figures);
        assert.deepEqual(errors(text), []);
      });
    }
  }

  it('are not read where the figures stand below no label in particular', () => {
    const text = report('_ _ _ _ 18 _ _ 1 _ 1 1 _ _ _ 1', byWidth).replace(
      /^ +18.*$/mu,
      '   18   1   1   1   1',
    );
    const { report: found, findings } = analyze(text);
    assert.ok(found.cells.slice(-15).every(({ kind }) => kind === 'absent'));
    assert.deepEqual(errors(text), []);
    assert.ok(findings.some(({ rule }) => rule === 'unread-table'));
  });

  it('tell nothing by one 0 alone where how wide characters are makes a difference', () => {
    assert.doesNotMatch(read(report('_ _ _ _ _ _ _ 0 _ _ _ _ _ _ _', byWidth)), /^0/u);
  });
});
