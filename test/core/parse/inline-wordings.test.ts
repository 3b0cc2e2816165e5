import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { numerals } from '../support/headings';
import { layoutCalled } from '../support/layouts';
import { mapSections, sheetOf } from '../support/layouts/sheet';

const sheet = sheetOf(3, 30);

/** A report with a tab a cell, and the headings that `print` gives it for its own. */
function withHeadings(print: (heading: string, index: number) => string): string {
  let index = 0;
  return layoutCalled('tsv').render(
    mapSections(sheet, (section) => ({ ...section, heading: print(section.heading ?? '', index++) })),
  );
}

const flawless = withHeadings((heading) => heading);

/** How a report looks that lost its line breaks. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'nothing between its lines': (text) => text.replace(/\s*\n\s*/g, ''),
  'blanks between its lines': (text) => text.replace(/\s*\n\s*/g, ' '),
  'wide blanks between its lines': (text) => text.replace(/\s*\n\s*/g, '\u3000\u3000'),
};

/** Headings in other words than the form's, or with other numbers, by the number of their section. */
const headings: readonly (readonly [section: number, heading: string])[] = [
  [1, '1、概述'],
  [1, '1.工作总体情况'],
  [1, '（一）概述'],
  [1, '第一部分 概述'],
  [1, '一 总体情况'],
  [1, '一\u3000基本情况'],
  [1, '１、总体概况'],
  [1, '一、政务公开落实情况'],
  [1, '一、总体情况，主要做法有以下几点。'],
  [2, '二、主动公开政府信息情况，数据由各科室提供。'],
  [2, '2.主动公开政府信息情况'],
  [2, '二 主动公开政府信息情况'],
  [2, '（二）主动公开政府信息情况'],
  [2, '主动公开政府信息情况'],
  [3, '三、收到和处理公开申请情况'],
  [3, '三、申请的收到与处理情况'],
  [3, '三、受理和答复政府信息公开申请情况'],
  [3, '3、收到和处理政府信息公开申请情况'],
  [3, '第三部分：依申请公开情况'],
  [3, '收到和处理政府信息公开申请情况'],
  [4, '四、行政复议与诉讼情况'],
  [4, '四、政府信息公开被复议、被诉讼情况'],
  [4, '4. 政府信息公开行政复议、行政诉讼情况'],
  [4, '（四）行政复议和行政诉讼情况'],
  [4, '四 政府信息公开行政复议、行政诉讼情况'],
  [5, '五、问题与改进。'],
  [5, '五、主要问题和改进。'],
  [5, '五、目前存在的主要问题及改进情况'],
  [5, '５．存在的主要问题及改进情况'],
  [5, '五、存在的主要问题及改进情况，分述如下。'],
  [5, '存在的主要问题及改进情况'],
  [6, '六、其他应报告的事项。'],
  [6, '6、其他需要报告的事项'],
  [6, '六 其他需要报告的事项'],
  [6, '（六）其他事项'],
  [6, '其他需要报告的事项'],
];

const sectionsOf = (text: string): readonly string[] =>
  analyze(text).report.sections.map(({ id, heading }) => (heading ? id : `${id} without heading`));

const missingIn = (text: string): readonly string[] =>
  analyze(text).findings.flatMap(({ rule, message }) => (rule === 'missing-section' ? [message] : []));

describe('headings in other words inside one line', function () {
  this.timeout(20_000);
  const whole = sectionsOf(flawless);

  for (const [way, change] of Object.entries(ways)) {
    it(`are found with ${way}`, () => {
      for (const [section, heading] of headings) {
        const text = withHeadings((own, index) => (index === section - 1 ? heading : own));
        assert.deepEqual(sectionsOf(change(text)), whole, heading);
        assert.deepEqual(missingIn(change(text)), [], heading);
      }
    });

    it(`are found where all are written so, with ${way}`, () => {
      const others = [
        '概述',
        '主动公开信息情况',
        '依申请公开情况',
        '行政复议和诉讼情况',
        '存在问题及改进措施',
        '其他事项',
      ];
      const text = withHeadings((_, index) => `${index + 1}、${others[index]} `);
      assert.deepEqual(sectionsOf(change(text)), whole);
    });

    it(`are missed where they are lost, with ${way}`, () => {
      for (let lost = 0; lost < numerals.length; lost++) {
        const text = withHeadings((own, index) => (index === lost ? '' : own));
        const missing = missingIn(change(text));
        assert.equal(missing.length, 1, missing.join());
        assert.ok(missing[0]?.includes(`「${numerals[lost]}、`), missing[0]);
      }
    });
  }

  for (const [why, mention] of [
    ['a sub-point', '（五）存在的主要问题。更新偏慢。'],
    ['a list of parts', '本报告包括一、概述，二、主动公开信息情况，三、依申请公开情况。'],
    ['a point of a list', '重点做了三件事：1、概述类栏目归并。2、主动公开情况通报。3、依申请公开情况分析。'],
    ['a numeral of a sentence', '全年共有3 三类栏目。'],
  ] as const)
    it(`are not made of ${why}`, () => {
      const text = flawless.replace('二、主动公开政府信息情况', `${mention}二、主动公开政府信息情况`);
      for (const change of Object.values(ways)) {
        const read = analyze(change(text)).report.sections;
        assert.deepEqual(
          read.map(({ id }) => id),
          whole,
        );
        assert.ok(change(text).slice(read[0]?.span.start, read[0]?.span.end).includes(mention));
      }
    });
});
