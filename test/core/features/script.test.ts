import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { glossesIn, simplifyingEdits, unglossingEdits } from '../../../server/features/writing/script';
import { applyEdits } from '../../../server/report/finding';
import { countTraditional, inSimplified } from '../../../server/text/script';
import { marked, samples } from './fixtures';

const simplified = (text: string): string => applyEdits(text, simplifyingEdits(analyze(text)));
const unglossed = (text: string): string => applyEdits(text, unglossingEdits(analyze(text)));

describe('traditional characters', () => {
  const lines: readonly (readonly [from: string, to: string])[] = [
    ['執法局辦理政府資訊公開申請', '执法局办理政府资讯公开申请'],
    ['乾燥機關，乾縣人民政府於今年開展', '干燥机关，乾县人民政府于今年开展'],
    ['魏徵、瞭望塔與徵收決定', '魏徵、瞭望塔与征收决定'],
    ['乾县人民政府、魏徵、於潜', '乾县人民政府、魏徵、於潜'],
    ['已经是简体的话，不动。', '已经是简体的话，不动。'],
    ['乾县不动\n乾縣人民政府', '乾县不动\n乾县人民政府'],
  ];
  for (const [from, to] of lines) {
    it(`are written simplified, word by word: ${from}`, () => {
      assert.equal(inSimplified(from), to);
      assert.equal(inSimplified(to), to);
    });
  }

  it('are counted where they can be nothing else', () =>
    assert.deepEqual(['執法', '乾县', '执法', '魏徵'].map(countTraditional), [1, 0, 0, 0]));

  it('are changed in the text and not in the markup', () => {
    const text =
      '<h1 title="海寧">海寧市教育局2023年政府信息公開工作年度報告</h1><!-- 註 --><p>一、總體情況</p><p>公開信息12條。</p>';
    assert.equal(
      simplified(text),
      '<h1 title="海寧">海宁市教育局2023年政府信息公开工作年度报告</h1><!-- 註 --><p>一、总体情况</p><p>公开信息12条。</p>',
    );
  });
});

describe('pinyin behind characters', () => {
  const texts: readonly string[] = [
    '某市執⟦(zhí)⟧法局依據⟦(jù)⟧統⟦(tǒng)⟧計',
    '規⟦（guī）⟧章、行政處⟦(chǔ)⟧罰⟦(fá)⟧和强⟦(qiáng)⟧制女⟦(nǚ)⟧儿⟦(ér)⟧',
    '公開的⟦(de)⟧信息',
    '手机客户端(app)、门户网站(web)、第三方(a)、公里(km)、办公(oa)、执法(zhífǎ)',
    '他(tā 说)、abc(zhí)',
  ];
  for (const text of texts) {
    it(`is seen: ${text}`, () => {
      const { analysis, spans } = marked(text);
      assert.deepEqual(glossesIn(analysis), spans);
    });
  }
});

describe('a report written otherwise', () => {
  it('says what it said, and is not written otherwise again', () => {
    for (const { name, text } of samples) {
      const before = analyze(text);
      for (const rewritten of [simplified, unglossed]) {
        const after = analyze(rewritten(text));
        assert.equal(rewritten(after.text), after.text, name);
        assert.deepEqual(
          after.report.cells.map((cell) => 'value' in cell && cell.value),
          before.report.cells.map((cell) => 'value' in cell && cell.value),
          name,
        );
        assert.equal(after.report.agency?.value, before.report.agency?.value, name);
        assert.deepEqual(
          after.findings.map(({ rule }) => rule),
          before.findings.map(({ rule }) => rule),
          name,
        );
      }
    }
  });

  it('has neither where a sample has both', () => {
    const both = samples.find(
      ({ text }) => countTraditional(text) > 0 && glossesIn(analyze(text)).length > 0,
    );
    const after = unglossed(simplified(both?.text ?? assert.fail()));
    assert.equal(countTraditional(after), 0);
    assert.deepEqual(glossesIn(analyze(after)), []);
  });
});
