import assert from 'node:assert/strict';
import { edition2021 } from '../../../server/form/edition-2021';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { runRules } from '../../../server/rules/check';
import type { Rule } from '../../../server/rules/rule';
import headingNumber from '../../../server/rules/structure/heading-number';
import headingWording from '../../../server/rules/structure/heading-wording';
import { officialNumber, officialWording } from '../../../server/rules/structure/headings';
import missingSection from '../../../server/rules/structure/missing-section';
import sectionOrder from '../../../server/rules/structure/section-order';
import subheadingNumber from '../../../server/rules/structure/subheading-number';
import { simplify } from '../../../server/text/fold';

const official = edition2021.sections.map((section) => `${officialNumber(section)}${section.heading}`);

/** A report of headings with a sentence each, those at `changes` written otherwise; null leaves one out. */
function reportWith(changes: Readonly<Record<number, string | null>>): string {
  const lines = official.map((heading, index) => (index + 1 in changes ? changes[index + 1] : heading));
  return lines.flatMap((line) => (line === null ? [] : `${line}\n这一部分的内容另有说明。\n`)).join('');
}

const check = (rule: Rule, text: string): readonly Finding[] =>
  runRules([rule], { report: parseReport(text), text }, {});

const found = (rule: Rule, text: string): string[] =>
  check(rule, text).map(({ span }) => text.slice(span.start, span.end));

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

describe('missing headings', () => {
  const body =
    '（一）主动公开情况。全年通过门户网站主动公开各类政府信息 12 条，其中规划计划 2 条，财政预决算 2 条，公告公示 8 条。';
  for (const [name, before, after] of [
    ['LF', `${body}\n二、主动公开政府信息情况\n`, `一、总体情况\n${body}\n二、主动公开政府信息情况\n`],
    [
      'CRLF',
      `${body}\r\n二、主动公开政府信息情况\r\n`,
      `一、总体情况\r\n${body}\r\n二、主动公开政府信息情况\r\n`,
    ],
    [
      'an indent',
      `　　${body}\n　　二、主动公开政府信息情况\n`,
      `　　一、总体情况\n　　${body}\n　　二、主动公开政府信息情况\n`,
    ],
    [
      'blank lines',
      `${body}\n\n二、主动公开政府信息情况\n\n`,
      `一、总体情况\n\n${body}\n\n二、主动公开政府信息情况\n\n`,
    ],
    [
      'Markdown',
      `${body}\n\n## 二、主动公开政府信息情况\n\n`,
      `## 一、总体情况\n\n${body}\n\n## 二、主动公开政府信息情况\n\n`,
    ],
  ] as const) {
    it(`are inserted as the others stand: ${name}`, () => {
      const title = `某县教育局2023年政府信息公开工作年度报告${before.includes('\r') ? '\r\n' : '\n'}`;
      const text = title + before;
      const repair = check(missingSection, text)[0]?.repairs[0];
      assert.equal(repair?.confidence, 'safe');
      assert.equal(applyEdits(text, repair.edits), title + after);
    });
  }

  it('are not inserted without a look where their text is not numbered', () => {
    const text = `全年通过门户网站主动公开各类政府信息 12 条，其中规划计划 2 条，财政预决算 2 条，公告公示 8 条。\n${official[1]}\n`;
    assert.equal(check(missingSection, text)[0]?.repairs[0]?.confidence, 'possible');
  });

  it('are not inserted without a look where there is nothing below them', () => {
    const repairs = check(missingSection, reportWith({ 5: null })).flatMap((finding) => finding.repairs);
    assert.deepEqual(
      repairs.map(({ confidence }) => confidence),
      ['possible'],
    );
  });
});

describe('sub-headings of section one', () => {
  const section = (...lines: readonly string[]): string =>
    `一、总体情况\n${lines.join('\n')}\n二、主动公开政府信息情况\n`;

  for (const [why, text] of [
    ['all numbered', section('（一）主动公开情况。', '（二）依申请公开情况。', '（三）政府信息管理情况。')],
    ['none numbered', section('主动公开情况。全年 3 条。', '依申请公开情况。无。')],
    [
      'a gap without candidates',
      section('（一）主动公开情况。', '（二）依申请公开情况。', '（五）监督保障情况。'),
    ],
    [
      'fewer candidates than the gap has numbers',
      section('（二）依申请公开情况。', '平台建设情况。好。', '（五）监督保障情况。'),
    ],
    [
      'a sentence that begins with the name of an aspect',
      section('（一）概况。', '平台建设情况总体良好，栏目齐全。', '（三）其他。'),
    ],
    [
      'an aspect under its numbered heading',
      section('（一）主动公开', '主动公开情况：全年 3 条。', '（二）依申请公开'),
    ],
  ] as const) {
    it(`are left alone: ${why}`, () => assert.deepEqual(found(subheadingNumber, text), []));
  }

  it('that lost their numbers get them back, with the brackets of the others', () => {
    const text = section(
      '(一)主动公开情况。',
      '依申请公开情况。',
      '政府信息公开平台建设情况。',
      '(四)监督保障情况。',
    );
    assert.deepEqual(found(subheadingNumber, text), ['依申请公开情况', '政府信息公开平台建设情况']);
    const edits = check(subheadingNumber, text).flatMap(({ repairs }) => repairs[0]?.edits ?? []);
    assert.ok(applyEdits(text, edits).includes('(二)依申请公开情况。\n(三)政府信息公开平台建设情况。'));
  });
});
