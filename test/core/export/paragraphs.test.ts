import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { readDocx } from '../../../server/documents/word/docx';
import { type Block, blocksOf } from '../../../server/export/blocks';
import { exportedAs } from '../../../server/export/exporting';

const title = '示例县水务局2024年政府信息公开工作年度报告';
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => ('text' in block ? block.text : []));
const long = '甲'.repeat(70);

/** What a report says below the title and the first heading, as paragraphs. */
function paragraphs(body: string, head = `<p>${title}</p><p>一、总体情况</p>`): string[] {
  const [first, heading, ...others] = textsOf(blocksOf(analyze(head + body)));
  assert.deepEqual([first, heading], [title, '一、总体情况'], body);
  return others;
}

describe('the paragraphs of a report', () => {
  it('end where a page ends them, whatever lines its source has', () => {
    const two = ['甲段。', '乙段没有句号'];
    for (const body of [
      '<p>甲段。</p><p>乙段没有句号</p>',
      '<div>甲段。</div><div>乙段没有句号</div>',
      '<p>甲段。<br/>乙段没有句号</p>',
      '<P>甲段。<BR>乙段没有句号</P>',
      '<ul><li>甲段。</li><li>乙段没有句号</li></ul>',
      '<h3>甲段。</h3>乙段没有句号',
      '<article>甲段。</article><blockquote>乙段没有句号</blockquote>',
      '<table><tr><td>甲段。</td></tr><tr><td>乙段没有句号</td></tr></table>',
      '<table><tr><td><p>甲段。</p><p>乙段没有句号</p></td></tr></table>',
      '<table><tr><td>甲段。</td><td>乙段没有句号</td></tr></table>',
      '<p>甲段\n。</p>\n\n<p>乙段<!-- <br> -->没有<b>句</b>号\n</p>',
    ])
      assert.deepEqual(
        paragraphs(body).map((text) => text.replaceAll(' ', '')),
        two,
        body,
      );
  });

  it('end there without a sign of an end too', () => {
    const [one, other] = ['主动公开和依申请公开政府信息的总体工作开展情况', '全年发布信息的情况如下'];
    assert.deepEqual(paragraphs(`<p>${one}</p>\n<p>${other}</p>`), [one, other]);
  });

  it('are the rows of a table that is none of the form', () => {
    const rows = '<table><tr><td>渠道</td><td>本<br>年</td></tr><tr><td>网站</td><td>3</td></tr></table>';
    assert.deepEqual(paragraphs(rows), ['渠道\t本年', '网站\t3']);
  });

  it('are put together of lines as wide as a page, and not of lines that no page is wide enough for', () => {
    const line = '本机关全面落实政府信息公开条例的各项规定认真';
    const head = `${title}\n一、总体情况\n`;
    assert.deepEqual(paragraphs(`${line}\n做好工作。\n`, head), [`${line}做好工作。`]);
    assert.deepEqual(paragraphs(`${line}\n${long}。\n`, head), [line, `${long}。`]);
  });

  it('do not say the title again that the window of a browser shows', () => {
    const page = `<html><head><title>${title}</title></head><body><p>${title}</p><p>一、总体情况</p><p>甲段。</p></body></html>`;
    assert.deepEqual(textsOf(blocksOf(analyze(page))), [title, '一、总体情况', '甲段。']);
  });

  it('are paragraphs of what is exported', () => {
    const analysis = analyze(`<p>${title}</p><p>一、总体情况</p><p>甲段。</p><p>乙段。</p>`);
    const exporting = [{ file: '', analysis }];
    assert.match(String(exportedAs('md', exporting).content), /\n\n甲段。\n\n乙段。\n/u);
    assert.match(String(exportedAs('html', exporting).content), /甲段。<\/p>\s*<p[^>]*>乙段。/u);
    const { content } = exportedAs('docx', exporting);
    assert.ok(typeof content !== 'string');
    assert.match(readDocx(content).text, /\n甲段。\n乙段。\n/u);
  });
});
