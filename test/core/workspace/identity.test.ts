import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import type { Report } from '../../../server/report/report';
import { identityOf } from '../../../server/workspace/identity';
import { reportOf } from '../support/whose';

const stated = parseReport(reportOf({ agency: '云溪县水务局', year: 2023 }));
/** A table of a report that says neither whose it is nor when. */
const bare: Report = { ...stated, title: undefined, agency: undefined, year: undefined };

const identity = (document: string, report = bare): string => {
  const found = identityOf(document, report);
  return found ? `${found.agency} ${found.year}` : 'nobody';
};

describe('whose a report is', () => {
  it('is what it says, whatever its file is called', () => {
    assert.equal(identity('a.txt', stated), '云溪县水务局 2023');
    assert.equal(identity('松涧县教育局（2024年2月上报）.txt', stated), '云溪县水务局 2023');
  });

  for (const document of [
    '云溪县水务局2023年政府信息公开工作年度报告.txt',
    '12-云溪县水务局2023年度信息公开年报.md',
    '2023年云溪县水务局政府信息公开工作年度报告.html',
    '云溪县水务局/2023年政府信息公开工作年度报告.txt',
    'C:\\年报\\云溪县水务局\\2023.txt',
    '２０２３/云溪县水务局.txt',
    '2023/云溪县水务局.txt',
    `file:///${encodeURIComponent('云溪县水务局2023年政府信息公开工作年度报告.txt')}`,
  ]) {
    it(`is told by ${document}`, () => assert.equal(identity(document), '云溪县水务局 2023'));
  }

  for (const document of [
    '政府信息公开工作年度报告.txt',
    '2023年政府信息公开工作年度报告.txt',
    '云溪县水务局.txt',
    '云溪县水务局2022年与2023年.txt',
    '新建文件夹/2023.txt',
    '20230115/报告(2).txt',
    '%E4%BA%91%.txt',
  ]) {
    it(`is not told by ${document}`, () => assert.equal(identity(document), 'nobody'));
  }

  it('is open where the file tells another year than the report', () => {
    assert.equal(identity('云溪县水务局2024年政府信息公开工作年度报告.txt', stated), 'nobody');
    assert.equal(identity('云溪县水务局2023年政府信息公开工作年度报告.txt', stated), '云溪县水务局 2023');
  });
});
