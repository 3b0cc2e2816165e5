import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { rewritten } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';

// Documents with what Word and WPS write around the characters: ids of revisions, marks of the spelling, smart tags, grids that were not kept.

const plain = (text: string): string => paragraph(run(text));
const textOf = (body: string, parts?: Readonly<Record<string, string>>): string =>
  readDocx(docx(body, parts)).text;

/** A cell as Word writes it. */
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="1276" w:type="dxa"/>${properties}<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders><w:noWrap/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
const row = (cells: string, properties = '<w:trHeight w:val="454"/>'): string =>
  `<w:tr w:rsidR="00D93C38" w:rsidRPr="00D93C38" w14:paraId="2F4B7C11" w:rsidTr="00C14B47"><w:tblPrEx><w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx><w:trPr>${properties}<w:jc w:val="center"/></w:trPr>${cells}</w:tr>`;
/** A table whose grid has other columns than its rows. */
const table = (rows: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>${rows}</w:tbl>`;
const figure = (...runs: readonly string[]): string =>
  `<w:p w:rsidR="00D93C38" w:rsidRDefault="00D93C38"><w:pPr><w:widowControl/><w:jc w:val="center"/><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:hint="eastAsia"/><w:sz w:val="20"/></w:rPr></w:pPr>${runs
    .map(
      (text) =>
        `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A77B3E"><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>${text}</w:t></w:r><w:proofErr w:type="spellEnd"/>`,
    )
    .join('<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>')}</w:p>`;
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const tall = '<w:vMerge w:val="restart"/>';
const goesOn = '<w:vMerge w:val="continue"/>';

describe('a document as Word and WPS write it', () => {
  it('reads figures that were cut into runs, in the columns that the cells say, whatever the grid does', () => {
    const body = table(
      [
        row(cell(figure('申请人'), span(3)) + cell(figure('总计'), tall)),
        row(
          cell(figure('结果'), tall) +
            cell(figure('自然人')) +
            cell(figure('商业', '企业')) +
            cell('<w:p/>', goesOn),
        ),
        row(
          cell('<w:p/>', '<w:vMerge/>') +
            cell(figure('1', '3', '6')) +
            cell(figure('0')) +
            cell(figure('13', '6')),
        ),
      ].join(''),
    );
    assert.equal(textOf(body), '申请人\t\t\t总计\n结果\t自然人\t商业企业\t\n\t136\t0\t136\n');
  });

  it('leaves out the places before and behind the cells of a row', () => {
    const body = table(
      row(cell(figure('甲')) + cell(figure('乙')) + cell(figure('丙'))) +
        row(cell(figure('1')), '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/><w:wBefore w:w="9"/>'),
    );
    assert.equal(textOf(body), '甲\t乙\t丙\n\t1\n');
  });

  it('takes cells and rows that were put in or taken out with tracked changes as accepted', () => {
    const change = (kind: string): string =>
      `<w:${kind} w:id="7" w:author="张三" w:date="2026-01-05T08:00:00Z"/>`;
    const body = table(
      row(
        cell(figure('规章')) + cell(figure('9'), change('cellDel')) + cell(figure('3'), change('cellIns')),
      ) +
        row(cell(figure('删')) + cell(figure('1')), change('del')) +
        row(cell(figure('文件')) + cell(figure('4')), change('ins')),
    );
    const document = readDocx(docx(body));
    assert.equal(document.text, '规章\t3\n文件\t4\n');
    assert.ok(document.isTracked);
  });

  it('keeps a paragraph where it is whose end was taken out before a table, at the end of a cell and of the text', () => {
    const endless = (text: string): string =>
      paragraph(text && run(text), '<w:rPr><w:del w:id="1"/></w:rPr>');
    const body = `${endless('甲')}${table(row(cell(endless('乙')) + cell(plain('1'))))}${plain('丙')}${endless('')}${table(row(cell(plain('2'))))}${endless('丁')}`;
    assert.equal(textOf(body), '甲\n乙\t1\n丙\n2\n丁\n');
  });

  it('puts notes and boxes that a cell refers to behind its table', () => {
    const note =
      '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
    const footnotes = `<w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('含网上申请。')}</w:p></w:footnote></w:footnotes>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${plain('盖章处')}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${plain('盖章处')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body =
      table(row(cell(plain('收到')) + cell(paragraph(run('3') + note)) + cell(paragraph(box + run('4'))))) +
      plain('次段');
    assert.equal(textOf(body, { footnotes }), '收到\t3\t4\n<!-- 注：含网上申请。 -->\n盖章处\n次段\n');
  });

  it('reads smart tags, custom XML and phonetic guides for what they show', () => {
    const tag =
      '<w:smartTagPr><w:attr w:name="Year" w:val="2025"/></w:smartTagPr><w:smartTag w:uri="urn:x" w:element="chsdate">';
    const body = paragraph(
      `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">${tag}${run('2025')}</w:smartTag>${run('年')}</w:smartTag><w:customXml w:element="x"><w:customXmlPr/>${run('年报')}</w:customXml>`,
    );
    assert.equal(textOf(body), '2025年年报\n');
  });

  it('leaves running heads out, also where they have tables', () => {
    const header = `<w:hdr>${table(row(cell(plain('内部')) + cell(plain('2019'))))}${plain('某县水务局')}</w:hdr>`;
    assert.equal(textOf(plain('甲'), { header, footer: `<w:ftr>${plain('— 1 —')}</w:ftr>` }), '甲\n');
  });

  it('writes into none of the hints that a content control shows while it is empty', () => {
    const control = (isHint: string): string =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr${isHint}/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>`;
    const hint = control('');
    const document = readDocx(docx(paragraph(run('收到') + hint)));
    assert.equal(document.text, '收到单击此处输入\n');
    assert.throws(
      () => rewritten(document, '收到3件\n'),
      (error) => error instanceof Unwritable && /^第 1 段：这里的字由内容控件的提示填入/u.test(error.message),
    );
    assert.equal(readDocx(rewritten(document, '共收到单击此处输入\n')).text, '共收到单击此处输入\n');
    const filled = readDocx(docx(paragraph(run('收到') + control(' w:val="0"'))));
    assert.equal(readDocx(rewritten(filled, '收到3件\n')).text, '收到3件\n');
  });
});
