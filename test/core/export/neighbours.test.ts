import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { type Analysis, analyze } from '../../../server/analysis';
import { findingsText } from '../../../server/cli/checking/findings-text';
import { findingsLine } from '../../../server/export/findings';
import { resultsOf, sarifLog } from '../../../server/export/sarif';
import { parseReport } from '../../../server/parse/parse';
import type { Filed } from '../../../server/report/neighbours';
import { reportOf } from '../support/whose';

const filed = (document: string, year: number): Filed => {
  const text = reportOf({ agency: '云溪县水务局', year });
  return { document, text, report: parseReport(text) };
};

const headingLine = filed('', 2022).text.split('\n').indexOf('一、总体情况');

/** A finding at the beginning that points at its own end, into last year's report, into a part and into a stranger's. */
function analysis(): Analysis {
  const lastYear = filed('去年/甲 1.txt', 2022);
  const part = filed('部门/乙.txt', 2023);
  const { text, report } = filed('甲.txt', 2023);
  const neighbours = { lastYear, parts: { found: [part], missing: [] } };
  const heading = lastYear.text.indexOf('一、总体情况');
  return {
    ...analyze(text, { report, neighbours }),
    findings: [
      {
        rule: 'carried-over',
        severity: 'error',
        hard: true,
        message: '与上年不符',
        span: { start: 0, end: 2 },
        related: [
          { span: { start: 1, end: 2 }, message: '本年' },
          { span: { start: heading, end: heading + 6 }, message: '上年', document: '去年/甲 1.txt' },
          { span: { start: 0, end: 4 }, message: '下级', document: '部门/乙.txt' },
          { span: { start: 0, end: 4 }, message: '无关', document: '别处.txt' },
        ],
        cells: [],
        equations: [],
        repairs: [],
      },
    ],
  };
}

describe('places in other reports', () => {
  it('are named in JSON, with ranges of their own text', () => {
    const { lastYear, findings } = JSON.parse(findingsLine('甲.txt', analysis()));
    assert.equal(lastYear, '去年/甲 1.txt');
    const place = (line: number, start: number, end: number) => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    assert.deepEqual(findings[0].related, [
      { range: place(0, 1, 2), message: '本年' },
      { file: '去年/甲 1.txt', range: place(headingLine, 0, 6), message: '上年' },
      { file: '部门/乙.txt', range: place(0, 0, 4), message: '下级' },
    ]);
  });

  it('are named in SARIF', () => {
    const results = resultsOf({ file: '甲.txt', analysis: analysis() }, []);
    const log: Log = sarifLog(results, { version: '1', rules: [], successful: true });
    const related = log.runs[0]?.results?.[0]?.relatedLocations ?? [];
    assert.deepEqual(
      related.map(({ id, message, physicalLocation }) => [
        id,
        message?.text,
        decodeURIComponent(physicalLocation?.artifactLocation?.uri ?? ''),
        physicalLocation?.region?.startLine,
      ]),
      [
        [0, '本年', '甲.txt', 1],
        [1, '上年', '去年/甲 1.txt', headingLine + 1],
        [2, '下级', '部门/乙.txt', 1],
      ],
    );
  });

  it('are named in what people read', () => {
    assert.equal(
      findingsText('甲.txt', analysis(), { colours: false }),
      [
        '甲.txt:1:1 错误 与上年不符 [carried-over]',
        '    1:2 本年',
        `    去年/甲 1.txt:${headingLine + 1}:1 上年`,
        '    部门/乙.txt:1:1 下级',
        '',
      ].join('\n'),
    );
  });
});
