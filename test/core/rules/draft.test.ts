import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { noteOffersAt } from '../../../server/features/explaining/notes';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import type { Writing } from '../../../server/rules/draft';
import { report } from '../../protocol/support/report';

const title = '示例县林业局2024年政府信息公开工作年度报告';
const whole = report().text;

/** The clean report up to a text. */
const upTo = (end: string): string => whole.slice(0, whole.indexOf(end));

/** What is found while somebody writes a text: the message of a draft, the rule of anything else. */
function found(text: string, writing?: Writing): string[] {
  return analyze(text, { writing }).findings.map(({ rule, message }) =>
    rule === 'unfinished-draft' ? message : rule,
  );
}

const draftIn = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ rule }) => rule === 'unfinished-draft');

/** The text with what it lacks. */
function completed(text: string): string {
  const [repair] = draftIn(analyze(text, { writing: 'changed' }).findings)?.repairs ?? [];
  assert.ok(repair, text);
  return applyEdits(text, repair.edits);
}

describe('a report that is being written', () => {
  const stages: readonly (readonly [text: string, lacks: string])[] = [
    ['', '六个部分'],
    [`${title}\n`, '六个部分'],
    [`${title}\n一、总体情况\n`, '第一部分的内容、第二至第六部分'],
    [`${title}\n一、总体情况\n全年公开信息。\n二、主动公开政府信息情况\n`, '表二、第三至第六部分'],
    [
      `${title}\n一、总体情况\n三、收到和处理`.replace('三、收到和处理', '二、主动公开政府信息情况'),
      '表二、第一部分的内容、第三至第六部分',
    ],
    [upTo('第二十条第（六）项'), '表二的 3 行、第三至第六部分'],
    [upTo('三、收到和处理'), '第三至第六部分'],
    [upTo('（二）部分公开'), '表三的数字、第四至第六部分'],
    [upTo('（五）不予处理'), '表三的 10 行、第四至第六部分'],
    [upTo('五、存在'), '第五、第六部分'],
    [upTo('六、其他'), '第六部分'],
  ];
  for (const [text, lacks] of stages) {
    it(`lacks ${lacks} where it ends in ${JSON.stringify(text.slice(-12))}, and has no error`, () =>
      assert.deepEqual(found(text, 'changed'), [`正在起草：还差${lacks}`]));
  }

  it('has no error at any point of its writing', () => {
    for (let end = 0; end < whole.length; end += 3) {
      const text = whole.slice(0, end);
      const errors = analyze(text, { writing: 'changed' }).findings.filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(
        errors.map(({ rule, message }) => `${rule} ${message}`),
        [],
        `…${text.slice(-40)}`,
      );
    }
  });

  const finished: readonly (readonly [
    why: string,
    text: string,
    writing: Writing | undefined,
    rule: string,
  ])[] = [
    ['nobody writes it', upTo('五、存在'), undefined, 'missing-section'],
    ['it is empty and nobody writes it', '', undefined, 'missing-section'],
    [
      'a section is missing between others',
      whole.replace(/四、政府[^五]*/u, ''),
      'changed',
      'missing-section',
    ],
    ['it is signed', `${upTo('六、其他')}示例县林业局\n2024年1月20日\n`, 'changed', 'missing-section'],
    ['it was published', `发布日期：2024-01-20\n${upTo('六、其他')}`, 'changed', 'missing-section'],
    ['it was opened with all its tables and not touched', upTo('五、存在'), 'open', 'missing-section'],
    [
      'it is saved with all six headings',
      whole.replace(/行政复议 \| [\s\S]*?五、/u, '五、'),
      'saved',
      'missing-table',
    ],
  ];
  for (const [why, text, writing, rule] of finished) {
    it(`is none where ${why}`, () => {
      const rules = found(text, writing);
      assert.ok(rules.includes(rule), String(rules));
      assert.ok(!rules.some((each) => each.includes('起草')), String(rules));
    });
  }

  it('stays one when it is saved before its last heading, and when it is opened again before its tables', () => {
    assert.deepEqual(found(upTo('六、其他'), 'saved'), ['正在起草：还差第六部分']);
    assert.deepEqual(found(upTo('四、政府'), 'open'), ['正在起草：还差第四至第六部分']);
  });

  it('lacks its end besides a row between others, which is missing', () =>
    assert.deepEqual(found(upTo('（七）总计').replace(/1\.属于国家秘密.*\n/u, ''), 'changed').sort(), [
      'missing-row',
      '正在起草：还差表三的 2 行、第四至第六部分',
    ]));

  it('keeps the errors that it has in what is written', () => {
    const wrong = report({ figures: { 'applications.results.granted.total': '9' } }).text;
    const rules = found(wrong.slice(0, wrong.indexOf('五、存在')), 'changed');
    assert.deepEqual(rules.sort(), ['row-total', '正在起草：还差第五、第六部分']);
  });

  it('is judged in full for who turns the rule off', () => {
    const { findings } = analyze(title, { writing: 'changed', rules: { 'unfinished-draft': 'off' } });
    assert.equal(findings.filter(({ rule }) => rule === 'missing-section').length, 6);
  });

  it('is judged in full for who notes that nothing is lacking, and no note is offered', () => {
    const analysis = analyze(title, { writing: 'changed' });
    assert.deepEqual(noteOffersAt(analysis, { start: 0, end: title.length }), []);
    const noted = `${title}<!-- 年报核对 unfinished-draft：其余部分由办公室另写 -->\n`;
    const { findings } = analyze(noted, { writing: 'changed' });
    assert.equal(findings.filter(({ rule }) => rule === 'missing-section').length, 6);
  });
});

