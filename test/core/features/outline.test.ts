import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { folds } from '../../../server/features/showing/folding';
import { besideMarkdown, type OutlineItem, symbols } from '../../../server/features/showing/symbols';
import { edition2021 } from '../../../server/form/edition-2021';
import { tableOf } from '../../../server/form/form';
import { report } from '../../protocol/support/report';
import { layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { marked, samples } from './fixtures';

/** An outline, one indented line an entry. */
const lines = (items: readonly OutlineItem[], depth = 0): string[] =>
  items.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail && ` | ${detail}`}`,
    ...lines(children, depth + 1),
  ]);

const flat = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...flat(item.children)]);

/** The labels that an editor keeps in sight over each row. */
const labelsOver = (items: readonly OutlineItem[], over: readonly string[] = []): Map<string, string[]> =>
  new Map(
    items.flatMap(({ kind, name, children }) =>
      kind === 'part' ? [...labelsOver(children, [...over, name])] : [[name, [...over]]],
    ),
  );

const short = `某县档案局2023年政府信息公开
工作年度报告

一、总体情况
今年很忙。
二、主动公开政府信息情况
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t\t/
行政规范性文件\t1\t0\t12
信息内容\t本年处理决定数量
行政许可\t5
信息内容\t本年处理决定数量
行政处罚\t6
行政强制\t7
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t8.5
六、其他需要报告的事项
无
`;

describe('outline', () => {
  it('holds no place in a row whose figures stand elsewhere: rows beside each other do not overlap', () => {
    const { text } = report();
    const table = flat(symbols(analyze(text))).find(({ name }) => name === '表四');
    const rows = table?.children ?? [];
    assert.deepEqual(
      rows.map(({ span }) => text.slice(span.start, span.end)),
      ['行政复议', '未经复议直接起诉', '复议后起诉'],
    );
    // What an editor keeps in sight above the figures of all three is not the name of one.
    assert.ok(table);
    assert.equal(
      text.slice(table.nameSpan.start, table.nameSpan.end),
      '四、政府信息公开行政复议、行政诉讼情况',
    );
  });

  it('has the title, in it the sections, in these the tables with their rows and figures', () => {
    assert.deepEqual(lines(symbols(analyze(short))), [
      '某县档案局2023年政府信息公开工作年度报告',
      '  一、总体情况',
      '  二、主动公开政府信息情况',
      '    表二 | 6 行',
      '      规章 | 0  空  /',
      '      行政规范性文件 | 1  0  12',
      '      行政许可 | 5',
      '      行政处罚 | 6',
      '      行政强制 | 7',
      '      行政事业性收费 | 8.5',
      '  六、其他需要报告的事项',
    ]);
  });

  it('has the rows of 表二 under the articles that stand over them, each with a range of its own', () => {
    for (const change of [
      (text: string) => text,
      (text: string) => text.replaceAll('第二十条第（一）项', '第二十条 第(一)项'),
      (text: string) => text.replace(/^(.*) \| (.*)$/gmu, '$1\n$2').replaceAll('\n', '\r\n'),
    ]) {
      const text = change(report().text);
      const all = symbols(analyze(text));
      const table = flat(all).find(({ name }) => name === '表二') ?? assert.fail();
      assert.deepEqual(
        table.children.map(({ kind, name, children }) => [kind, name, children.length]),
        [
          ['part', change('第二十条第（一）项'), 2],
          ['part', '第二十条第（五）项', 1],
          ['part', '第二十条第（六）项', 2],
          ['part', '第二十条第（八）项', 1],
        ],
      );
      // What an editor keeps in sight over a row is its own article.
      for (const [at, { span }] of table.children.entries())
        assert.ok(span.end <= (table.children[at + 1]?.span.start ?? text.length));
      assert.equal(text.slice(table.nameSpan.start, table.nameSpan.end), '二、主动公开政府信息情况');
      const starts = folds(analyze(text)).map(({ start }) => start);
      assert.ok(table.children.every(({ span }) => starts.includes(span.start)));
    }
  });

  it('has the rows of 表三 under the labels that stand over them, in every layout that prints them so', () => {
    const { rows, groups } = tableOf(edition2021, 'applications');
    let layered = 0;
    for (const { id, render } of layouts) {
      const text = render(sheetOf(1, 60));
      const table = flat(symbols(analyze(text))).find(({ name }) => name === '表三') ?? assert.fail(id);
      const over = labelsOver(table.children);
      let whole = 0;
      for (const { name, group } of rows) {
        const number = groups.find((each) => each.id === group)?.number;
        const wanted = number === undefined ? [] : number === '三、' ? [number] : ['三、', number];
        const printed = (over.get(name) ?? assert.fail(`${id} ${name}`)).map((label) =>
          label
            .replaceAll('(', '（')
            .replaceAll(')', '）')
            .replace(/[^、）].*$/u, ''),
        );
        // Where a label stands elsewhere there is nothing over a row, and never the label of others.
        assert.ok(
          printed.every((each) => wanted.some((label) => label.startsWith(each))),
          `${id} ${name}`,
        );
        if (printed.length === wanted.length) whole++;
      }
      if (whole === rows.length) layered++;
    }
    assert.equal(layered, 37);
  });

  it('leaves out what an outline of Markdown has already', () => {
    const table = '信息内容 | 本年处理决定数量\n行政许可 | 5';
    const text = `# 某县档案局2023年政府信息公开工作年度报告

