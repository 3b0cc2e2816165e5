import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { findingsLine } from '../../../server/export/findings';
import type { Finding } from '../../../server/report/finding';
import { unmark } from '../support/marked';

const bare: Finding = {
  rule: 'row-total',
  severity: 'error',
  hard: true,
  message: '合计不符',
  span: { start: 0, end: 0 },
  related: [],
  cells: [],
  equations: [],
  repairs: [],
};

/** What is exported of one finding in a marked text; the first span is the finding, the others are its edits. */
function exported(
  marked: string,
  more: (spans: Analysis['findings'][number]['span'][]) => Partial<Finding> = () => ({}),
) {
  const { text, spans } = unmark(marked);
  const [span = bare.span, ...rest] = spans;
  const analysis: Analysis = { ...analyze(text), findings: [{ ...bare, span, ...more(rest) }] };
  return JSON.parse(findingsLine('甲.txt', analysis)).findings[0];
}

describe('findings as JSON', () => {
  it('are one line a file, with what was read of it', () => {
    const line = findingsLine('年报/甲.txt', analyze('某县水利局2024年政府信息公开工作年度报告\n'));
    assert.match(line, /^[^\n]+\n$/);
    const { findings, ...rest } = JSON.parse(line);
    assert.deepEqual(rest, {
      file: '年报/甲.txt',
      agency: '某县水利局',
      year: 2024,
      edition: '2021',
      coverage: { cells: 200, read: 0, equations: 42, decided: 0 },
    });
    assert.deepEqual(Object.keys(findings[0]), [
      'rule',
      'severity',
      'hard',
      'message',
      'range',
      'cells',
      'repairs',
    ]);
  });

  it('say null of an agency and a year that cannot be told', () => {
    const { agency, year } = JSON.parse(findingsLine('-', analyze('')));
    assert.deepEqual([agency, year], [null, null]);
  });

  it('count lines and characters from 0, characters in UTF-16, whatever ends the lines', () => {
    assert.deepEqual(exported('一\r\n二\n𠮷字⟦12⟧').range, {
      start: { line: 2, character: 3 },
      end: { line: 2, character: 5 },
    });
    assert.deepEqual(exported('一\r⟦二\n三⟧').range, {
      start: { line: 1, character: 0 },
      end: { line: 2, character: 1 },
    });
  });

  it('name cells and numbers of the edits that change figures, and of no others', () => {
    const cell = 'applications.received.total';
    const { repairs, cells } = exported('⟦合⟧计⟦⟧\n⟦8⟧', ([empty = bare.span, digit = bare.span]) => ({
      cells: [cell],
      repairs: [
        {
          title: '改合计',
          confidence: 'unique',
          edits: [{ span: digit, newText: '9', cell, from: 8, to: 9 }],
        },
        { title: '补数字', confidence: 'possible', edits: [{ span: empty, newText: '8', cell, to: 8 }] },
        { title: '补序号', confidence: 'safe', edits: [{ span: empty, newText: '五、' }] },
      ],
    }));
    const [digit, end, empty] = [
      { line: 1, character: 0 },
      { line: 1, character: 1 },
      { line: 0, character: 2 },
    ];
    assert.deepEqual(cells, [cell]);
    assert.deepEqual(repairs, [
      {
        title: '改合计',
        confidence: 'unique',
        edits: [{ cell, from: 8, to: 9, range: { start: digit, end }, newText: '9' }],
      },
      {
        title: '补数字',
        confidence: 'possible',
        edits: [{ cell, from: null, to: 8, range: { start: empty, end: empty }, newText: '8' }],
      },
      {
        title: '补序号',
        confidence: 'safe',
        edits: [{ range: { start: empty, end: empty }, newText: '五、' }],
      },
    ]);
  });
});
