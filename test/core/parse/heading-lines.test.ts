import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { numerals, withHeadings } from '../support/headings';

/** What stands in the line of a heading, the heading between the marks; and the number of its section. */
const lines: readonly (readonly [section: number, line: string])[] = [
  [1, '⟦一、总体概述⟧ 本年度我局扎实推进公开。'],
  [1, '⟦一、工作开展情况⟧'],
  [1, '⟦一、概况⟧：本年度公开信息30条。'],
  [1, '⟦一、2023年政府信息公开工作基本情况⟧ 本年度我局扎实推进公开。'],
  [1, '⟦一、总体情况⟧2023年，我局扎实推进公开。'],
  [1, '⟦一、总体情况⟧良好。'],
  [1, '⟦一、全局工作总结⟧'],
  [1, '⟦总体情况⟧ 本年度我局扎实推进公开。'],
  [1, '⟦总体情况⟧：本年度我局扎实推进公开。'],
  [1, '⟦一、總體情況⟧2023年，我局紮實推進公開。'],
  [2, '⟦二、主动公开政府信息情况（单位：件）⟧'],
  [2, '⟦二、主动公开政府信息情况统计表⟧'],
  [2, '⟦二、主动公开情况⟧ 全年发布30条。'],
  [2, '⟦二、公开数据⟧'],
  [3, '⟦三、收到和处理政府信息公开申请情况⟧2023年均按时答复。'],
  [3, '⟦三、申请办理情况⟧ 均按时答复。'],
  [4, '⟦四、政府信息公开行政复议、行政诉讼情况⟧2023年未发生。'],
  [4, '⟦四、政府信息公开行政复议、行政诉讼情况⟧无'],
  [4, '⟦四、与政府信息公开相关的行政复议、行政诉讼情况⟧ 未发生。'],
  [4, '⟦四、复议诉讼⟧：未发生。'],
  [5, '⟦五、存在的主要问题及明年工作计划⟧2024年我局将改进。'],
  [5, '⟦五、存在的主要问题及2024年工作计划⟧'],
  [5, '⟦五、存在的不足和努力方向⟧ 一是更新偏慢。'],
  [5, '⟦五、存在的主要问题及改进情况⟧（一）更新偏慢。'],
  [5, '⟦五、存在的主要问题⟧及时改正。'],
  [5, '第⟦五、存在的主要问题及改进情况⟧ 更新偏慢。'],
  [6, '⟦六、其他⟧ 无。'],
  [6, '⟦六、其他⟧：无'],
  [6, '⟦六、其他需要报告的事项⟧无。'],
  [6, '⟦六、其他需要报告的事项及附件⟧'],
  [6, '⟦六、有关说明⟧'],
  [1, '⟦一、总体（工作）情况⟧'],
  [2, '⟦二、主动公开（47条）政府信息情况⟧'],
  [3, '⟦三、收到（41件）和处理（39件）政府信息公开申请情况⟧'],
  [3, '⟦三、收到和处理政府信息公开申请（含上年结转）情况⟧ 均按时答复。'],
  [4, '⟦四、行政复议（3件）、行政诉讼情况⟧'],
  [4, '⟦四、行政复议〔3件〕和行政诉讼〔1件〕情况⟧ 均为应诉。'],
  [4, '⟦四、行政复议（维持2件、未结1件）、行政诉讼（1件）情况⟧'],
  [4, '⟦四、政府信息公开（含依申请）行政复议、行政诉讼情况⟧'],
  [4, '⟦政府信息公开行政复议（3件）、行政诉讼（1件）情况⟧'],
  [4, '⟦四政府信息公开行政复议、行政诉讼情况⟧'],
  [5, '⟦五、存在的主要问题（2个）及改进情况⟧：一是更新偏慢。'],
  [5, '⟦五、存在的主要问题及改进情况⟧（1）更新偏慢的问题。'],
  [6, '⟦六、其他（信息处理费等）需要报告的事项⟧'],
  [6, '⟦其他需要报告的（有关）事项⟧'],
  [6, '⟦六、其他⟧（无）我局另有一件事。'],
  [1, '⟦一；总体情况⟧'],
  [1, '⟦一~总体情况⟧'],
  [1, '⟦（一）总体概况、典型做法⟧'],
  [1, '⟦(一)总休情况⟧'],
  [1, '⟦总休情况⟧'],
  [2, '⟦二丶主动公开政府信息情况⟧'],
  [2, '⟦二‧主动公开政府信息情况（见附表）⟧'],
  [2, '⟦行政机关主动公开政府信息情况及今后打算⟧'],
  [3, '⟦(三)收到和处理信息公开申请情况⟧ 无。'],
  [3, '⟦③收到和处埋政府信息公开申请情况⟧2023年未发生。'],
  [3, '⟦三丶依申请公开政府信息情况⟧2023年共收到9件。'],
  [3, '⟦三依申清公开政府信息情况（见附表）⟧'],
  [4, '⟦四･政府信息公开行政复议、行政诉讼情况⟧'],
  [4, '⟦(4)政府信息公开行政夏议、行政诉讼情况⟧：未发生。'],
  [4, '⟦四丶因政府信息公开被申请行政复议、提起行政诉讼的情况（详见附件1）⟧'],
  [5, '⟦五·存在的主要问题及改进情况⟧'],
  [5, '⟦（5）存在的主要问趣及改进情况⟧'],
  [6, '⟦六､其他需要报告的事项⟧'],
];

