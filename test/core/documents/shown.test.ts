import assert from 'node:assert/strict';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { readDocx } from '../../../server/documents/word/docx';
import { rewriting } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';
import { beside, cell, cellOf, plain, raised, rewrittenCell, row, textOf } from '../support/word-cells';
import { zip } from '../support/zip';

// What a page of a word processor shows is read as it is seen, or named: nothing of it is taken for an empty place.

describe('what a cell of a word processor shows', () => {
  it('is read from CDATA too, and written there', () => {
    const runs = '<w:r><w:t>5<![CDATA[7&amp;]]>8</w:t></w:r>';
    assert.equal(cellOf(runs), '57&amp;8');
    assert.deepEqual(rewrittenCell('<w:r><w:t><![CDATA[57]]></w:t></w:r>', '75'), {
      text: '规章\t75\n',
      refusals: [],
    });
  });

  it('is what the only cell of a table in it says', () => {
    const framed = `<w:tbl>${row(plain('57'))}</w:tbl>`;
    assert.equal(
      textOf(`<w:tbl>${row(plain('规章'), `${framed}<w:p/>`, plain('2'))}</w:tbl>`),
      '规章\t57\t2\n',
    );
  });

  it('is read from a formula that is characters in a row, and written there', () => {
    const formula = (content: string): string => `<m:oMathPara><m:oMath>${content}</m:oMath></m:oMathPara>`;
    const linear = formula('<m:r><m:rPr/><m:t>57</m:t></m:r>');
    assert.equal(cellOf(linear), '57');
    assert.equal(rewrittenCell(linear, '75').text, '规章\t75\n');
    assert.equal(cellOf(`${raised('9', '<w:vanish/>')}${linear}`), '57');
    const power =
      '<m:sSup><m:e><m:r><m:t>57</m:t></m:r></m:e><m:sup><m:r><m:t>1</m:t></m:r></m:sup></m:sSup>';
    assert.equal(cellOf(formula(power)), '〔公式〕');
    assert.equal(cellOf(`${run('5')}${formula(power)}`), '5〔公式〕');
  });

  it('is named where it is no character, and never filled', () => {
    const box = `<w:r><w:pict><w:txbxContent>${plain('57')}</w:txbxContent></w:pict></w:r>`;
    const picture =
      '<w:r><w:drawing><a:graphic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></a:graphic></w:drawing></w:r>';
    const equation = '<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>';
    const overlaid =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\o(5,7) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const symbol = '<w:r><w:sym w:font="Webdings" w:char="F033"/></w:r>';
    const signs = { 文本框: box, 图片: picture + equation, 域: overlaid, 符号: symbol };
    for (const [name, runs] of Object.entries(signs)) {
      assert.equal(cellOf(runs), `〔${name}〕`);
      const { text, refusals } = rewrittenCell(runs, '57');
      assert.equal(text.split('\n')[0], `规章\t〔${name}〕`);
      assert.match(
        refusals.join(''),
        /^表格 1 第 1 行第 2 格：这里有读不出的公式、域、图片、文本框或符号，/u,
      );
      const { refusals: more } = rewrittenCell(runs, `5〔${name}〕`);
      assert.match(more.join(''), /^表格 1 第 1 行第 2 格：这里有读不出的/u);
    }
  });

  it('is named only where it could be what the cell says', () => {
    const drawing = (content: string): string => `<w:r><w:drawing>${content}</w:drawing></w:r>`;
    const words = `<w:txbxContent>${plain('项目')}</w:txbxContent>`;
    assert.equal(cellOf(drawing('<wps:wsp><wps:cNvCnPr/></wps:wsp>')), '');
    assert.equal(cellOf(drawing(words)), '');
    assert.equal(cellOf(`${run('5')}${drawing('<a:blip/>')}`), '5');
    assert.equal(
      cellOf(
        raised('', '<w:vanish/>').concat(
          '<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:imagedata/></w:pict></w:r>',
        ),
      ),
      '',
    );
    assert.equal(textOf(paragraph(`${run('甲')}${drawing('<a:blip/>')}`)), '甲\n');
  });

  it('is the character that a symbol is in its font', () => {
    const symbol = (font: string, code: string): string =>
      `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    assert.equal(cellOf(symbol('Times New Roman', 'F033') + run('83')), '383');
    assert.equal(cellOf(symbol('Symbol', 'F039') + symbol('宋体', '4EF6')), '9件');
    assert.equal(cellOf(run('83') + symbol('Wingdings', 'F083')), '83③');
    assert.equal(cellOf(run('83') + symbol('Wingdings', 'F0FC') + symbol('Symbol', 'F061')), '83');
    const { text, refusals } = rewrittenCell(symbol('Times New Roman', 'F033') + run('83'), '483');
    assert.equal(text, '规章\t383\n');
    assert.equal(refusals.length, 1);
    assert.equal(rewrittenCell(symbol('Times New Roman', 'F033') + run('38'), '383').text, '规章\t383\n');
  });
});

describe('a raised figure', () => {
  const styles =
    '<w:styles><w:style w:type="character" w:styleId="a"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';

  it('at a figure is the mark of a note and none of its digits', () => {
    assert.equal(cellOf(run('383') + raised('1')), '383[1]');
    assert.equal(cellOf(run('383') + raised('1') + raised('2') + run('件')), '383[12]件');
    assert.equal(cellOf(run('383') + raised('1', '<w:vertAlign w:val="subscript"/>')), '383[1]');
    assert.equal(cellOf(run('383') + raised('1', '<w:position w:val="10"/><w:sz w:val="12"/>')), '383[1]');
    assert.equal(cellOf(run('383') + raised('1', '<w:rStyle w:val="b"/>'), { styles }), '383[1]');
    assert.equal(cellOf(raised('1') + run('383')), '[1]383');
    assert.equal(
      cellOf(`${run('383')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`),
      '383[1]',
    );
    assert.equal(textOf(paragraph(`${run('收到383')}${raised('1')}${run('件')}`)), '收到383[1]件\n');
  });

  it('is read as it is written elsewhere', () => {
    assert.equal(cellOf(run('m') + raised('2')), 'm2');
    assert.equal(cellOf(raised('383')), '383');
    assert.equal(cellOf(raised('38') + raised('3')), '383');
    assert.equal(cellOf(run('383') + raised('①')), '383①');
    assert.equal(cellOf(run('38') + raised('3', '<w:vertAlign w:val="baseline"/>')), '383');
    assert.equal(cellOf(run('38') + raised('3', '<w:position w:val="2"/>')), '383');
    assert.equal(
      cellOf(run('38') + raised('3', '<w:rStyle w:val="b"/><w:vertAlign w:val="baseline"/>'), { styles }),
      '383',
    );
  });

  it('stays where it is when its figure is written', () => {
    const { text, refusals } = rewrittenCell(run('338') + raised('1'), '383[1]');
    assert.deepEqual([text, refusals], ['规章\t383[1]\n', []]);
    assert.equal(rewrittenCell(run('338') + raised('1'), '383').refusals.length, 1);
  });
});

describe('what a word processor does not show', () => {
  const styles = `<w:styles>${[
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"/>',
    '<w:style w:type="character" w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="below"><w:basedOn w:val="hid"/></w:style>',
    '<w:style w:type="character" w:styleId="seen"><w:basedOn w:val="hid"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="hidP"><w:basedOn w:val="n"/><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>',
    '<w:style w:type="character" w:styleId="ring"><w:basedOn w:val="ring"/></w:style>',
  ].join('')}</w:styles>`;
  const styled = (text: string, style: string, look = ''): string =>
    raised(text, `<w:rStyle w:val="${style}"/>${look}`);

  it('may be so by a style of the characters', () => {
    assert.equal(
      cellOf(styled('9', 'hid') + styled('9', 'below') + run('5') + styled('7', 'seen'), { styles }),
      '57',
    );
    assert.equal(cellOf(styled('5', 'hid', '<w:vanish w:val="0"/>') + styled('7', 'ring'), { styles }), '57');
  });

  it('may be so by a style of the paragraph, and is not written into', () => {
    const hidden = '<w:pStyle w:val="hidP"/>';
    assert.equal(textOf(beside(paragraph(run('9'), hidden) + plain('57')), { styles }), '规章\t57\n');
    // Two styles that hide are one that shows.
    assert.equal(textOf(paragraph(run('9') + styled('57', 'hid'), hidden), { styles }), '57\n');
    const document = readDocx(docx(beside(paragraph(run('9'), hidden)), { styles }));
    assert.equal(rewriting(document, '规章\t57\n').refusals.length, 1);
  });

  it('may be a row that says nothing', () => {
    const hidden = '<w:trPr><w:hidden/></w:trPr>';
    const table = (text: string, look: string): string =>
      `<w:tbl><w:tr>${hidden}${cell(paragraph(raised(text, look)))}</w:tr>${row(plain('甲'))}</w:tbl>`;
    assert.equal(textOf(table('9', '<w:vanish/>')), '甲\n');
    assert.equal(textOf(table('9', '')), '9\n甲\n');
  });

  it('is a form for programs that nobody has', () => {
    const forms = (space: string): string =>
      `<mc:AlternateContent><mc:Choice xmlns:zz="${space}" Requires="zz">${run('99')}</mc:Choice><mc:Fallback>${run('57')}</mc:Fallback></mc:AlternateContent>`;
    assert.equal(cellOf(forms('urn:nobody')), '57');
    assert.equal(cellOf(forms('http://schemas.microsoft.com/office/word/2010/wordml')), '99');
  });

  it('is the result of a field in the code of another', () => {
    const turn = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = turn('begin') + code(' X ') + turn('separate') + run('99') + turn('end');
    const whole = turn('begin') + code(' =1+') + inner + turn('separate') + run('57') + turn('end');
    assert.equal(cellOf(whole + run('件')), '57件');
    assert.equal(cellOf(inner), '99');
  });
});

describe('the encoding of a part', () => {
  const main = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`;
  const end = '</w:t></w:r></w:p></w:body></w:document>';
  const inBytes = (encoding: string, bytes: readonly number[]): Uint8Array =>
    zip({
      'word/document.xml': Buffer.concat([Buffer.from(main(encoding)), Buffer.from(bytes), Buffer.from(end)]),
    });
  const gb = [0xb9, 0xab, 0xbf, 0xaa, 0x33];

  it('is the one that it declares', () => {
    const document = readDocx(inBytes('GB18030', gb));
    assert.equal(document.text, '公开3\n');
    assert.throws(() => rewriting(document, '公开4\n'), /不能原样写回的字节/u);
    assert.equal(readDocx(inBytes('UTF-16', [...Buffer.from('公开')])).text, '公开\n');
  });

  it('is refused where nobody knows it', () => {
    assert.throws(
      () => readDocx(inBytes('x-none', gb)),
      (error) => error instanceof UnreadableDocument && error.reason === '里面的文字用的编码（x-none）不认得',
    );
  });
});
