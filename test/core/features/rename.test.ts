import assert from 'node:assert/strict';
import { agencyAt, agencyPlaces, renamed, whyNoName } from '../../../server/features/writing/rename';
import { applyEdits } from '../../../server/report/finding';
import { marked } from './fixtures';

const places: readonly (readonly [what: string, source: string])[] = [
  [
    'title, narrative and signature',
    '⟦海宁市教育局⟧2023年政府信息公开工作年度报告\n一、总体情况\n2023年⟦海宁市教育局⟧公开信息12条。\n六、其他需要报告的事项\n无。\n⟦海宁市教育局⟧\n2024年1月9日',
  ],
  [
    'not in the names of other bodies',
    '⟦云岭县人民政府⟧2023年政府信息公开工作年度报告\n一、总体情况\n由云岭县人民政府办公室编制，⟦云岭县人民政府⟧门户网站公布，云岭县人民政府外事办公室和云岭县政府另行报告。',
  ],
  [
    'not in the names of bodies of its own',
    '⟦海宁市教育局⟧2023年政府信息公开工作年度报告\n一、总体情况\n海宁市教育局招生考试中心、海宁市教育局机关党委和⟦海宁市教育局⟧各科室一起检查。',
  ],
  [
    'where the sentence goes on',
    '⟦海宁市教育局⟧2023年政府信息公开工作年度报告\n一、总体情况\n⟦海宁市教育局⟧召开领导小组会议，⟦海宁市教育局⟧通过服务中心公开，⟦海宁市教育局⟧2023年与政务服务中心共建，⟦海宁市教育局⟧网站改版，⟦海宁市教育局⟧组织学校培训。',
  ],
  [
    'behind the name of a larger place',
    '⟦海宁市教育局⟧2023年政府信息公开工作年度报告\n一、总体情况\n浙江省⟦海宁市教育局⟧设在海州路，按照⟦海宁市教育局⟧的规定，其中⟦海宁市教育局⟧公开12条。',
  ],
  [
    'not at the end of a longer place’s name',
    '⟦安县教育局⟧2023年政府信息公开工作年度报告\n一、总体情况\n与固安县教育局、海安县教育局交流，绵阳市⟦安县教育局⟧公开信息，由⟦安县教育局⟧负责，2023年⟦安县教育局⟧受理。',
  ],
  [
    'not behind a place where the name has none',
    '⟦城市管理局⟧2023年政府信息公开工作年度报告\n一、总体情况\n海宁市城市管理局另报，⟦城市管理局⟧公开12条，向⟦城市管理局⟧申请。',
  ],
  [
    'in traditional characters',
    '⟦海寧市教育局⟧2023年政府信息公開工作年度報告\n一、總體情況\n⟦海寧市教育局⟧公開信息12條，⟦海宁市教育局⟧辦理。',
  ],
  [
    'in Markdown and brackets',
    '# ⟦海宁市教育局⟧2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n本机关（⟦海宁市教育局⟧）公开信息。联系单位：⟦海宁市教育局⟧，地址略。“⟦海宁市教育局⟧”公众号。',
  ],
  [
    'of a street’s office',
    '⟦海宁市硖石街道办事处⟧2023年政府信息公开工作年度报告\n一、总体情况\n⟦海宁市硖石街道办事处⟧公开信息，海宁市硖石街道办事处便民服务中心另有公告。',
  ],
  [
    'in a page without its comments',
    '<html><head><title>⟦海宁市教育局⟧2023年政府信息公开工作年度报告</title></head><body><!-- 海宁市教育局 --><h1>⟦海宁市教育局⟧2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>⟦海宁市教育局⟧公开信息。</p></body></html>',
  ],
];

/** What stands behind the name of the agency in a sentence. */
const sentences: readonly string[] = [
  '收取政府信息公开信息处理费380元',
  '实收政府信息公开信息处理费20元',
  '未收取政府信息公开信息处理费',
  '共收到政府信息公开申请3件',
  '新收政府信息公开申请3件',
  '不予公开政府信息2条',
  '政府信息公开工作由办公室牵头',
  '政府门户网站改版',
  '属于行政机关',
  '接到市政府办公室转办件2件',
  '行政许可窗口进驻市政务服务中心',
  '委托软件公司维护栏目',
  '将公开工作纳入党组议题',
  '先后召开党组会',
  '编印指南，送各图书馆',
  '向图书馆移交公报',
  '设立办公室',
  '组建工作专班',
  '压实分局责任',
];
/** How the names of bodies go on that begin with the name of the agency. */
const others: readonly string[] = [
  '办公室',
  '党组',
  '机关工会',
  '所属水库服务中心',
  '高新区分局',
  '和平分局',
  '水政监察支队',
  '安全生产监察大队',
  '收费管理中心',
  '受理中心',
  '统计调查中心',
  '公开办公室',
  '政务公开领导小组',
  '政府信息公开办公室',
  '市政工程管理处',
  '城东第一派出所',
  '规划研究院有限公司',
  '推进职能转变办公室',
  '优化营商环境办公室',
];

describe('the name of the agency', () => {
  for (const [what, count, all] of [
    ['another body’s', 1, others],
    ['its own', 2, sentences],
  ] as const) {
    for (const behind of all) {
      it(`is ${what} before ${behind}`, () => {
        const report = `海宁市水务局2024年政府信息公开工作年度报告\n一、总体情况\n2024年海宁市水务局${behind}。`;
        assert.equal(agencyPlaces(marked(report).analysis).length, count);
      });
    }
  }

  for (const [what, source] of places) {
    it(`is found: ${what}`, () => {
      const { analysis, spans, text } = marked(source);
      const said = (all: readonly { start: number; end: number }[]): string[] =>
        all.map(
          ({ start, end }) =>
            `…${text.slice(Math.max(0, start - 4), start)}[${text.slice(start, end)}]${text.slice(end, end + 4)}`,
        );
      assert.deepEqual(said(agencyPlaces(analysis)), said(spans));
    });

    it(`is another throughout: ${what}`, () => {
      const { analysis, spans, text } = marked(source);
      const after = applyEdits(text, renamed(analysis, '新机关'));
      assert.equal(after.split('新机关').length - 1, spans.length);
      assert.equal(
        after.length,
        text.length - spans.reduce((sum, { start, end }) => sum + end - start - 3, 0),
      );
    });
  }

  it('is at a place or is not', () => {
    const { analysis, spans } = marked(places[0]?.[1] ?? '');
    assert.deepEqual(agencyAt(analysis, (spans[1]?.start ?? 0) + 3), spans[1]);
    assert.equal(agencyAt(analysis, (spans[1]?.start ?? 0) - 1), undefined);
  });

  it('is none that nobody has', () => {
    assert.equal(whyNoName('海宁市教育体育局（海宁市体育局）'), undefined);
    for (const name of ['', ' ', '甲局\n乙局', '甲局，', '局'.repeat(61)]) assert.ok(whyNoName(name), name);
  });
});
