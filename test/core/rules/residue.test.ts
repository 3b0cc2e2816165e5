import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits } from '../../../server/report/finding';
import { runRules } from '../../../server/rules/check';
import residue from '../../../server/rules/residue/template-residue';
import { mark, unmark } from '../support/marked';

const check = (text: string) => runRules([residue], { report: parseReport(text), text }, {});

const marked = (text: string): string =>
  mark(
    text,
    check(text).map(({ span }) => span),
  );

describe('what a template leaves behind', () => {
  for (const source of [
    '上年结转政府信息公开申请数量⟦（须与2020年度年报结转数一致）⟧',
    '上年结转政府信息公开申请数量⟦(须与上年度年报结转数一致)⟧',
    '上年結轉政府信息公開申請數(shù)量⟦(須與2021年度年報結轉數(shù)一致)⟧',
    '上年結轉政府信息公開申請數(SHA)量⟦(須與2021年度年報結轉數(SHA)一致)⟧',
    '上年结转政府信息公开申请数量⟦须与2020年度年报结转数一致⟧',
    '上年结转政府信息公开申请数量⟦（注：与上年度结转数一致）⟧',
    '上年结转政府信息公开申请数量⟦（ 须与 ２０２０ 年度年报\n结转数一致 ）⟧',
    '一、总体情况⟦（文字描述）⟧',
    '⟦该部分以表格形式报告。表格如下：⟧\n',
    '其他需要报告的事项⟦（请在此处填写）⟧',
    '五、存在的主要问题及改进情况⟦（不超过1000字以内）⟧',
    '⟦[单位名称]⟧2023年政府信息公开工作年度报告',
    '⟦20XX年⟧，本机关收到申请⟦××⟧件，公开信息⟦xx⟧条。',
    '⟦２０ＸＸ年⟧，⟦□□⟧局',
    '上年结转政府信息公开申请数量⟦（与2021年度年报结转下年度数一致）⟧',
    '规章⟦（仅限设区的市填报）⟧\n处罚⟦（没有的填“0”）⟧\n收费⟦（如无，填写“无”）⟧\n⟦[填写数字]⟧\n⟦（请填写）⟧\n⟦（由各单位填写）⟧',
    '一、总体情况⟦（不少于500字）⟧',
    '其他需要报告的事项⟦（此处填写）⟧',
    '收到申请⟦___⟧件，2023年⟦X月X日⟧公布，⟦某某县⟧教育局，公开⟦（待补充）⟧条。',
  ]) {
    it(JSON.stringify(source), () => assert.equal(marked(unmark(source).text), source));
  }

  for (const text of [
    '本年数据须与台账核对一致后报送。',
    '依法不予公开的，须与第三方协商。',
    '此处共公开信息 12 条，以表格形式公布收费标准。',
    '每篇解读 500 字以内。',
    '网址 http://www.example.gov.cn/xxgk/，微信号 XXGK2023。',
    '对办件的满意度用文字描述，附图□是 □否。',
    '**2023年**度报告，**重点**领域。',
    '二○○八年五月，《条例》施行；李××、王XX 等人提出建议。',
    '张××个人申请公开××期间的文件，王××年满六十。',
    '申请人可在网上（填写申请表）提出，填报人：李明（填报时间：2024年1月）。',
    '公布数与台账一致，表中结转数与上年年报一致（已核对一致）。',
    '**收到__8__件，___要点___；某单位、某市民来信，MAX月报，字数（约500字）。**',
    '招待补贴、期待填补空白，待核查事项（待办 3 件）。',
  ]) {
    it(`is not: ${text}`, () => assert.equal(marked(text), text));
  }

  it('says when the year of a note is stale, whatever the width of its digits', () => {
    for (const [note, stale] of [
      ['（须与2020年度年报结转数一致）', true],
      ['（须与２０２０年度年报结转数一致）', true],
      ['（须与2022年度年报结转数一致）', false],
    ] as const) {
      const [finding] = check(`某县教育局2023年政府信息公开工作年度报告\n二、上年结转${note}\n`);
      assert.equal(finding?.message.includes('年份'), stale, note);
    }
  });

  for (const [before, after] of [
    ['六、其他\r\n（文字描述）\r\n无\r\n', '六、其他\r\n无\r\n'],
    ['六、其他\n  （文字描述）', '六、其他\n'],
    ['上年结转（须与2020年度年报结转数一致）\t0', '上年结转\t0'],
  ] as const) {
    it(`goes with its line where it stands alone: ${JSON.stringify(before)}`, () =>
      assert.equal(applyEdits(before, check(before)[0]?.repairs[0]?.edits ?? []), after));
  }

  it('offers no deletion of a placeholder, which stands for something', () =>
    assert.deepEqual(check('20XX年，公开信息 3 条。')[0]?.repairs, []));

  for (const [confidence, text] of [
    ['safe', '六、其他需要报告的事项\n（文字描述，收取信息处理费情况在此处报告。）\n无。'],
    ['safe', '一、总体情况（不少于500字）\n本年度工作平稳。'],
    ['safe', '一、总体情况（与2021年度年报结转数一致）\n本年度工作平稳。'],
    ['safe', '一、总体情况\n|上年结转|（与上年度结转数一致）|无|\n本年度工作平稳。'],
    // Nothing else stands in the section, however much does in the next one.
    ['possible', '一、总体情况\n（不少于500字）\n二、主动公开政府信息情况\n本年度工作平稳。'],
    ['possible', '六、其他需要报告的事项\n（文字描述，本年度收取信息处理费200元。）\n无。'],
    ['possible', '一、总体情况\n每月编发简报（每期不少于500字）。'],
    ['possible', '一、总体情况\n上年结转3件（与上年结转3件一致），均已办结。'],
    ['possible', '二、主动公开政府信息情况\n按照要求，该部分以表格形式报告。'],
  ] as const) {
    it(`is taken out ${confidence === 'safe' ? 'without a look' : 'after a look'}: ${text}`, () =>
      assert.deepEqual(
        check(text).map(({ repairs }) => repairs.map((repair) => repair.confidence)),
        [[confidence]],
      ));
  }
});
