import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { related } from '../../../server/features/places/related';
import { hints } from '../../../server/features/showing/hints';
import { mark } from '../support/marked';
import { applicationsTable, atCursor, samples, vertical } from './fixtures';

const received = '一、本年新收政府信息公开申请数量';
const carriedOver = '二、上年结转政府信息公开申请数量';
const granted = '三、本年度办理结果 | （一）予以公开';
const total = '（七）总计';
const forward = '四、结转下年度继续办理';

/** Holds what lights up with the cursor at ‸, shown by ⟦⟧; the figure under the cursor is marked, too. */
function check(source: string): void {
  const expected = source.replace('‸', '');
  const { analysis, text } = atCursor(source.replace(/[⟦⟧]/g, ''));
  const { cursor } = atCursor(source.replace(/[⟦⟧]/g, ''));
  assert.equal(
    mark(
      text,
      related(analysis, cursor).map(({ span }) => span),
    ),
    expected,
  );
}

describe('figures that belong together', () => {
  it('to a total its parts', () =>
    check(applicationsTable({ [received]: '⟦8⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦1⟧ | ⟦‸9⟧' })));

  it('to a part its totals, and what it is balanced with', () =>
    check(
      applicationsTable({
        [received]: '⟦‸8⟧ | 0 | 0 | 0 | 0 | 1 | ⟦9⟧',
        [carriedOver]: '⟦0⟧ | 0 | 0 | 0 | 0 | 0 | 0',
        [total]: '⟦8⟧ | 0 | 0 | 0 | 0 | 0 | 8',
        [forward]: '⟦0⟧ | 0 | 0 | 0 | 0 | 0 | 0',
      }),
    ));

  it('to a result its two totals', () =>
    check(
      applicationsTable({
        [granted]: '8 | ⟦‸0⟧ | 0 | 0 | 0 | 1 | ⟦9⟧',
        [total]: '8 | ⟦0⟧ | 0 | 0 | 0 | 1 | 9',
      }),
    ));

  it('to the label of a row its figures', () =>
    check(
      applicationsTable({ [forward]: '⟦8⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦1⟧ | ⟦9⟧' }).replace('四、', '四、‸'),
    ));

  it('to the label of a column its figures', () => {
    const { analysis, cursor, text } = atCursor(vertical.replace('自然人', '自‸然人'));
    assert.deepEqual(
      related(analysis, cursor).map(({ span, role }) => `${role} ${text.slice(span.start, span.end)}`),
      ['related 8', 'related 0', 'related 4'],
    );
  });

  it('to nothing else anything', () => {
    const { analysis, cursor } = atCursor('一、总体情况\n收到申请‸8件。\n');
    assert.deepEqual(related(analysis, cursor), []);
  });

  it('the figure under the cursor is told from the others', () => {
    const { analysis, cursor } = atCursor(applicationsTable({ [received]: '8 | 0 | 0 | 0 | 0 | 1 | ‸9' }));
    const own = related(analysis, cursor).filter(({ role }) => role === 'self');
    assert.deepEqual(
      own.map(({ span }) => span),
      [{ start: cursor, end: cursor + 1 }],
    );
  });
});

describe('hints', () => {
  const cases: readonly [what: string, rows: Record<string, string>, expected: Record<string, string>][] = [
    ['none where all is well', {}, {}],
    [
      'behind a total what it would have to be',
      {
        [received]: '8 | 0 | 0 | 0 | 0 | 0 | 9',
        [total]: '8 | 0 | 0 | 0 | 0 | 0 | 9',
        [granted]: '8 | 0 | 0 | 0 | 0 | 0 | 9',
      },
      {
        '0 | 9\n二': '各项之和是 8，差 +1',
        '0 | 9\n（二）': '各项之和是 8，差 +1',
        '0 | 9\n四': '各项之和是 8，差 +1',
      },
    ],
    [
      'behind the last figure of a balance both sides',
      {
        [received]: '8 | 0 | 0 | 0 | 0 | 0 | 8',
        [total]: '7 | 0 | 0 | 0 | 0 | 0 | 7',
        [granted]: '7 | 0 | 0 | 0 | 0 | 0 | 7',
      },
      {
        '继续办理 | 0': '收到与结转共 8，办理与结转下年共 7，差 −1',
        '0 | 0\n$': '收到与结转共 8，办理与结转下年共 7，差 −1',
      },
    ],
  ];
  for (const [what, rows, expected] of cases) {
    it(what, () => {
      const text = applicationsTable(rows);
      const found = hints(analyze(text));
      const offsets = Object.keys(expected).map((before) => {
        const plain = before.replace('$', '');
        const start = before.endsWith('$') ? text.lastIndexOf(plain) : text.indexOf(plain);
        return start + plain.replace(/\n.*/, '').length;
      });
      assert.deepEqual(
        found.map(({ offset }) => offset),
        offsets,
      );
      assert.deepEqual(
        found.map((hint) => hint.text),
        Object.values(expected),
      );
    });
  }

  it('where one figure explains all that fails, behind it what it would have to be', () => {
    const text = applicationsTable({
      [received]: '8 | 0 | 0 | 0 | 0 | 0 | 8',
      [forward]: '8 | 0 | 0 | 0 | 0 | 0 | 9',
    });
    assert.deepEqual(
      hints(analyze(text)).map((hint) => hint.text),
      ['应为 8'],
    );
  });

  it('where a figure or a row is lost, there what has to be put in', () => {
    const rows = { [received]: '8 | 0 | 0 | 0 | 0 | 0 | 8', [forward]: '8 | 0 | 0 | 0 | 0 | 0' };
    const cell = applicationsTable(rows);
    assert.deepEqual(hints(analyze(cell)), [
      { offset: cell.lastIndexOf(rows[forward] ?? '') + '8 | 0 | 0 | 0 | 0 | 0'.length, text: '应补 8' },
    ]);
    const whole = applicationsTable({ ...rows, [forward]: '8 | 0 | 0 | 0 | 0 | 0 | 8' });
    const row = whole.replace(/\n二、上年结转.*/u, '');
    assert.deepEqual(
      hints(analyze(row)).map(({ text, offset }) => [
        text,
        row.slice(0, offset).endsWith(rows[received] ?? ''),
      ]),
      [['应补 0、0、0、0、0、0、0', true]],
    );
  });

  it('none where it cannot be told', () => {
    const rows = { [carriedOver]: '1 | | | 0 | 0 | 0 | 3', [forward]: '1 | | | 0 | 0 | 0 | 3' };
    assert.deepEqual(hints(analyze(applicationsTable(rows))), []);
  });

  for (const { name, text } of samples) {
    it(`in ${name} stand behind figures, and are not read together with them`, () => {
      const analysis = analyze(text);
      const ends = new Set(analysis.report.cells.map(({ span }) => span.end));
      for (const { offset, text: hint } of hints(analysis)) {
        assert.ok(ends.has(offset));
        assert.match(hint, /^\p{Script=Han}/u);
      }
      assert.equal(
        hints(analysis).length > 0,
        analysis.balances.some(({ difference }) => difference !== 0) ||
          analysis.findings.some(({ rule }) => rule === 'missing-cell'),
      );
    });
  }
});
