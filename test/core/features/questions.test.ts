import assert from 'node:assert/strict';
import { applicationsTable, paragraphs } from './fixtures';

const received = '一、本年新收政府信息公开申请数量';

describe('what clerks ask', () => {
  it('answers at the name of a row, column or section what clerks ask, with the articles', () => {
    const table = applicationsTable({});
    const questions: readonly [what: string, source: string, answer: string][] = [
      [
        'a row',
        table.replace(received, received.replace('本年', '‸本年')),
        '- **平信寄来的，哪天算收到？** 和申请人确认的那天。不用签收的信件，到的当天就要确认；年底的看确认在哪一年。（《条例》第三十一条第（二）项）',
      ],
      [
        'a column',
        table.replace('商业企业', '‸商业企业'),
        '《民法典》第五十四条、第九十六条、第一百零二条）',
      ],
      ['a group', table.replace('（六）其他处理', '（六）‸其他处理'), '**申请人撤回的，数在哪里？**'],
      ['a section', `‸${table}`, '**要求更正信息的，数在哪一行？**'],
    ];
    for (const [what, source, answer] of questions) {
      const last = paragraphs(source).at(-1) ?? '';
      assert.match(last, /^常见问题：\n- \*\*/, what);
      assert.ok(last.includes(answer), `${what}: ${last}`);
    }
  });

  it('cites the edition of the law that the year of the report has', () => {
    const table = (year: number): string =>
      `青禾县水务局${year}年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n1 | 0 | 0 | ‸0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n`;
    const basis = (year: number): string =>
      paragraphs(table(year)).find((each) => each.startsWith('依据：')) ?? '';
    assert.match(
      basis(2023),
      /《行政复议法》（2017年修正）第六条第（十一）项、第十条第四款、第三十一条；《行政诉讼法》第八十一条、第八十二条、第八十三条/,
    );
    assert.match(basis(2024), /《行政复议法》（2023年修订）.*第五十三条、第五十四条、第六十二条/);
  });
});