describe('what a draft lacks', () => {
  const starts: readonly (readonly [layout: string, text: string])[] = [
    ['nothing at all', ''],
    ['a title', `${title}\n`],
    ['a title without an end of line', title],
    ['CRLF', `${title}\r\n\r\n一、总体情况\r\n`],
    ['Markdown', `# ${title}\n\n## 一、总体情况\n\n`],
    ['Markdown with a title alone', `# ${title}\n`],
    ['an indent', `${title}\n　　一、总体情况\n`],
    ['an outline', `${title}\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n`],
    ['the trial form', `${title.replace('2024', '2020')}\n一、总体情况\n`],
    ['Markdown of the trial form', `# ${title.replace('2024', '2019')}\n\n## 一、总体情况\n`],
  ];
  for (const [layout, text] of starts) {
    it(`is added as the form has it: ${layout}`, () => {
      const after = analyze(completed(text), { writing: 'changed' });
      const { cells, form, sections } = after.report;
      assert.equal(form, /20(?:19|20)年/u.test(text) ? edition2019 : edition2021);
      assert.deepEqual(
        sections.map(({ id, heading }) => heading && id),
        form.sections.map(({ id }) => id),
      );
      assert.ok(cells.every((cell) => valueOf(cell) === 0));
      assert.deepEqual(
        after.findings.map(({ rule }) => rule),
        ['unfinished-draft'],
      );
    });
  }

  it('begins with the title that the name of its file tells, in the form of its year', () => {
    const named = '示例县林业局2020年政府信息公开工作年度报告';
    for (const [text, begin] of [
      ['', `${named}\n\n一、总体情况\n`],
      ['\n\n', `${named}\n\n一、总体情况\n`],
      ['一、总体情况\n全年公开信息 12 条。\n', `${named}\n一、总体情况\n全年公开`],
      ['## 一、总体情况\n', `# ${named}\n\n## 一、总体情况\n`],
      // What stands there may be a title of its own.
      ['林业局的年报\n一、总体情况\n', '林业局的年报\n一、总体情况\n'],
      [`${title}\n`, `${title}\n`],
    ] as const) {
      const draft =
        draftIn(analyze(text, { writing: 'changed', title: named }).findings) ?? assert.fail(text);
      const after = applyEdits(text, draft.repairs[0]?.edits ?? []);
      assert.ok(after.startsWith(begin), after.slice(0, 80));
      assert.equal(draft.message.includes('题目'), after.startsWith(named) || after.startsWith('# '));
      if (text === '') assert.equal(analyze(after).report.form, edition2019);
    }
  });

  it('goes on with a table in its own layout, and keeps what stands', () => {
    for (const end of [
      '第二十条第（六）项',
      '第二十条第（八）项',
      '2.没有现成',
      '（六）其他',
      '（七）总计',
    ]) {
      const text = upTo(end);
      const [before, after] = [analyze(text).report, analyze(completed(text)).report];
      assert.ok(completed(text).startsWith(text.trimEnd()));
      for (const [index, cell] of before.cells.entries()) {
        assert.equal(valueOf(after.cells[index]), valueOf(cell) ?? 0, `${end} ${index}`);
      }
      assert.equal(/\t/u.test(completed(text)), false);
    }
  });

  it('repeats no head or label that stands already', () => {
    for (const end of ['行政处罚 |', '行政事业性收费 |', '1.信访举报', '1.申请人无']) {
      const text = upTo(end);
      const lines = completed(text)
        .split('\n')
        .filter((line) => /^（[五六]）|^第二十条/u.test(line));
      assert.equal(new Set(lines).size, lines.length, lines.join('\n'));
    }
  });

  it('is not added behind half a row, and not to a page of HTML', () => {
    for (const text of [
      `${upTo('（二）部分公开')}（二）部分公开 | 1 | 0`,
      `<h1>${title}</h1>\n<h2>一、总体情况</h2>`,
    ]) {
      assert.deepEqual(draftIn(analyze(text, { writing: 'changed' }).findings)?.repairs, []);
    }
  });
});
