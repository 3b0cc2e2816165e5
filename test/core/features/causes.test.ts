import assert from 'node:assert/strict';
import { hover } from '../../../server/features/explaining/hover';
import { applicationsTable, atCursor, vertical } from './fixtures';

const received = '一、本年新收政府信息公开申请数量';
const carriedOver = '二、上年结转政府信息公开申请数量';
const granted = '三、本年度办理结果 | （一）予以公开';
const total = '（七）总计';
const forward = '四、结转下年度继续办理';

function paragraphs(source: string): readonly string[] {
  const { analysis, cursor } = atCursor(source);
  return hover(analysis, cursor)?.markdown.split('\n\n') ?? [];
}

describe('the hover at a figure', () => {
  it('says at a total what its parts come to, and that another cell is to blame', () => {
    const table = (totals: string) =>
      applicationsTable({
        [received]: '8 | 1 | 0 | 0 | 0 | 0 | 9',
        [granted]: `70 | 1 | 0 | 0 | 0 | 0 | ${totals}`,
        [total]: '7 | 1 | 0 | 0 | 0 | 0 | 8',
        [forward]: '1 | 0 | 0 | 0 | 0 | 0 | 1',
      });
    const why = '「予以公开」行「自然人」列疑似把 7 写成 70（多打一位）：改回后 2 处勾稽关系同时成立';
    assert.ok(
      paragraphs(table('‸8')).includes(`各项相加是 71，这里是 8。起因疑似不在这一格：${why}。`),
      paragraphs(table('‸8')).join('\n'),
    );
    // At the cell itself the finding says so.
    const there = paragraphs(table('8').replace('70 |', '7‸0 |'));
    assert.ok(!there.some((each) => each.includes('起因')));
  });

  it('says what no equation can tell', () => {
    const outside =
      '二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t‸0\t0\t0\n';
    assert.ok(paragraphs(outside).includes('没有勾稽关系能核对这一格，填错了合计看不出来。'));
    const open = applicationsTable({ [carriedOver]: '0 | ‸ | | 0 | 0 | 0 | 3' });
    assert.ok(!paragraphs(open).some((each) => each.includes('没有勾稽关系')));
    const lone = vertical.replace('9\n二、', '二、').replace('0\n二、', '‸0\n二、');
    assert.ok(paragraphs(lone).includes('这一格参加的勾稽关系都无法判断，现在没有什么能核对它。'));
  });
});
