import assert from 'node:assert/strict';
import { viewOf } from '../../../server/parse/view/view';
import { fold } from '../../../server/text/fold';

/** What is left of a page once all that says nothing is gone; the view has to stay as long as the page. */
function shown(page: string): string {
  const { text } = viewOf(page);
  assert.equal(text.length, page.length);
  return fold(text).replaceAll('\0', '').trim();
}

const row = (...cells: readonly string[]): string =>
  `<table><tr>${cells.map((each) => `<td>${each}</td>`).join('')}</tr></table>`;
/** What the second cell of a row says. */
const cellOf = (content: string): string | undefined => shown(row('规章', content, '0')).split('\t')[1];

describe('a raised figure of a page', () => {
  it('at a figure is the mark of a note and none of its digits', () => {
    assert.equal(cellOf('383<sup>1</sup>'), '383[1]');
    assert.equal(cellOf('383<sup><a href="#n1">1</a></sup>件'), '383[1]件');
    assert.equal(cellOf('<b>383</b><sup>&#49;</sup>'), '383[1]');
    assert.equal(cellOf('383<SUB>1</SUB >'), '383[1]');
    assert.equal(cellOf('<sup>1</sup>383'), '[1]383');
    assert.equal(shown('<p>收到383<sup>1,2</sup>件</p>'), '收到383[1,2]件');
    // One that is never closed is no digit of it either.
    assert.equal(cellOf('383<sup>1'), '383[1');
  });

  it('is read as it is written elsewhere', () => {
    assert.equal(cellOf('m<sup>2</sup>'), 'm2');
    assert.equal(cellOf('383<sup>①</sup>'), '383①');
    assert.equal(cellOf('383<sup>[1]</sup>'), '383[1]');
    assert.equal(cellOf('<sup>383</sup>'), '383');
    assert.equal(shown(row('12', '<sup>1</sup>')), '12\t1');
    assert.equal(shown('<p>12</p><p><sup>1</sup>注</p>'), '12\n\n1注');
  });
});

describe('what a page does not show', () => {
  const hidings = [
    'hidden',
    'HIDDEN=""',
    'style="color:red; display : none"',
    "style='display:none;mso-hide:all'",
  ];

  it('is not read from elements of words', () => {
    for (const hiding of hidings) {
      assert.equal(cellOf(`<span ${hiding}>9</span>57`), '57');
      assert.equal(cellOf(`57<div ${hiding}><p>9</p></div>`), '57');
      assert.equal(shown(`<p>收到<b ${hiding}>9</b>57件</p><p ${hiding}>9件</p>`), '收到57件');
    }
    assert.equal(cellOf('<template>9</template>57'), '57');
    assert.equal(shown('<p>甲</p><template><p>9</p></template>'), '甲');
    assert.equal(cellOf('<span style="display:none"></span>57<span style="display:inline">8</span>'), '578');
    assert.equal(cellOf('<span hidden>9'), '9');
  });

  it('may be so by a style sheet of the page', () => {
    const page = (sheet: string, body: string): string => shown(`<style>${sheet}</style>${body}`);
    const words = row('规章', '<span class="a b">9</span>57', '0');
    const gone = '规章\t57\t0';
    for (const sheet of [
      '.b{display:none}',
      'p{color:red}\n.x, span.b { visibility: hidden !important }',
      '/* } */ .a{text-decoration:line-through}',
      '@charset "utf-8"; .b{color:red} .b{display:none}',
    ])
      assert.equal(page(sheet, words), gone, sheet);
    for (const sheet of [
      '@media print{.b{display:none}}',
      '.c{display:none} p.b{display:none} .b .c{display:none}',
      '.b{display:none} .b{display:inline}',
      '.b{display:none} .on .b{display:block}',
    ])
      assert.equal(page(sheet, words), '规章\t957\t0', sheet);
    assert.equal(
      page('.b{display:none}', '<table><tr><td class=b>9</td><td>甲</td><td>5</td></tr></table>'),
      '甲\t5',
    );
    assert.equal(
      page('.b{display:none}', '<table><tr class="b"><td>9</td></tr><tr><td>5</td></tr></table>'),
      '5',
    );
  });

  it('takes its room where it is only invisible', () => {
    const invisible = '<td style="visibility:hidden">9</td>';
    assert.equal(shown(`<table><tr><td>规章</td>${invisible}<td>5</td></tr></table>`), '规章\t\t5');
    assert.equal(cellOf('<span style="visibility:hidden">9</span>57'), '57');
  });

  it('is no row and no cell', () => {
    for (const hiding of hidings) {
      const page = (cell: string, rows = ''): string =>
        `<table><tr><td>规章</td>${cell}<td>57</td></tr>${rows}<tr><td>文件</td><td>8</td></tr></table>`;
      for (const end of ['</td>', '']) {
        const view = viewOf(page(`<td ${hiding}><p>9</p>${end}`));
        assert.deepEqual(
          view.rows.map(({ cells }) => cells.map(({ column }) => column)),
          [
            [0, 1],
            [0, 1],
          ],
        );
        assert.equal(view.text.replaceAll('\0', '').trim().replace(/\n+/gu, '\n'), '规章\t57\n文件\t8');
      }
      for (const end of ['</td></tr>', '']) {
        const text = shown(page('', `<tr ${hiding}><td>规章</td><td>9${end}`));
        assert.deepEqual(text.split(/\s+/u), ['规章', '57', '文件', '8']);
      }
    }
  });

  it('is read where it holds a part of the page, which a program unfolds', () => {
    assert.equal(shown('<div style="display:none"><p>收到57件</p></div>'), '收到57件');
  });
});

describe('a cell of a page', () => {
  it('has no signs of how its characters are read', () => {
    assert.equal(cellOf('<ruby>57<rp>(</rp><rt>9</rt><rp>)</rp></ruby>'), '57');
  });

  it('says what the only cell of a table in it says', () => {
    const framed = '<table border=1><tbody><tr><td><p>57</p></td></tr></tbody></table>';
    const table = (cell: string): string =>
      `<table><tr><td>规章</td><td>${cell}</td><td>2</td></tr><tr><td>文件</td><td>8</td><td>9</td></tr></table>`;
    const columnsOf = (cell: string): number[][] =>
      viewOf(table(cell)).rows.map(({ cells }) => cells.map(({ column }) => column));
    assert.deepEqual(columnsOf(framed), columnsOf('57'));
    assert.equal(
      viewOf(table(framed)).text.replaceAll('\0', '').trim().replace(/\n+/gu, '\n'),
      '规章\t57\t2\n文件\t8\t9',
    );
  });
});

describe('a figure of a page with characters that are not seen', () => {
  it('is read without them', () => {
    for (const unseen of ['&shy;', '&zwj;', '&zwnj;', '&#173;', '&#8203;', '\u00ad', '<wbr>'])
      assert.equal(cellOf(`57${unseen}466`), '57466');
  });
});
