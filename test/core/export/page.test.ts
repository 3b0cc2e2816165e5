import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { articleOf, beginningOfChecks, ending } from '../../../server/export/page/page';
import { hints } from '../../../server/features/showing/hints';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import { tableIds } from '../../../server/form/form';
import { type GridRow, gridOf } from '../../../server/form/grid';
import { parseReport } from '../../../server/parse/parse';
import { looksLikeReport } from '../../../server/parse/view/detect';
import { valueOf } from '../../../server/report/report';
import { report } from '../../protocol/support/report';
import { applicationsTable, samples } from '../features/fixtures';

const drawn = (text: string): string => articleOf(analyze(text), '报告.txt');

/** The part of a page that is the report itself, without the notes in its cells. */
const reportIn = (article: string): string =>
  article.slice(0, article.indexOf('<section class="checks">')).replace(/<ins>.*?<\/ins>/gu, '');

/** How many cells each row of a grid covers, counting those that reach into it from above. */
function widths(rows: readonly GridRow[]): number[] {
  const covered: number[] = [];
  for (const [at, row] of rows.entries()) {
    for (const { columns, rows: height } of row)
      for (let below = 0; below < height; below++) covered[at + below] = (covered[at + below] ?? 0) + columns;
  }
  return covered;
}

describe('the form as it is printed', () => {
  for (const form of [edition2021, edition2019]) {
    for (const id of tableIds) {
      it(`of ${form.edition} is a full rectangle with every figure of ${id} once, in order`, () => {
        const { head, body } = gridOf(form, id);
        const all = widths([...head, ...body]);
        assert.equal(new Set(all).size, 1, `${all}`);
        assert.equal(all.length, head.length + body.length);
        const figures = body.flatMap((row) => row.flatMap(({ figure }) => figure ?? []));
        const own = form.cells.filter(({ table }) => table === id).map(({ index }) => index);
        assert.deepEqual(figures, own);
      });
    }
  }
});

