import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import type { Finding } from '../../../server/report/finding';
import { checkReport } from '../../../server/rules/check';
import type { Writing } from '../../../server/rules/draft';
import { layouts } from '../support/layouts';
import { type Sheet, sheetOf } from '../support/layouts/sheet';

const id = 'overview-empty';
const sheet = sheetOf(3, 20);
const told = sheet.sections.find((section) => section.id === 'overview')?.paragraphs ?? [];

/** The sheet with other paragraphs in a section, and before all sections. */
const sheetWith = (
  section: string,
  paragraphs: readonly string[],
  preface: readonly string[] = sheet.preface,
): Sheet => ({
  ...sheet,
  preface,
  sections: sheet.sections.map((each) => (each.id === section ? { ...each, paragraphs } : each)),
});

const findingsIn = (text: string, writing?: Writing): readonly Finding[] =>
  checkReport({ report: parseReport(text), text, ...(writing && { writing }) }, {});
const foundIn = (text: string, writing?: Writing): readonly string[] =>
  findingsIn(text, writing).flatMap(({ rule, message }) => (rule === id ? [message] : []));

const nothing = '总体情况没有内容，应写明主动公开、依申请公开等各方面的情况；内容若是图片或附件，请改为文字';

describe('an overview without content', () => {
  for (const { id: layout, render } of layouts) {
    it(`is told of in the layout ${layout}, and one with content is not`, () => {
      assert.deepEqual(foundIn(render(sheet)), []);
      assert.deepEqual(foundIn(render(sheetWith('overview', []))), [nothing]);
    });
  }

  it('is one that has fewer than twenty letters', () => {
    const render = (words: string): string => layouts[0]?.render(sheetWith('overview', [words])) ?? '';
    assert.deepEqual(foundIn(render('工作情况良好。')), [
      '总体情况只写了“工作情况良好”，应写明主动公开、依申请公开等各方面的情况，请核对',
    ]);
    assert.deepEqual(foundIn(render(`${'好'.repeat(19)}。`)).length, 1);
    assert.deepEqual(foundIn(render(`${'好'.repeat(20)}。`)), []);
  });

  it('is not one of which something was left out', () => {
    for (const words of ['[略]', '（略）', '略', '略。'])
      assert.deepEqual(foundIn(layouts[0]?.render(sheetWith('overview', [words])) ?? ''), [], words);
  });

  it('is not one whose text stands below the next heading, or somewhere else', () => {
    const parts = ['（一）主动公开。', ...told];
    const withPreface = sheetWith('overview', [], [...parts, ...sheet.preface]);
    const elsewhere = ['proactiveDisclosure', 'otherMatters'].map((section): Sheet => {
      const own = sheet.sections.find((each) => each.id === section)?.paragraphs ?? [];
      const moved = sheetWith(section, [...own, ...parts]);
      return {
        ...moved,
        sections: moved.sections.map((each) => (each.id === 'overview' ? { ...each, paragraphs: [] } : each)),
      };
    });
    for (const each of [withPreface, ...elsewhere])
      for (const { id: layout, render } of layouts) assert.deepEqual(foundIn(render(each)), [], layout);
  });

  it('is, while a report is being written, one of the things that it still lacks', () => {
    const text = '某县水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n二、主动公开政府信息情况\n';
    assert.deepEqual(foundIn(text), [nothing]);
    assert.deepEqual(
      findingsIn(text, 'changed').map(({ rule }) => rule),
      ['unfinished-draft'],
    );
  });
});
