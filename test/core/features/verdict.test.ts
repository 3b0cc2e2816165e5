import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { verdictOn } from '../../../server/features/explaining/verdict';
import type { Writing } from '../../../server/rules/draft';
import { report } from '../../protocol/support/report';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { withZeros } from '../support/zeros';

const whole = report().text;
const wrong = report({ figures: { 'disputes.reconsideration.total': '4' } }).text;
const blank = report({
  figures: { 'applications.received.naturalPerson': '', 'applications.received.total': '/' },
}).text;
const draft = whole.slice(0, whole.indexOf('五、存在'));

const cases: readonly (readonly [
  what: string,
  text: string,
  writing: Writing | undefined,
  sign: string,
  spoken: RegExp,
])[] = [
  ['a right report', whole, undefined, '年报 ✓ 42/42', /^年报：没有错误和警告，42 条勾稽关系全部成立$/],
  ['a wrong one', wrong, undefined, '年报 ✗ 1', /^年报：有 1 处错误和警告，42 条勾稽关系中 41 条成立$/],
  ['a draft', draft, 'changed', '年报 … 起草中', /^年报：正在起草：还差第五、第六部分/],
  ['a draft with an error', wrong.slice(0, wrong.indexOf('五、存在')), 'changed', '年报 ✗ 1', /正在起草/],
  ['no report', '明天下午开会。', undefined, '年报 ✗ 9', /^年报：有 9 处/],
];

describe('the verdict on a document', () => {
  for (const [what, text, writing, sign, spoken] of cases) {
    it(`is ${sign} for ${what}`, () => {
      const verdict = verdictOn([analyze(text, { writing })]);
      assert.equal(verdict.text, sign);
      assert.match(verdict.spoken, spoken);
      assert.doesNotMatch(verdict.spoken, /[|*`$✓✗]/u);
    });
  }

  it('has the counts first and the names last', () => {
    assert.equal(
      verdictOn([analyze(wrong)]).detail,
      '错误 1、警告 0 · 勾稽 41/42 成立 · 2023 年度 · 示范县林业局',
    );
  });

  it('says what had to be taken for 0', () => {
    const marked = layoutCalled('tsv').render(withZeros(sheetOf(3, 20), 'all', '/', 3));
    const { text, detail, spoken } = verdictOn([analyze(marked)]);
    assert.equal(text, '年报 ✓ 42/42 按"/"为 0 计');
    assert.match(detail, /^勾稽 42\/42 成立（按"\/"为 0 计）/u);
    assert.match(spoken, /，按"\/"为 0 计，42 条勾稽关系全部成立$/u);
  });

  it('is not right where something could not be checked', () => {
    const { text, spoken } = verdictOn([analyze(blank, { rules: { 'missing-cell': 'off' } })]);
    assert.match(text, /^年报 \? 39\/42$/u);
    assert.match(spoken, /，3 条无法核对$/u);
  });

  it('is not right where a broken sum is not told of', () => {
    const { text } = verdictOn([analyze(wrong, { rules: { 'disputes-total': 'off' } })]);
    assert.equal(text, '年报 ? 41/42');
  });

  it('adds up what stands in one document', () => {
    assert.equal(verdictOn([analyze(whole), analyze(whole)]).text, '年报 ✓ 84/84');
    assert.equal(verdictOn([analyze(whole), analyze(wrong)]).text, '年报 ✗ 1');
  });
});