describe('the page of a report', () => {
  for (const { name, text } of samples) {
    it(`of ${name} is the same report when it is read again`, () => {
      const { report } = analyze(text);
      const again = parseReport(`${beginningOfChecks()}${reportIn(drawn(text))}</article>${ending}`);
      assert.deepEqual(again.cells.map(valueOf), report.cells.map(valueOf));
      assert.deepEqual(
        again.sections.map(({ id }) => id),
        report.sections.map(({ id }) => id),
      );
      assert.equal(again.title?.value.replace(/\s/gu, ''), report.title?.value.replace(/\s/gu, ''));
    });
  }

  it('is no other report on the year, beside the one that it shows', () => {
    for (const { text } of samples) {
      assert.ok(looksLikeReport(text));
      assert.ok(!looksLikeReport(`${beginningOfChecks()}${drawn(text)}${ending}`));
    }
  });

  it('has nothing of what only a printer or a program sees', () => {
    const article = drawn('一、总体情况\n\f （一）甲\u0007乙丙。\n');
    assert.match(article, /<p[^>]*>\s*（一）甲乙丙。/u);
  });

  it('has what stands before its first section, once, with what it states marked', () => {
    const title = '某县林业局2023年政府信息公开工作年度报告';
    const opening = '根据《条例》编制本报告，统计期限为全年。';
    const article = drawn(`${title}\n\n${opening}\n收到政府信息公开申请0件。\n\n${report().text}`);
    const [before = ''] = article.split('<h2');
    assert.equal(before.split(opening).length, 2, before);
    assert.match(before, /<p data-at="2:0-2:\d+">/u);
    assert.equal(article.split(title).length, 2);
    // A page tells its title once more for the browser's window.
    const page = drawn(`<title>${title}</title>\n<h1>${title}</h1>\n<p>${opening}</p>\n<p>一、总体情况</p>`);
    assert.equal(page.split(title).length, 2, page);
    assert.ok(page.includes(opening));
  });

  it('prints no bars of the tables that it draws', () => {
    for (const { name, text } of samples) assert.ok(!/<p[^>]*>\s*[|｜]/u.test(drawn(text)), name);
  });

  it('shows what stands in the text and never runs it', () => {
    const text = `某县<b>林业局</b>2023年政府信息公开工作年度报告\n\n一、总体情况\n<script>alert("x & 'y'")</script>\n`;
    const article = drawn(text.replace('<b>', '＜').replace('</b>', '＞'));
    assert.doesNotMatch(article, /<script/u);
    assert.ok(
      drawn('一、总体情况\n他说："A&B"，又说 1 < 2。').includes('他说：&quot;A&amp;B&quot;，又说 1 &lt; 2。'),
    );
  });

  it('marks a wrong total in its cell, says what it would have to be, and leads to it', () => {
    const text = `三、收到和处理\n${applicationsTable({ '一、本年新收政府信息公开申请数量': '8 | 0 | 1 | 0 | 0 | 0 | 10' })}`;
    const line = text.slice(0, text.indexOf('| 10')).split('\n').length - 1;
    const [cell] = drawn(text).match(/<td class="error"[^>]*>10.*?<\/td>/gu) ?? [];
    assert.ok(cell, 'no cell with 10 is marked');
    assert.match(cell, new RegExp(`data-at="${line}:\\d+-${line}:\\d+"`, 'u'));
    const [hint] = hints(analyze(text)).filter(({ offset }) => offset === text.indexOf('| 10') + 4);
    assert.ok(hint && cell.includes(`<ins>${hint.text}</ins>`), cell);
  });

  it('draws where the applications came from and went to, and says why where it cannot', () => {
    const page = (total: string): string =>
      drawn(report({ figures: { 'applications.received.total': total } }).text);
    assert.match(page('11'), /<figure class="flow">/u);
    assert.doesNotMatch(page('11'), /没有画/u);
    assert.doesNotMatch(page('12'), /<figure/u);
    assert.match(page('12'), /没有画申请的来去：[^<]*合计 13 件，[^<]*合计 12 件，两数不等/u);
    assert.match(page('？'), /没有画申请的来去：[^<]*没有数字/u);
    assert.doesNotMatch(drawn('一、总体情况\n今年很忙。'), /没有画/u);
  });

  it('has a legend of what went where, for what has no room for its name in the picture', () => {
    const drawing = drawn(report().text);
    const legend = [...drawing.matchAll(/<li class="share\d">.*?<\/svg>([^<]*)<\/li>/gu)].map(
      ([, words]) => words,
    );
    assert.deepEqual(legend, [
      '本年新收 11 件',
      '上年结转 1 件',
      '予以公开 8 件',
      '无法提供 3 件',
      '结转下年 1 件',
    ]);
    assert.match(drawing, /<text[^>]*>1<\/text>/u);
  });

  it('names its verdict in words for who hears it', () => {
    assert.match(
      drawn(report().text),
      /<p class="verdict fine" role="note" aria-label="年报：没有错误和警告，42 条勾稽关系全部成立">年报 ✓/u,
    );
  });

  it('tells who hears a table what each label is the head of', () => {
    const article = drawn(`三、收到和处理\n${applicationsTable({})}`);
    const heads = [...article.matchAll(/<th([^>]*)>([^<]*)<\/th>/gu)];
    assert.ok(heads.length > 30);
    for (const [, attributes = '', words = ''] of heads) {
      assert.match(attributes, /scope="(?:col|colgroup|row|rowgroup)"/u, words);
      assert.notEqual(words.trim(), '');
    }
    const scopeOf = (label: string): string | undefined =>
      /scope="(\w+)"/u.exec(heads.find(([, , words]) => words === label)?.[1] ?? '')?.[1];
    assert.deepEqual(['自然人', '法人或其他组织', '（三）不予公开', '1.属于国家秘密'].map(scopeOf), [
      'col',
      'colgroup',
      'rowgroup',
      'row',
    ]);
  });

  it('puts lines together that the width of a page has broken, and leaves its number out', () => {
    const article = drawn(`一、总体情况
    （一）主动公开情况。全年在区政府网站发布信息 158 条，其中行政处
罚公示 83 条、停车收费和泊位调整 21 条、环卫作业计划
                              - 1 -
\f12 条、工作动态 42 条。
    （二）依申请公开情况。全年新收 13 件，均已
办结。
下一步
继续。
`);
    const paragraphs = [...article.matchAll(/<p data-at="[^"]*">(.*?)<\/p>/gu)].map(([, words = '']) =>
      words.replace(/<[^>]*>/gu, '').trim(),
    );
    assert.deepEqual(paragraphs, [
      '（一）主动公开情况。全年在区政府网站发布信息 158 条，其中行政处罚公示 83 条、停车收费和泊位调整 21 条、环卫作业计划12 条、工作动态 42 条。',
      '（二）依申请公开情况。全年新收 13 件，均已办结。',
      '下一步',
      '继续。',
    ]);
  });

  it('lists every equation, and none as holding that cannot be decided', () => {
    const text = applicationsTable({ '2.重复申请': '1 | 0 | 0 | 0 | 0 | 0 | ？' });
    const { coverage } = analyze(text);
    const rows = drawn(text).match(/<tr[^>]*><td>表[三四]<\/td>.*?<\/tr>/gu) ?? [];
    assert.equal(rows.length, coverage.equations);
    const undecided = rows.filter((row) => row.endsWith('<td>？</td></tr>')).length;
    assert.equal(undecided, coverage.equations - coverage.decided);
    assert.ok(undecided > 3);
  });

  it('is drawn of any text', () => {
    for (const text of ['', '<', '\u0000\ud800', '一、\n二、\n', '| | |\n'.repeat(50)])
      assert.match(drawn(text), /^<article.*<\/article>$/su);
  });
});
