import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/report/finding';
import missingSection from '../../../server/rules/structure/missing-section';
import subheadingNumber from '../../../server/rules/structure/subheading-number';
import { check, found, official, reportWith } from './heading-checks';

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

  for (const line of [
    '一、加强组织领导，压实责任。',
    '工作回顾：这一年平稳有序。',
    '公开工作回顾',
    '一、',
    '①工作有回顾，也有展望，全年平稳有序。',
  ]) {
    it(`are not inserted without a look below words that may be one: ${line}`, () => {
      const text = `某县教育局2023年政府信息公开工作年度报告\n${line}\n${body}\n${official[1]}\n`;
      assert.deepEqual(
        check(missingSection, text)[0]?.repairs.map(({ confidence }) => confidence),
        ['possible'],
      );
    });
  }

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
