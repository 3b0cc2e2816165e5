import assert from 'node:assert/strict';
import { edition2021 } from '../../../server/form/edition-2021';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits } from '../../../server/report/finding';
import headingNumber from '../../../server/rules/structure/heading-number';
import headingWording from '../../../server/rules/structure/heading-wording';
import missingSection from '../../../server/rules/structure/missing-section';
import sectionOrder from '../../../server/rules/structure/section-order';
import { officialWording } from '../../../server/rules/structure/support/headings';
import { simplify } from '../../../server/text/fold';
import { check, found, official, reportWith } from './heading-checks';

describe('headings', () => {
  it('as the form has them are left alone', () => {
    const text = reportWith({});
    for (const rule of [headingNumber, headingWording, sectionOrder, missingSection])
      assert.deepEqual(found(rule, text), [], rule.id);
  });

  for (const [section, heading] of [
    [1, '一、政府信息公开工作总体情况'],
    [2, '二、 主动公开政府信息情况'],
    [2, '二、主动公开政府信息的情况'],
    [3, '三、收到和处理政府信息公开申请的情况'],
    [4, '四、政府信息公开行政复议和行政诉讼情况'],
    [4, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    [4, '四、政府信息公开行政复议行政诉讼情况'],
    [5, '五、政府信息公开工作存在的主要问题及改进情况'],
    [5, '五、存在的主要问题和改进情况'],
    [6, '六、其他需要报告的事项。'],
    [6, '六、其他需要报告事项'],
  ] as const) {
    it(`${heading} says the same as the form's`, () =>
      assert.deepEqual(found(headingWording, reportWith({ [section]: heading })), []));
  }

  for (const [section, heading] of [
    [2, '二、主动公开（含新媒体）政府信息情况'],
    [3, '三、收到和处理（含上年）政府信息公开申请情况'],
    [4, '四、行政复议情况 行政诉讼情况'],
    [5, '五、存在的问题（摘要）及改进情况'],
    [5, '五、主要问题，改进情况'],
    [6, '六、其他（需要报告的）事项'],
  ] as const) {
    it(`${heading} is left as it is: the words of the form stand apart in it`, () => {
      const told = check(headingWording, reportWith({ [section]: heading }));
      assert.deepEqual(
        told.flatMap(({ repairs = [] }) => repairs),
        [],
      );
    });
  }

  for (const [section, heading] of [
    [2, '二、主动公开情况'],
    [5, '五、存在问题及改进情况'],
    [5, '五、存在的主要问题及改进措施'],
    [6, '六、其他事项'],
  ] as const) {
    it(`${heading} is worded otherwise, and can be changed to the form's wording`, () => {
      const text = reportWith({ [section]: heading });
      assert.deepEqual(found(headingWording, text), [heading.slice(2)]);
      const edits = check(headingWording, text)[0]?.repairs[0]?.edits ?? [];
      assert.equal(applyEdits(text, edits), reportWith({}));
    });
  }

  for (const [section, line, mended] of [
    [1, '一、概述 本年度公开30条。', '一、总体情况 本年度公开30条。'],
    [1, '一、2023年工作概况', '一、2023年工作总体情况'],
    [4, '四、行政复议和行政诉讼情况2023年未发生。', '四、政府信息公开行政复议、行政诉讼情况2023年未发生。'],
    [4, '四、复议诉讼情况：无', '四、政府信息公开行政复议、行政诉讼情况：无'],
    [5, '五、存在的主要问题及改进', '五、存在的主要问题及改进情况'],
    [6, '六、其他 无。', '六、其他需要报告的事项 无。'],
  ] as const) {
    it(`${line} loses nothing but the wording`, () => {
      const text = reportWith({ [section]: line });
      const [repair] = check(headingWording, text).flatMap(({ repairs }) => repairs);
      assert.equal(repair?.confidence, 'safe');
      assert.equal(applyEdits(text, repair.edits), reportWith({ [section]: mended }));
    });
  }

  for (const [section, line, offered] of [
    [1, '一、工作总体概况及成效', []],
    [1, '一、全年工作情况', ['possible']],
    [1, '一、2023年工作做法', []],
    [2, '二、主动公开情况统计表', []],
    [2, '二、政府信息公开主动公开情况', ['possible']],
    [4, '四、政府信息公开行政复议、行政诉讼情况2023年未发生。', undefined],
    [4, '四、行政复议和行政诉讼情况无', []],
    [5, '五、存在的主要问题及明年工作计划2024年将改进。', []],
    [5, '五、存在的问题主要是更新偏慢。', []],
    [5, '五、不足和下一步打算', ['possible']],
    [6, '六、其它事项本年度没有发生', []],
  ] as const) {
    it(`${line}: ${offered ? `is told of, and ${offered.join() || 'nothing'} offered` : 'is the form’s'}`, () => {
      const findings = check(headingWording, reportWith({ [section]: line }));
      assert.deepEqual(
        findings.map(({ repairs }) => repairs.map(({ confidence }) => confidence)),
        offered ? [offered] : [],
      );
      assert.deepEqual(found(missingSection, reportWith({ [section]: line })), []);
    });
  }

  for (const [what, text] of [
    ['a point among others', reportWith({ 1: '（一）总体情况' })],
    ['one whose number another line has', `${reportWith({ 6: '七、其他需要报告的事项' })}六、附件\n`],
    ['one behind a number of another kind', reportWith({ 6: '附件2 其他需要报告的事项' })],
  ] as const) {
    it(`get no number without a look: ${what}`, () =>
      assert.ok(
        check(headingNumber, text).every(({ repairs }) =>
          repairs.every(({ confidence }) => confidence === 'possible'),
        ),
      ));
  }

  for (const [section, number] of [
    [6, '6、'],
    [6, '6．'],
    [5, '（五）'],
    [5, '五)'],
    [5, '六、'],
    [1, '1.'],
  ] as const) {
    it(`${number} before the heading of section ${section} is not the form's number`, () => {
      const text = reportWith({ [section]: number + official[section - 1]?.slice(2) });
      assert.deepEqual(found(headingNumber, text), [number]);
      const edits = check(headingNumber, text)[0]?.repairs[0]?.edits ?? [];
      assert.equal(applyEdits(text, edits), reportWith({}));
    });
  }

  for (const number of ['五.', '五，', '五 、']) {
    it(`${number} is the form's number in other punctuation`, () =>
      assert.deepEqual(found(headingNumber, reportWith({ 5: number + official[4]?.slice(2) })), []));
  }

  it('in the source of a page are read without its markup', () => {
    const text =
      '<p>一、总体情况</p><p>全年公开信息 12 条。</p><p>六、<span style="x">其他</span>需要报告的事项</p><p>无</p>';
    for (const rule of [headingNumber, headingWording]) assert.deepEqual(found(rule, text), []);
    const changed = text.replace('需要报告的', '');
    assert.equal(check(headingWording, changed)[0]?.repairs.length, 0);
  });

  it('that all lost their numbers are one finding, whose repair restores all', () => {
    const bare = Object.fromEntries(official.map((heading, index) => [index + 1, heading.slice(2)]));
    const text = reportWith(bare);
    const findings = check(headingNumber, text);
    assert.equal(findings.length, 1);
    assert.equal(applyEdits(text, findings[0]?.repairs[0]?.edits ?? []), reportWith({}));
  });

  it('in traditional script are mended in traditional script', () => {
    const text =
      '一、總體情況\n本年度依法公開。\n五、存在的主要問題及改進情況\n解讀不足。\n六、其他事項\n無\n';
    assert.deepEqual(found(headingWording, text), ['其他事項']);
    const edits = check(headingWording, text)[0]?.repairs[0]?.edits ?? [];
    assert.equal(applyEdits(text, edits), text.replace('其他事項', '其他需要報告的事項'));
    const context = { report: parseReport(text), text };
    for (const section of edition2021.sections)
      assert.equal(simplify(officialWording(context, section)), section.heading);
  });

  it('out of order: the one that is out of place is told, not those around it', () => {
    const [a, b, c, d, e, f] = official;
    const text = [a, e, b, c, d, f].map((heading) => `${heading}\n这一部分的内容另有说明。\n`).join('');
    assert.deepEqual(found(sectionOrder, text), [e]);
  });
});
