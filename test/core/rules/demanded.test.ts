import assert from 'node:assert/strict';
import { uncounted } from '../../../server/rules/document/support/demanded';

const demanded = [
  { name: '意见征集', words: ['意见征集'] },
  { name: '新媒体', words: ['微博'] },
];
const isCounted = (sentence: string): boolean =>
  !uncounted({ length: sentence.length, sentences: [sentence] }, demanded).includes('意见征集');

describe('a number that a notice demands', () => {
  for (const sentence of [
    '意见征集满意率98%',
    '意见征集满意率为百分之九十八',
    '意见征集第一次进行',
    '意见征集按第12条办理',
    '意见征集工作电话5550123',
    '意见征集请致电0573-87654321',
    '意见征集于2024年3月5日开始',
    '意见征集也可拨打12345热线',
    '意见征集若干次,公众号3个',
    '组织意见征集多次、座谈会2场',
    '开设栏目3个,意见征集不少',
    '开展意见征集,微博2个',
  ])
    it(`is not there: ${sentence}`, () => assert.ok(!isCounted(sentence)));

  for (const sentence of [
    '开展意见征集3次',
    '意见征集三次,满意率98%',
    '第一次意见征集收到1,024件',
    '意见征集页面访问1234567次',
    '意见征集电话受理5550123件',
    '意见征集热线接听1200件',
    '没有开展意见征集',
    '意见征集0次',
    '2024年意见征集12场',
    '意见征集多次,收到意见120条',
    '开展意见征集,全年3次',
    '开展政策解读、意见征集,共12篇',
    '全年3场,均为意见征集',
  ])
    it(`is there: ${sentence}`, () => assert.ok(isCounted(sentence)));
});
