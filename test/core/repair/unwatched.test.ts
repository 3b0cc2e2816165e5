import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';

// Each row of 表四 has one equation, and none of its cells stands in another: no total is certain by its parts alone.

const report = (prose: string): string =>
  [
    '一、总体情况',
    prose,
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议 | 行政诉讼',
    '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉',
    '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计',
    '9 | 4 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0',
    '',
  ].join('\n');

const confidences = (prose: string): string[] =>
  analyze(report(prose))
    .findings.filter(({ rule }) => rule === 'disputes-total')
    .flatMap(({ repairs }) => repairs.map(({ confidence }) => confidence));

describe('a total of 表四 that disagrees with its parts', () => {
  it('is one of several that may be wrong', () => {
    assert.deepEqual(new Set(confidences('2024年，各项工作有序开展。')), new Set(['possible']));
  });

  it('is certain where the narrative states the sum', () => {
    assert.equal(confidences('2024年，因政府信息公开被申请行政复议13件。')[0], 'unique');
  });
});