## 一、总体情况
今年很忙。

**二、主动公开政府信息情况**

${table}

   ### 六、其他需要报告的事项
无
`;
    const whole = symbols(analyze(text));
    assert.deepEqual(lines(besideMarkdown(whole, text)), [
      '二、主动公开政府信息情况',
      '  表二 | 读不出数',
      '    行政许可 | 5',
    ]);
    const plain = text.replaceAll('#', '');
    const all = symbols(analyze(plain));
    assert.deepEqual(lines(besideMarkdown(all, plain)), lines(all));
  });

  it('does without a title, and without anything', () => {
    assert.deepEqual(lines(symbols(analyze('一、总体情况\n无\n六、其他事项\n无\n'))), [
      '一、总体情况',
      '六、其他事项',
    ]);
    assert.deepEqual(symbols(analyze('')), []);
    assert.deepEqual(symbols(analyze('今天天气很好。')), []);
  });

  it('has no table where there is none to go to', () => {
    const text = '一、总体情况\n无\n四、政府信息公开行政复议、行政诉讼情况\n无\n';
    assert.deepEqual(lines(symbols(analyze(text))), [
      '一、总体情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  it('leads to what is printed', () => {
    const text = short;
    for (const { kind, name, nameSpan } of flat(symbols(analyze(text)))) {
      const printed = text.slice(nameSpan.start, nameSpan.end).replace(/\s+/g, '');
      if (kind !== 'table') assert.equal(printed, name.replace(/\s+/g, ''));
    }
  });

  for (const { name, text } of samples) {
    it(`of ${name} has every section, table and row, each within its parent`, () => {
      const { report } = analyze(text);
      const items = flat(symbols(analyze(text)));
      const count = (kind: OutlineItem['kind']): number => items.filter((item) => item.kind === kind).length;
      assert.equal(count('section'), report.sections.length);
      assert.equal(count('table'), report.tables.length);
      assert.equal(
        count('row'),
        report.tables.reduce((sum, { rows }) => sum + rows.length, 0),
      );
      for (const { span, nameSpan, children } of items) {
        for (const inner of [nameSpan, ...children.map((child) => child.span)]) {
          assert.ok(span.start <= inner.start && inner.end <= span.end);
        }
      }
      for (const section of items.filter(({ kind }) => kind === 'section')) {
        assert.ok(section.children.length <= 1, `${section.name} has ${section.children.length} tables`);
      }
    });
  }
});

describe('folds', () => {
  it('cover sections, tables and rows that take several lines', () => {
    const { analysis, spans } = marked(
      `⟦一、总体情况\n今年很忙。⟧\n\n⟦二、主动公开政府信息情况\n⟦本年制发件数\n本年废止件数\n现行有效件数\n⟦规章\n0\n0\n0⟧\n` +
        `⟦行政规范性文件\n1\n0\n12⟧\n⟦行政许可\n5⟧\n⟦行政处罚\n6⟧\n⟦行政强制\n7⟧\n⟦行政事业性收费\n8⟧⟧⟧\n六、其他需要报告的事项\n`,
    );
    assert.deepEqual(folds(analysis), spans);
  });

  it('leave out what stands on one line', () => {
    const { text, ...rest } = analyze(short);
    const firsts = folds({ text, ...rest }).map(({ start, end }) => text.slice(start, end).split('\n')[0]);
    assert.deepEqual(firsts, [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '六、其他需要报告的事项',
    ]);
  });

  for (const { name, text } of samples) {
    it(`of ${name} lie in each other or apart, each over several lines`, () => {
      const all = folds(analyze(text));
      assert.ok(all.length >= 6);
      for (const [at, a] of all.entries()) {
        assert.match(text.slice(a.start, a.end), /\n/);
        for (const b of all.slice(at + 1)) assert.ok(b.start >= a.end || b.end <= a.end);
      }
    });
  }
});
