import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { linesFrom, pasted } from '../../../server/features/writing/paste';
import type { RowLayout } from '../../../server/form/written';
import { parseReport } from '../../../server/parse/parse';
import { type Report, valueOf } from '../../../server/report/report';
import { report } from '../../protocol/support/report';
import { htmlLayouts } from '../support/layouts/html';
import { htmlFormLayouts } from '../support/layouts/html-forms';
import { sheetOf } from '../support/layouts/sheet';

const layouts: readonly RowLayout[] = ['tab', 'pipe', 'markdown'];
const pages = [...htmlLayouts, ...htmlFormLayouts];

const cellsOf = ({ cells }: Report) => cells.map((cell) => [cell.kind, valueOf(cell)]);

/** What a text says, whatever stands between its words. */
const words = (text: string): string[] => [...text.replace(/[\s\0|]/gu, '')].sort();

describe('a page that is pasted', () => {
  for (const page of pages) {
    for (const layout of layouts) {
      it(`says the same in every cell: ${page.id} as ${layout}`, () => {
        for (const [seed, edition] of [
          [4, '2021'],
          [5, '2019'],
          [9, '2021'],
        ] as const) {
          const html = page.render({ ...sheetOf(seed, 60, edition), disputes: seed % 2 ? 'blocks' : 'row' });
          const text = linesFrom(html, layout)?.join('\n');
          assert.ok(text, html);
          assert.deepEqual(cellsOf(parseReport(text)), cellsOf(parseReport(html)));
          assert.doesNotMatch(text, /<|&nbsp;|\0|\u00a0/u);
        }
      });
    }
    it(`loses no word and has a line a row: ${page.id}`, () => {
      const html = page.render(sheetOf(6, 60));
      for (const [table] of html.matchAll(/<table(?:(?!<table)[\s\S])*?<\/table>/giu)) {
        const text = linesFrom(table, 'tab')?.join('\n');
        assert.ok(text, table);
        assert.deepEqual(words(text), words(parseReport(table).shown));
        assert.ok(text.split('\n').every((line) => line.trim() !== ''));
      }
    });
  }
});

const row = (cells: readonly (string | number)[], label = ' colspan=3'): string =>
  `<tr><td${label}><p class=MsoNormal><span>${cells[0]}</span><o:p></o:p></p></td>${cells
    .slice(1)
    .map((cell) => `<td><p>&nbsp;${cell}<o:p></o:p></p></td>`)
    .join('')}</tr>`;

const group =
  '<table>' +
  row(['一、本年新收政府信息公开申请数量', 3, 0, 0, 0, 0, 0, 3]) +
  '<tr><td rowspan=2>三、本年度办理结果</td><td rowspan=2>（三）不予公开</td><td>1.属于<br>国家秘密</td>' +
  `${'<td>0</td>'.repeat(7)}</tr><tr><td>2.其他法律行政法规禁止公开</td>${'<td></td>'.repeat(6)}<td>/</td></tr>` +
  '</table>';

describe('rows that are pasted', () => {
  it('are lines of cells, with what stands over several of them said once', () =>
    assert.deepEqual(linesFrom(group, 'pipe'), [
      '一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0',
      '2.其他法律行政法规禁止公开 |  |  |  |  |  |  | /',
    ]));

  it('have the layout of the tables around them, and lines of their own', () => {
    const tabs = report().text.replaceAll(' | ', '\t');
    const at = tabs.indexOf('（一）予以公开');
    const html = `<table>${row(['行政许可', 3], '')}</table>`;
    assert.equal(pasted(analyze(tabs), { start: at, end: at }, html), '行政许可\t3\n');
    assert.equal(pasted(analyze(report().text), { start: 3, end: 3 }, html), '\n行政许可 | 3\n');
    const crlf = tabs.replaceAll('\n', '\r\n');
    assert.equal(pasted(analyze(crlf), { start: crlf.length, end: crlf.length }, html), '行政许可\t3');
    assert.equal(pasted(analyze(''), { start: 0, end: 0 }, group)?.split('\n').length, 5);
  });

  it('come with what is written around them', () =>
    assert.deepEqual(
      linesFrom(
        `<html><head><title>文档</title></head><body><p>一、总体情况</p><p>全年<b>平稳</b>。</p>${group}</body></html>`,
        'tab',
      )?.slice(0, 2),
      ['一、总体情况', '全年平稳。'],
    ));

  const none: readonly (readonly [why: string, html: string])[] = [
    ['no table', '<p>一、总体情况</p><p>行政许可 3 件</p>'],
    [
      'a table of something else',
      '<table><tr><td>其他</td><td>3</td></tr><tr><td>总计</td><td>9</td></tr></table>',
    ],
    [
      'tables that lay out a page',
      `<table>${'<tr><td><table><tr><td><a>政府信息公开年报</a></td></tr></table></td></tr>'.repeat(596)}</table>`,
    ],
    ['labels alone', '<table><tr><td>行政许可</td></tr><tr><td>行政处罚</td></tr></table>'],
    ['nothing', ''],
  ];
  for (const [why, html] of none)
    it(`are none where there is ${why}`, () => assert.equal(linesFrom(html, 'tab'), undefined));

  it('are none in the source of a page', () =>
    assert.equal(
      pasted(analyze('<table><tr><td>1</td></tr></table>'), { start: 0, end: 0 }, group),
      undefined,
    ));
});
