import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isHtml, maskHtml } from '../../../server/parse/view/mask-html';

/** What is left of a page, without what masks its markup. */
const words = (page: string): string => maskHtml(page).text.replaceAll('\0', '');

describe('the source of a web page', () => {
  it('is told from other texts', () => {
    assert.ok(isHtml('<p>一、总体情况</p>'));
    assert.ok(isHtml('文<TABLE border=1><TR><TD>1</TD></TR></TABLE>'));
    assert.ok(!isHtml('收入 < 支出，且 p > 3'));
    assert.ok(!isHtml('>> 政府信息公开年报 <<'));
  });

  it('reads like a table with a line a row and a tab a cell', () => {
    const page =
      '<table><tr><td colspan="2">规章</td><td><p>0</p></td><td>1</td></tr>\n<tr><td>文件</td></tr></table>';
    assert.deepEqual(
      words(page)
        .split('\n')
        .map((line) => line.trimEnd())
        .filter(Boolean),
      ['规章\t0\t1', '文件'],
    );
  });

  it('joins what is broken inside a cell or a paragraph', () => {
    assert.match(words('<table><tr><td><p>商业</p><p>企业</p></td></tr></table>'), /商业\s*企业/);
    assert.match(words('<p>一、<span>总体</span>\n<b>情况</b></p>'), /一、总体 ?情况/);
    assert.match(words('<h2>一<font>、</font>\n总体情况</h2>\n<p>正文</p>'), /一、 总体情况\s*\n\s*正文/);
    assert.doesNotMatch(words('<table><tr><td>商业<br>企业</td></tr></table>').trim(), /\n/);
  });

  it('reads alike where tags are left open or closed with blanks', () => {
    const rows = (page: string): string[] =>
      words(page)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    const expected = ['规章\t0\t1', '文件\t2\t3', '二、'];
    for (const page of [
      '<table><tr><td>规章</td><td>0</td><td>1</td></tr><tr><td>文件</td><td>2</td><td>3</td></tr></table><p>二、</p>',
      '<TABLE><TR><TD>规章<TD>0<TD>1<TR><TD>文件<TD>2<TD>3</TABLE><P>二、',
      '<table><tr><td><p>规章</td ><td><p>0</td ><td>1</td\n></tr ><tr><td>文件</td><td>2</td><td>3</td></tr></table ><p>二、</p >',
    ]) {
      assert.deepEqual(rows(page), expected);
    }
  });

  it('keeps words in angle brackets, which are no tags', () => {
    for (const said of ['<A类>事项', '<b级 分="1">事项</b级>', '<X型/>', '</P2P网贷>'])
      assert.equal(words(`<p>梳理${said}清单</p>`).trim(), `梳理${said}清单`);
    assert.equal(words('<p>梳理&lt;A类&gt;<o:p></o:p>清单</p>').trim().replace(/ +/gu, ''), '梳理<A类>清单');
  });

  it('keeps a table in a cell apart from its surroundings', () => {
    const page =
      '<table><tr><td>外<table><tr><td>内</td><td>1</td></tr></table></td><td>2</td></tr></table><p>后</p>';
    assert.deepEqual(
      words(page)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      ['外', '内\t1', '2', '后'],
    );
  });

  it('gives entities as characters', () => {
    assert.equal(
      words('<p>&ldquo;三安全&rdquo;&nbsp;&#19968;&#x4e8c;&lt;&amp;</p>').trim(),
      '“三安全” 一二<&',
    );
  });

  it('says nothing of scripts, styles and comments', () => {
    assert.equal(
      words(
        '<style>td { top: 1px }</style><p>甲<!-- 1 2 3 --></p><script>var a = "<td>5</td>";</script>',
      ).trim(),
      '甲',
    );
  });

  it('says nothing of the remarks on the cells of a workbook, unless one is never closed', () => {
    const cells = '<table><tr><td><comment>行各项之和为 3</comment>\n2</td><td>0</td></tr></table>';
    assert.equal(words(cells).trim(), '2\t0');
    assert.match(words(cells.replace('</comment>', '')), /3\s+2\t0/);
  });

  it('keeps its length and the place of every character it shows', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<td class="a">',
      '</td>',
      '<tr>',
      '<br/>',
      '&nbsp;',
      '&#65;',
      '&bad',
      '甲',
      '乙',
      '1',
      '\n',
      '<',
      '>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '"',
      '𠀀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const page = `<p>${pieces.join('')}`;
        const masked = maskHtml(page).text;
        assert.equal(masked.length, page.length);
        for (let at = 0; at < page.length; at++) {
          const char = masked.charAt(at);
          if (char === '甲' || char === '乙') assert.equal(page.charAt(at), char);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
