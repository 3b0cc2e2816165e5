import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { signatureDate } from '../../../server/rules/document/support/dates';
import { plainIn } from '../../../server/text/plain';
import { flawless } from '../support/headings';

/** A report without its signature, and what its last section says. */
const report = flawless.slice(0, flawless.lastIndexOf('。') + 1);
const said = report.slice(report.lastIndexOf('\n') + 1);
const signature = ['白石县林业局', '2025年1月13日'];

/** The last lines of pages, as they come along when one is copied or saved. */
const feet: readonly (readonly string[])[] = [
  ['分享到：', '微信 微博 QQ空间'],
  ['扫一扫在手机打开当前页面'],
  ['主办单位：白石县人民政府办公室', '地址：白石县解放路9号', '邮编：321000'],
  ['网站标识码：3307000001', '浙ICP备12000001号', '浙公网安备33070002000001号'],
  ['上一篇：白石县财政局2022年政府信息公开工作年度报告', '下一篇：没有了'],
  ['上一条：2021年我局收到政府信息公开申请99件', '下一条：白石县气象局2023年政府信息公开年报'],
  ['附件：', '1.白石县林业局2024年政府信息公开工作年度报告.pdf', '2.附表.xlsx'],
  ['附件：白石县林业局2024年政府信息公开工作年度报告.docx'],
  ['【打印本页】 【关闭窗口】'],
  ['打印 | 收藏 | 关闭'],
  ['[大 中 小] 打印'],
  ['相关链接', '白石县林业局2021年政府信息公开工作年度报告', '白石县林业局2020年政府信息公开工作年度报告'],
  ['友情链接：', '中国政府网 | 省政府网 | 市政府网'],
  ['网站地图 | 关于我们 | 联系我们 | 隐私声明'],
  ['版权所有：白石县人民政府', 'Copyright © 2022 All Rights Reserved'],
  ['（责任编辑：李工）'],
  ['浏览次数：1024', '字号：大 中 小'],
  ['返回顶部'],
  ['白石县林业局2024年政府信息公开工作年度报告.doc', '网站地图 | 常见问题 | 版权保护 | 隐私安全 |'],
  ['政府网站找错', '党政机关', '无障碍浏览'],
  ['信息来源：白石县林业局', '发布时间：2025-01-20'],
  ['您是第 12345 位访问者', '技术支持：某某科技有限公司'],
];

/** What reads like a page's and is the report's. */
const kept: readonly string[] = [
  '全年通过微信分享到各村群的信息60条。',
  '附件：信息处理费收取情况表',
  '主办单位和协办单位共同办理的建议12件',
  '网站已按要求更新ICP备案信息',
  '我局在网站首页开设扫一扫入口，方便群众。',
  '打印、复制的费用没有收取',
  '联系方式：白石县林业局办公室，电话0579-1234567。',
  '来源说明：数据由各科室提供',
  '其他 无',
];

const asPage = (lines: readonly string[]): string =>
  `<html><body>${lines.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`;

const ways: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'as text': (lines) => lines.join('\n'),
  'in the source of a page': asPage,
};

describe('the foot of a page', () => {
  for (const [way, write] of Object.entries(ways)) {
    const check = (behind: readonly string[], expected: readonly string[]): void => {
      const before = analyze(write(report.split('\n')));
      const { report: read, findings } = analyze(write([...report.split('\n'), ...behind]));
      const last = read.sections.at(-1);
      assert.equal(last && plainIn(read.shown, last.body), expected.join('\n'));
      assert.equal(read.claims.length, before.report.claims.length);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        before.findings.map(({ rule }) => rule),
      );
    };

    for (const foot of feet) {
      it(`is no part of the last section, ${way}: ${foot.join(' ⏎ ')}`, () => check(foot, [said]));
      it(`hides no signature, ${way}: ${foot.join(' ⏎ ')}`, () => {
        const { report: read } = analyze(write([...report.split('\n'), ...signature, ...foot]));
        assert.equal(signatureDate(read)?.year, 2025);
        const last = read.sections.at(-1);
        assert.equal(last && plainIn(read.shown, last.body), [said, ...signature].join('\n'));
      });
    }

    it(`may be long, ${way}`, () => check(feet.flat(), [said]));

    for (const line of kept)
      it(`is not made of what a report says, ${way}: ${line}`, () => check([line], [said, line]));

    it(`does not begin before a sentence, ${way}`, () => {
      const lines = ['打印 | 关闭', '本年度没有收取信息处理费。'];
      check(lines, [said, ...lines]);
    });
  }

  it('leaves signature and date to the rules that look for them, in a page too', () => {
    const lines = [...report.split('\n'), '白石县林<b>业局</b>', '2024年<span>3</span>月6日', ...feet.flat()];
    const rules = analyze(asPage(lines)).findings.map(({ rule }) => rule);
    assert.ok(rules.includes('agency-mismatch'));
    assert.ok(rules.includes('year-mismatch'));
  });
});