/** What stands in place of the heading of a section and is none, with the number of the section. */
const others: readonly (readonly [section: number, line: string])[] = [
  [1, '（一）主动公开工作情况'],
  [1, '六·一儿童节活动'],
  [3, '本年度收到申请的总体数量有所下降。'],
  [4, '（三）行政复议情况'],
  [5, '（一）存在的主要问趣'],
  [6, '其他各项工作均按期办结。'],
];

describe('a heading with text behind it, or in words of its own', () => {
  for (const [section, source] of lines)
    it(`ends where it ends: ${source}`, () => {
      const line = source.replace(/[⟦⟧]/g, '');
      const heading = source.slice(source.indexOf('⟦') + 1, source.indexOf('⟧'));
      const said = source.slice(source.indexOf('⟧') + 1).replace(/^[： ]+/, '');
      const text = withHeadings((wording, index) =>
        index === section - 1 ? line : `${numerals[index]}、${wording}`,
      );
      const found = parseReport(text).sections[section - 1];
      assert.equal(found && text.slice(found.heading?.span.start, found.heading?.span.end), heading);
      assert.ok(text.slice(found?.body.start).trimStart().startsWith(said));
    });

  for (const [section, line] of others)
    it(`is not made of other words where it is missing: ${line}`, () => {
      const text = withHeadings((wording, index) =>
        index === section - 1 ? line : `${numerals[index]}、${wording}`,
      );
      const found = parseReport(text).sections.filter(({ heading }) => heading);
      assert.equal(found.length, 5);
    });

  it('is found where all line breaks are lost and remarks stand within it', () => {
    const remarks = [
      '总体（工作）',
      '主动公开（47条）',
      '收到（41件）',
      '复议（3件）',
      '问题（2个）',
      '报告的（有关）',
    ];
    const text = withHeadings((wording, index) => {
      const remark = remarks[index] ?? '';
      return `${numerals[index]}、${wording.replace(remark.replace(/（.*/u, ''), remark)}`;
    });
    for (const each of [text, text.replace(/\n+/gu, ' ')])
      assert.deepEqual(
        parseReport(each).sections.map(
          ({ heading }) => heading && /（\S+）/u.test(each.slice(heading.span.start, heading.span.end)),
        ),
        remarks.map(() => true),
      );
  });

  it('is not made of words with a remark that a sentence or a point of its own says', () => {
    for (const line of [
      '（四）行政复议（3件）、行政诉讼情况',
      '四是行政复议（3件）、行政诉讼情况平稳。',
      '详见“四、行政复议（3件）、行政诉讼情况”。',
    ]) {
      const text = withHeadings(
        (wording, index) => `${numerals[index]}、${wording}${index === 0 ? `\n${line}\n全年平稳。` : ''}`,
      );
      const { sections } = parseReport(text);
      assert.equal(sections.length, 6);
      assert.ok(text.slice(sections[0]?.body.start, sections[0]?.body.end).includes('全年平稳'), line);
    }
  });

  it('is not made of a point of a narrative that has numbers of its own', () => {
    const text = withHeadings((wording, index) =>
      index === 0 ? '一、加强领导\n专人负责。\n二、健全制度\n修订办法。' : `${numerals[index]}、${wording}`,
    );
    assert.equal(parseReport(text).sections[0]?.heading, undefined);
  });
});

describe('a heading with a bracket before its number that nothing closes', () => {
  for (const [number, wording] of [
    ['（二、', '主动公开政府信息情况'],
    ['(五、', '存在的主要问题及改进情况'],
    ['（六、', '其他需要报告的事项'],
  ]) {
    it(`is there: ${number}`, () => {
      const text = withHeadings((each, index) =>
        each === wording ? number + each : `${numerals[index]}、${each}`,
      );
      const { report, findings } = analyze(text);
      assert.equal(report.sections.filter(({ heading }) => heading).length, 6);
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'missing-section'),
        [],
      );
    });
  }
});

describe('section six without a heading', () => {
  const fee = /[^\n]*信息处理费[^\n]*/u;
  const without = (last: string): string =>
    withHeadings((wording, index) => (index < 5 ? `${numerals[index]}、${wording}` : '')).replace(fee, last);
  const sixth = (text: string): string | undefined => {
    const section = parseReport(text).sections.find(({ id }) => id === 'otherMatters');
    return section && text.slice(section.body.start, section.body.end).trim().split('\n')[0];
  };

  it('begins where the charges for information are told, behind section five', () =>
    assert.equal(sixth(without('本年度没有收取信息处理费。')), '本年度没有收取信息处理费。'));

  it('is not a point of section five that speaks of them', () =>
    assert.equal(sixth(without('（三）收取信息处理费的流程还不熟悉，明年组织培训。')), undefined));

  it('is not there where nothing tells', () =>
    assert.equal(sixth(without('明年将继续改进，争取更好的成绩。')), undefined));
});
