import assert from 'node:assert/strict';
import type { Log, Region } from 'sarif';
import { type Analysis, analyze } from '../../../server/analysis';
import { resultsOf, sarifLog } from '../../../server/export/sarif';
import { rules } from '../../../server/rules/all';

const text = `某县水利局2024年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量\t7\t1\t0\t0\t0\t0\t9
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0
四、政府信息公开行政复议、行政诉讼情况
6、其他需要报告的事项
无
`;

function logOf(file: string, successful = true): { log: Log; checked: Analysis } {
  const checked = analyze(text);
  const results = resultsOf({ file, analysis: checked }, rules);
  return { log: sarifLog(results, { version: '1.2.3', rules, successful }), checked };
}

/** The text of a region, read as the standard defines it: lines and columns from 1, the end exclusive. */
function textAt({ startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region): string {
  assert.ok(startLine >= 1 && startColumn >= 1);
  const lines = text.split('\n').slice(startLine - 1, endLine);
  const last = lines.at(-1) ?? '';
  lines[lines.length - 1] = last.slice(0, endColumn - 1);
  return lines.join('\n').slice(startColumn - 1);
}

describe('findings as SARIF', () => {
  const { log, checked } = logOf('年报/甲 乙#1.txt');
  const [run] = log.runs;

  it('are a log of version 2.1.0 with one run, which says how it went', () => {
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.equal(run?.tool.driver.version, '1.2.3');
    assert.deepEqual(run?.invocations, [{ executionSuccessful: true }]);
    assert.deepEqual(logOf('a', false).log.runs[0]?.invocations, [{ executionSuccessful: false }]);
  });

  it('describe every rule and refer to it by index', () => {
    const described = run?.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    for (const { ruleId, ruleIndex = -1 } of run?.results ?? [])
      assert.equal(described[ruleIndex]?.id, ruleId);
  });

  it('have a result for every finding, at its place', () => {
    const results = run?.results ?? [];
    assert.ok(results.length >= 4, 'the text breaks several rules');
    assert.deepEqual(
      results.map(({ ruleId, message, locations }) => {
        const region = locations?.[0]?.physicalLocation?.region ?? {};
        return [ruleId, message.text, textAt(region)];
      }),
      checked.findings.map(({ rule, message, span }) => [rule, message, text.slice(span.start, span.end)]),
    );
    for (const [index, { relatedLocations }] of results.entries()) {
      assert.deepEqual(
        relatedLocations?.map(({ message, physicalLocation }) => [
          message?.text,
          textAt(physicalLocation?.region ?? {}),
        ]),
        checked.findings[index]?.related.map(({ message, span }) => [
          message,
          text.slice(span.start, span.end),
        ]),
      );
    }
  });

  it('quote braces so that they are no place for something else', () => {
    const spoilt = analyze(text.replace('\t9\n', '\t{0}\n'));
    const [result] = resultsOf({ file: 'a', analysis: spoilt }, rules).filter(
      ({ ruleId }) => ruleId === 'not-a-count',
    );
    assert.match(result?.message.text ?? '', /\{\{0\}\}/u);
    assert.doesNotMatch(result?.message.text ?? '', /(?<!\{)\{0/u);
  });

  it('tell errors, warnings and notes apart', () => {
    const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    assert.deepEqual(
      run?.results?.map(({ level }) => level),
      checked.findings.map(({ severity }) => levels[severity]),
    );
  });

  it('offer the repairs, the best first, as replacements', () => {
    const fixes = run?.results?.flatMap((result) => result.fixes ?? []) ?? [];
    const repairs = checked.findings.flatMap((finding) => finding.repairs);
    assert.ok(fixes.length > 0);
    assert.deepEqual(
      fixes.map(({ description, artifactChanges, properties }) => ({
        title: description?.text,
        confidence: properties?.confidence,
        edits: artifactChanges[0]?.replacements.map(({ deletedRegion, insertedContent }) => [
          textAt(deletedRegion),
          insertedContent?.text,
        ]),
      })),
      repairs.map(({ title, confidence, edits }) => ({
        title,
        confidence,
        edits: edits.map(({ span, newText }) => [text.slice(span.start, span.end), newText]),
      })),
    );
  });

  it('tell cells and equations of what does not add up', () => {
    const result = run?.results?.find(({ ruleId }) => ruleId === 'row-total');
    const { cells, equations } = result?.properties ?? {};
    const row = ['naturalPerson', 'commercialEnterprise', 'researchInstitution']
      .concat(['publicInterestOrganization', 'legalServiceInstitution', 'other'])
      .map((column) => `applications.received.${column}`);
    const right = ['applications.received.total'];
    assert.deepEqual(equations, [{ rule: 'row-total', left: row, right, sum: 8, stated: 9, assumes: null }]);
    assert.deepEqual(cells, [...row, ...right]);
  });

  const addresses = {
    '年报/甲 乙#1.txt': '%E5%B9%B4%E6%8A%A5/%E7%94%B2%20%E4%B9%99%231.txt',
    '/home/甲.txt': 'file:///home/%E7%94%B2.txt',
    'C:\\年报\\甲.txt': 'file:///C:/%E5%B9%B4%E6%8A%A5/%E7%94%B2.txt',
    '..\\甲.txt': '../%E7%94%B2.txt',
  };
  for (const [file, uri] of Object.entries(addresses)) {
    it(`name ${file} by the address ${uri}`, () => {
      const [result] = logOf(file).log.runs[0]?.results ?? [];
      assert.equal(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, uri);
    });
  }
});
