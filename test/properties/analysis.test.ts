import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../server/analysis';
import { exportReport, schemaVersions } from '../../server/export/json';
import { articleOf } from '../../server/export/page/page';
import { resultsOf } from '../../server/export/sarif';
import { hover } from '../../server/features/explaining/hover';
import { folds } from '../../server/features/showing/folding';
import { hints } from '../../server/features/showing/hints';
import { symbols } from '../../server/features/showing/symbols';
import { tokensOf } from '../../server/features/showing/tokens';
import { formatTables } from '../../server/features/writing/format';
import { applyEdits } from '../../server/report/finding';
import { rules } from '../../server/rules/all';
import { quoted } from '../../server/rules/quoted';
import { fold } from '../../server/text/fold';
import type { Span } from '../../server/text/span';
import { complaints } from '../core/export/schema';
import { trial } from '../core/support/trial';
import { runsOf, timeout } from './runs';
import { anyTexts, damagedReports, somePlaces } from './texts';

/** Every span anywhere in plain data, but for those of other documents. */
function* spansIn(data: unknown): Iterable<Span> {
  if (typeof data !== 'object' || data === null || 'document' in data) return;
  const { start, end } = data as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') yield { start, end };
  for (const part of Object.values(data)) yield* spansIn(part);
}

/** All that is said of a text, to anybody. */
function answersTo(analysis: Analysis, places: readonly number[]) {
  const { text, report, findings } = analysis;
  const { form: _, shown: __, ...read } = report;
  return {
    read,
    findings: findings.map((finding) => ({ ...finding, repairs: finding.repairs })),
    hovers: places.map((at) => hover(analysis, Math.floor(at * (text.length + 1)))),
    symbols: symbols(analysis),
    folds: folds(analysis),
    hints: hints(analysis),
    tokens: tokensOf(analysis),
  };
}

/** The number that is printed at a place; undefined where it is none in digits. */
function numberAt({ report }: Analysis, span: Span): number | undefined {
  const digits = fold(quoted(report.shown, span)).replace(/,/gu, '');
  const [, sign = '', number = ''] = /^([+-]{1,2}|[增减])?(\d+(?:\.\d+)?)$/u.exec(digits) ?? [];
  return number === '' ? undefined : Number(number) * (/^(?:-|减)/u.test(sign) ? -1 : 1);
}

/** Tries a property on texts: a test of its own. */
function holds(
  what: string,
  usual: number,
  texts: fc.Arbitrary<string>,
  check: (text: string, places: readonly number[]) => void,
): Mocha.Func {
  const tried = trial(what);
  return () =>
    fc.assert(
      fc.property(texts, somePlaces, (text, places) => tried(() => check(text, places))),
      runsOf(usual),
    );
}

describe('of any text', function () {
  this.timeout(timeout);

  it(
    'all is answered, inside the text, and nothing breaks down',
    holds(
      '任意的、弄坏的文字：编辑器问的都有回答，位置都在文内，没有一项检查中断',
      600,
      anyTexts,
      (text, places) => {
        const analysis = analyze(text);
        assert.deepEqual(analysis.broken, []);
        for (const { start, end } of spansIn(answersTo(analysis, places)))
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
      },
    ),
  );

  it(
    'what is exported keeps to its schema',
    holds('任意的文字：导出的 JSON 合公布的架构', 300, anyTexts, (text) => {
      const analysis = analyze(text);
      for (const schema of schemaVersions)
        for (const spans of [undefined, { start: 0 }])
          assert.deepEqual(complaints(JSON.parse(exportReport(analysis, { schema, spans })), schema), []);
    }),
  );

  it(
    'the same is said the second time, to the byte',
    holds('任意的文字：查两遍，导出的字节相同', 140, anyTexts, (text, places) => {
      const all = (analysis: Analysis): string =>
        JSON.stringify([
          answersTo(analysis, places),
          exportReport(analysis, { spans: { start: 0 } }),
          articleOf(analysis, '甲.txt'),
          resultsOf({ file: '甲.txt', analysis }, rules),
        ]);
      assert.equal(all(analyze(text)), all(analyze(text)));
    }),
  );
});

describe('of a report, whatever its layout and its faults', function () {
  this.timeout(timeout);

  it(
    'a figure is what is printed where it is said to stand',
    holds('任意的文字：读出的每个数就是原处印的数', 600, anyTexts, (text) => {
      const analysis = analyze(text);
      const { cells, form } = analysis.report;
      for (const [index, cell] of cells.entries())
        if (cell.kind === 'count' && !cell.broken)
          assert.equal(numberAt(analysis, cell.span), cell.value, form.cells[index]?.path);
      for (const { repairs } of analysis.findings)
        for (const { cell, from, span } of repairs.flatMap(({ edits }) => edits))
          if (cell !== undefined && typeof from === 'number' && span.end > span.start)
            assert.ok([from, undefined].includes(numberAt(analysis, span)), `${cell} is not ${from}`);
    }),
  );

  it(
    'is said what was said, once its tables are laid out anew',
    holds('各种排版和损坏的年报：整理表格以后每一格不变，再整理一次不动', 160, damagedReports, (text) => {
      const { edits } = formatTables(analyze(text), 'tab', { start: 0, end: text.length });
      const after = analyze(applyEdits(text, edits));
      const figures = ({ report }: Analysis) =>
        report.cells.map(({ span: _, ...cell }) => ({ ...cell, printed: '' }));
      assert.deepEqual(figures(after), figures(analyze(text)));
      const again = formatTables(after, 'tab', { start: 0, end: after.text.length });
      assert.deepEqual(again.edits, []);
    }),
  );
});
