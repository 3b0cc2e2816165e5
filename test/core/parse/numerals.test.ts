import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { countNumerals, type Numeral, numeralsOf } from '../../../server/census/numeral-census';
import { parseReport } from '../../../server/parse/parse';
import { viewOf } from '../../../server/parse/view/view';
import { fold, isDigit } from '../../../server/text/fold';
import { cases } from '../claims/cases';
import { reportOf } from '../claims/facts';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

/** How many numerals of each class the samples have, in the order of the classes. */
const samples = [
  ['云溪县档案局2024年政府信息公开工作年度报告.md', 200, 6, 44, 14, 1, 11, 7, 0, 7, 0, 0, 0],
  ['望舒区城市管理局2024年政府信息公开工作年度报告.txt', 200, 5, 45, 9, 0, 11, 5, 0, 10, 0, 0, 0],
  ['松涧县教育局2023年政府信息公开工作年度报告.txt', 199, 5, 44, 14, 0, 9, 6, 0, 5, 0, 0, 0],
  ['澄湾市市场监督管理局2023年政府信息公开工作年度报告.txt', 200, 6, 44, 10, 1, 9, 5, 0, 8, 0, 0, 0],
  ['雁渡县人民政府2024年政府信息公开工作年度报告.html', 200, 6, 44, 13, 0, 26, 9, 0, 8, 0, 0, 0],
  ['青岚市水务局2024年政府信息公开工作年度报告.txt', 200, 6, 44, 10, 0, 14, 7, 0, 9, 0, 0, 0],
] as const;

const read = (text: string): Numeral[] => numeralsOf(parseReport(text), text);

/** Reads a text and asserts that its numerals stand one behind the other and cover every digit that it shows exactly once. */
function accounted(text: string, name: string): Numeral[] {
  const numerals = read(text);
  const folded = fold(viewOf(text).text);
  let at = 0;
  for (const { span } of [...numerals, { span: { start: text.length, end: text.length } }]) {
    assert.ok(at <= span.start && span.start <= span.end && span.end <= text.length, name);
    for (; at < span.start; at++)
      assert.ok(!isDigit(folded.charCodeAt(at)), `${name}: ${text.slice(Math.max(0, at - 20), at + 20)}`);
    at = span.end;
  }
  const counts = Object.values(countNumerals(numerals));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    numerals.length,
  );
  return numerals;
}

const leftOver = (numerals: readonly Numeral[], text: string): string[] =>
  numerals
    .filter((numeral) => numeral.class === 'unexplained')
    .map(({ span }) => text.slice(Math.max(0, span.start - 10), span.end + 10));

const classesIn = (overview: string): string[] => {
  const text = reportOf('small', overview);
  const from = text.indexOf(overview);
  return read(text)
    .filter(({ span }) => span.start >= from && span.end <= from + overview.length)
    .map(({ span, class: kind }) => `${text.slice(span.start, span.end)} ${kind}`);
};

describe('numerals of the narrative', () => {
  for (const [overview, ...expected] of [
    ['全年收到政府信息公开申请8件。', '8 claim'],
    ['收到政府信息公开申请八件。', '八 claim'],
    ['收到群众来信12封，访问量10.5万次。', '12 other-claim', '10.5 other-claim'],
    ['公开信息100条，其中动态60条、公告40条。', '100 claim', '60 claim', '40 claim'],
    ['统计期限为2023年1月1日至12月31日。', '2023 date', '1 date', '1 date', '12 date', '31 date'],
    ['发布日期：2024-02-08 14:35', '2024 date', '02 date', '08 date', '14 date', '35 date'],
    ['成文于二〇二三年十二月三十一日。', '二〇二三 date', '十二 date', '三十一 date'],
    ['依据第36条和国办公开办函〔2021〕30号。', '36 reference', '2021 reference', '30 reference'],
    ['按照《条例》第二十条第（一）项。', '二十 reference', '一 reference'],
    ['“12345”热线，《条例》（国令第711号）。', '12345 reference', '711 reference'],
    ['电话：0573-87287231，邮编：314000。', '0573 contact', '87287231 contact', '314000 contact'],
    ['地址：人民路18号3楼305室。', '18 contact', '3 contact', '305 contact'],
    ['1.加强审核。位列全县第3名，全市第５。', '1 ordinal', '3 ordinal', '５ ordinal'],
    ['（二）问题。一是人手少；二是经验少。③其他。', '二 ordinal', '一 ordinal', '二 ordinal', '③ ordinal'],
    ['办结率100%，粉丝数54373。', '100 other-claim', '54373 other-claim'],
    ['组织培训三次，接受抽查两次，公文1,272件。', '三 other-claim', '两 other-claim', '1,272 other-claim'],
    ['进一步统一规范，一个窗口，一些群众，第三方评估，三公经费。'],
    ['共计：77。', '77 unexplained'],
  ] as const) {
    it(overview, () => assert.deepEqual(classesIn(overview), expected));
  }
});

describe('numerals of a whole text', function () {
  this.timeout(30_000);

  it('are accounted for and explained in the paragraphs of the claims', () => {
    for (const { text, line } of cases) assert.deepEqual(leftOver(accounted(text, line), text), [], line);
  });

  for (const [file, ...expected] of samples) {
    it(`are counted: ${file}`, () => {
      const text = readFileSync(path.join('samples', file), 'utf8');
      assert.deepEqual(Object.values(countNumerals(accounted(text, file))), expected);
    });
  }

  it('are accounted for and explained in every layout', () => {
    for (const [index, layout] of layouts.entries()) {
      const text = layout.render(sheetOf(index, [0, 60, 5000][index % 3] ?? 0, index % 4 ? '2021' : '2019'));
      const numerals = accounted(text, layout.id);
      const { cells } = parseReport(text);
      assert.equal(
        numerals.filter(({ cell }) => cell !== undefined).length,
        cells.filter(({ kind }) => kind === 'count').length,
        layout.id,
      );
      assert.deepEqual(leftOver(numerals, text), [], layout.id);
    }
  });

  it('are accounted for whatever the damage, and explained but for a few', () => {
    let all = 0;
    let left = 0;
    for (const [index, damage] of damages.entries()) {
      for (let at = index % 6; at < layouts.length; at += 6) {
        const layout = layouts[at];
        const made = layout && damaged(sheetOf(index + at, 60), layout, [damage], index);
        const numerals = made ? accounted(made.text, `${layout.id} ${damage.id}`) : [];
        all += numerals.length;
        left += numerals.filter((numeral) => numeral.class === 'unexplained').length;
      }
    }
    assert.ok(all > 10_000 && left < all / 1000, `${left} of ${all}`);
  });

  it('are accounted for in any text', () => {
    const piece = fc.constantFrom(
      ...[
        '1',
        '２',
        '３，４５６',
        '1,272',
        '.',
        '。',
        ',',
        '一',
        '三件',
        '第二十条',
        '\n',
        '\t',
        ' | ',
        '<td>7</td>',
      ],
      ...[
        '2023年1月',
        '二〇二三年',
        '\u200b',
        '（一）予以公开',
        '0',
        '①',
        '&#50;',
        'a1',
        '收到申请8件',
        '\ud800',
      ],
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void accounted(pieces.join(''), pieces.join(''))));
  });
});
