import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { applyEdits } from '../../../server/report/finding';
import type { Writing } from '../../../server/rules/draft';
import { report } from '../../protocol/support/report';

const whole = report().text;
const title = '示范县林业局2023年政府信息公开工作年度报告\n';
const bounds = ['一、总体', '二、主动', '三、收到', '四、政府', '五、存在', '六、其他'].map((words) =>
  whole.indexOf(words),
);
const section = (number: number): string => whole.slice(bounds[number - 1], bounds[number]);
/** What stands in a section under its heading. */
const under = (number: number): string => section(number).slice(section(number).indexOf('\n') + 1);
const heading = (number: number): string => section(number).slice(0, section(number).indexOf('\n') + 1);
/** Headings (H2), what stands under them (T2) and whole sections (2), one behind the other. */
const text = (parts: string): string =>
  title +
  [...parts.matchAll(/([HT]?)(\d)/gu)]
    .map(([, kind, number]) => (kind === 'H' ? heading : kind === 'T' ? under : section)(Number(number)))
    .join('');

const found = (of: string, writing: Writing = 'changed'): string[] =>
  analyze(of, { writing }).findings.map(({ rule, message }) =>
    rule === 'unfinished-draft' ? message.replace('正在起草：还差', '') : rule,
  );

function completed(of: string): string {
  const draft = analyze(of, { writing: 'changed' }).findings.find(({ rule }) => rule === 'unfinished-draft');
  return applyEdits(of, draft?.repairs[0]?.edits ?? assert.fail(of));
}

describe('a report that is written in an order of its own', () => {
  const states: readonly (readonly [parts: string, lacks: string, ...also: string[]])[] = [
    ['T2', '第二部分的标题、第一、第三至第六部分'],
    ['T3', '第三部分的标题、第一、第二、第四至第六部分'],
    ['T4', '第四部分的标题、第一至第三、第五、第六部分'],
    ['T2T3', '第二、第三部分的标题、第一、第四至第六部分'],
    ['T3T4', '第三、第四部分的标题、第一、第二、第五、第六部分'],
    ['T2T4', '第二、第四部分的标题、第一、第三、第五、第六部分'],
    ['T2T3T4', '第二至第四部分的标题、第一、第五、第六部分'],
    ['H1T2T3T4', '第二至第四部分的标题、第一部分的内容、第五、第六部分'],
    ['1T2T3T4', '第二至第四部分的标题、第五、第六部分'],
    ['1H2T2T3', '第三部分的标题、第四至第六部分'],
    ['234', '第一、第五、第六部分'],
    ['34', '第一、第二、第五、第六部分'],
    ['124', '第三、第五、第六部分'],
    ['13', '第二、第四至第六部分'],
    ['5', '第一至第四、第六部分'],
    ['15', '第二至第四、第六部分'],
    ['56', '第一至第四部分'],
    ['156', '第二至第四部分'],
    ['H1H23H4H5H6', '表二、表四、第一、第五、第六部分的内容'],
    ['H1H2H3H456', '表二、表三、表四、第一部分的内容'],
    ['21', '第三至第六部分', 'section-order'],
    ['32', '第一、第四至第六部分', 'section-order'],
    ['2341', '第五、第六部分', 'section-order'],
  ];
  /** Ended by their last sections, these still say nothing in the first one. */
  const saysNothing = ['56', 'H1H2H3H456'];
  for (const [parts, lacks, ...also] of states) {
    it(`lacks ${lacks} where it has ${parts}, and has no error`, () =>
      assert.deepEqual(found(text(parts)).sort(), [...also, lacks].sort()));

    it(`has all of the form once what it lacks is added to ${parts}`, () => {
      const after = completed(text(parts));
      const { sections, tables, cells } = analyze(after).report;
      assert.equal(sections.filter((each) => each.heading).length, 6);
      assert.equal(tables.length, 3);
      assert.ok(cells.every(({ kind }) => kind === 'count'));
      assert.deepEqual(
        found(after).filter((each) => !each.includes('内容')),
        saysNothing.includes(parts) ? [...also, 'overview-empty'] : also,
      );
    });
  }

  it('lacks them in a file without a title as well', () =>
    assert.deepEqual(found(under(2) + under(3)), ['第二、第三部分的标题、第一、第四至第六部分']));

  it('stays one when it is saved, and when the tables are opened again the day after', () => {
    for (const writing of ['saved', 'open'] as const) {
      assert.deepEqual(found(text('T2T3T4'), writing), ['第二至第四部分的标题、第一、第五、第六部分']);
      assert.deepEqual(found(text('1T2T3T4'), writing), ['第二至第四部分的标题、第五、第六部分']);
    }
  });

  const finished: readonly (readonly [parts: string, ...rules: string[]])[] = [
    ['23456', 'missing-section'],
    ['13456', 'missing-section', 'missing-table'],
    ['12456', 'missing-section', 'missing-table'],
    ['12346', 'missing-section'],
    ['12T3456', 'missing-section'],
    ['1T2T3T456', 'missing-section', 'missing-section', 'missing-section'],
    ['12H3456', 'missing-table'],
    ['1H2H3H456', 'missing-table', 'missing-table', 'missing-table'],
  ];
  for (const [parts, ...rules] of finished) {
    for (const writing of ['changed', 'saved', 'open'] as const) {
      it(`has lost something once its last section is written, where it has ${parts} and is ${writing}`, () =>
        assert.deepEqual(found(text(parts), writing).sort(), rules));
    }
  }

  it('has lost something once it is dated, and where it was opened with its end and not touched', () => {
    const rules = found(`${text('T2T3T4')}示范县林业局\n2024年1月20日\n`);
    assert.equal(rules.filter((each) => each === 'missing-section').length, 6);
    assert.equal(found(text('156'), 'open').filter((each) => each === 'missing-section').length, 3);
  });

  it('keeps what is wrong in its tables', () => {
    const wrong = report({ figures: { 'applications.results.granted.total': '9' } }).text;
    const table = wrong.slice(wrong.indexOf('申请人情况'), wrong.indexOf('四、政府'));
    assert.deepEqual(
      found(title + table).sort(),
      ['row-total', '第三部分的标题、第一、第二、第四至第六部分'].sort(),
    );
  });
});
