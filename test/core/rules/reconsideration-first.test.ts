import assert from 'node:assert/strict';
import { edition2021 } from '../../../server/form/edition-2021';
import { tableOf } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';

const own = rules.filter(({ id }) => id === 'reconsideration-first');

/** A report with four refusals, a suit without reconsideration, and `others` of a row that is named. */
function reportWith(label: string, others: number): string {
  const answered = 4 + others;
  const counts: Record<string, number> = {
    本年新收政府信息公开申请数量: answered,
    保护第三方合法权益: 4,
    总计: answered,
  };
  const rows = tableOf(edition2021, 'applications').rows.map((row) => {
    const count = (counts[row.label] ?? 0) + (row.label === label ? others : 0);
    return `${row.number}${row.label} | ${count} | 0 | 0 | 0 | 0 | 0 | ${count}`;
  });
  return [
    '青禾县水务局2025年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    ...rows,
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议 | 行政诉讼',
    '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉',
    '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计',
    `${'0 | '.repeat(5)}1 | 0 | 0 | 0 | 1 | ${'0 | '.repeat(4)}0`,
  ].join('\n');
}

const found = (label: string, others: number): number => {
  const text = reportWith(label, others);
  const report = parseReport(text);
  return runRules(own, { report, text }, { 'reconsideration-first': 'information' }).length;
};

describe('a suit without reconsideration', () => {
  it('is asked about where only refusals by Articles 14 to 16 and disclosures were answered', () => {
    for (const label of ['属于国家秘密', '属于行政执法案卷', '予以公开'])
      assert.equal(found(label, 3), 1, label);
  });

  it('is not where the applicant was shown another way, told that there is nothing, or not handled', () => {
    const others = ['属于行政查询事项', '本机关不掌握相关政府信息', '重复申请', '没有现成信息需要另行制作'];
    for (const label of others) assert.equal(found(label, 3), 0, label);
  });
});
