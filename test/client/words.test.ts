import assert from 'node:assert/strict';
import { clauses, listed, sentences, statements } from '../../client/editor/words';
import { summaryPage } from '../../client/views/summary';
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import traditional from '../../l10n/bundle.l10n.zh-tw.json';
import type { WorkspaceSummary } from '../../server/lsp/messages/workspace';
import { speak } from './vscode';

const counts = { error: 1, warning: 2, information: 0, hint: 0 };
const summary: WorkspaceSummary = {
  ...{ reports: 3, compared: 1, skipped: 4, counts, equations: 42, undecided: 2 },
  rules: [{ rule: 'row-total', summary: '合计', counts }],
  agencies: [{ agency: null, reports: 1, counts }],
  files: [{ uri: 'a', agency: '甲局', year: 2024, counts }],
  doubtful: [{ uri: 'a', others: ['b', 'c'] }],
  passedOver: [],
  unread: [{ uri: 'd', reason: 'x' }],
};
const page = (): readonly string[] => summaryPage(summary, (name) => ({ name })).split('\n');

describe('the client’s texts', () => {
  afterEach(() => speak(chinese));

  it('stand one behind the other as each tongue has them', () => {
    const all = () => [
      sentences('甲。', false, '乙。'),
      statements('甲', '乙'),
      listed(['甲', '乙', '丙']),
      clauses('甲', ''),
    ];
    assert.deepEqual(all(), ['甲。乙。', '甲。乙', '甲、乙、丙', '甲']);
    speak();
    assert.deepEqual(all(), ['甲。 乙。', '甲. 乙', '甲, 乙, 丙', '甲']);
    assert.equal(listed([]), '');
  });

  it('make the page of a summary in each tongue', () => {
    const first = page();
    assert.equal(first[0], '# 工作区年报检查汇总');
    assert.equal(
      first[2],
      '检查了 3 份年报：错误 1，警告 2；42 条勾稽关系中有 2 条无法核对；1 个文件读不了。其中 1 份与上年报告作了对照；另有 4 个文件不是年报。',
    );
    assert.ok(first.includes('- d：x'));
    assert.ok(first.includes('- a：有几份不同的报告都像是它的上年报告，无从取舍：b、c'));
    speak(traditional);
    assert.equal(page()[0], '# 工作區年報檢查彙總');
    speak();
    const english = page();
    assert.equal(english[0], '# Summary of the Reports in the Workspace');
    assert.equal(
      english[2],
      'Reports checked: 3 – Errors 1 · Warnings 2; of 42 equations 2 could not be checked; files that could not be read: 1. Compared with the report of the year before: 1. Files that are no reports: 4.',
    );
    assert.ok(english.includes('| File | Agency | Year | Errors | Warnings | Information | Hints |'));
    assert.equal(english.length, first.length);
  });
});
