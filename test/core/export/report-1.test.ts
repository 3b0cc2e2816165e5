import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';

const sample = path.resolve('samples/云溪县档案局2024年政府信息公开工作年度报告.md');
const golden = path.resolve('test/core/export/report-1.golden.json');

/** The sections of version 1 of a text. */
function sectionsOf(text: string): readonly object[] {
  return JSON.parse(exportReport(analyze(text), { schema: '1' })).sections;
}

describe('the exported JSON, version 1', () => {
  it('is the bytes that it was when version 2 came', () => {
    const text = readFileSync(sample, 'utf8');
    assert.equal(exportReport(analyze(text), { schema: '1' }), readFileSync(golden, 'utf8'));
  });

  it('has headings and texts as printed, with the markup of a page', () => {
    assert.deepEqual(sectionsOf('三、收到和处理\n政府信息公开申请情况\n\n  无。 \n\n　 无。 \n'), [
      {
        id: 'applications',
        number: 3,
        heading: '三、收到和处理\n政府信息公开申请情况',
        text: '无。 \n\n　 无。',
      },
    ]);
    const page = '<html><body><h2>6、其他需要报告的事项</h2><p class="a">无&nbsp;。</p>\n';
    assert.deepEqual(sectionsOf(page), [
      {
        id: 'otherMatters',
        number: 6,
        heading: '6、其他需要报告的事项',
        text: '</h2><p class="a">无&nbsp;。</p>',
      },
    ]);
  });
});
