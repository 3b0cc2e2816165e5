import assert from 'node:assert/strict';
import { selectionOf, usualFiles } from '../../../server/workspace/selection';

describe('the files of a folder', () => {
  const selection = selectionOf(['**/*.{txt,md}'], ['**/node_modules', '**/.*', 'drafts', '**/*.bak.txt']);

  for (const path of ['a.txt', '年报/2023/b.MD', 'drafts.txt', 'old/drafts/c.txt']) {
    it(`has ${path}`, () => assert.equal(selection.wants(path), true));
  }

  for (const path of [
    'a.log',
    'node_modules/a.txt',
    'x/node_modules/y/a.txt',
    '.git/a.txt',
    '.a.txt',
    'drafts/a/b.txt',
    'a.bak.txt',
  ]) {
    it(`has not ${path}`, () => assert.equal(selection.wants(path), false));
  }

  it('does not lead into what is excluded', () => {
    assert.deepEqual(['x', 'x/y', 'node_modules', 'x/.git', 'drafts', 'x/drafts'].map(selection.enters), [
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('takes patterns that lead into a folder for the folder', () => {
    const deep = selectionOf(['**/*.txt'], ['**/node_modules/**']);
    assert.equal(deep.enters('a/node_modules'), false);
    assert.equal(deep.wants('node_modules/a.txt'), false);
    const marked = selectionOf(['**/*.txt'], ['旧/', '稿/**/']);
    assert.deepEqual(['旧', '稿', '新'].map(marked.enters), [false, false, true]);
  });

  it('is as good without patterns, or with absurd ones', () => {
    assert.equal(selectionOf([], []).wants('a.txt'), false);
    assert.equal(selectionOf(['*.txt', 'x'.repeat(100_000)], ['', '*'.repeat(100_000)]).wants('a.txt'), true);
  });
});

describe('the files that may be reports', () => {
  const usual = selectionOf(usualFiles, []);

  for (const path of [
    'a.txt',
    'x/b.HTM',
    '松涧县水务局2023年政府信息公开工作年度报告',
    'x/2023年报',
    '舊/工作年度報告',
    '2023年报.doc',
    'x/2023年报.pdf',
    '2023年报.xls',
  ]) {
    it(`have ${path} among them`, () => assert.equal(usual.wants(path), true));
  }

  for (const path of ['台账.xls', 'x/年度报告.pdf', '台账.xlsx', '报告/数据.csv', '年报说明', 'Makefile']) {
    it(`have not ${path}`, () => assert.equal(usual.wants(path), false));
  }
});
