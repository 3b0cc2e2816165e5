import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { rewriting } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';
import { beside, cell, cellOf, raised, rewrittenCell, textOf } from '../support/word-cells';

// What is written in a document of a word processor and does not count is not read, and what is written twice is changed twice.

describe('a figure that is struck out', () => {
  const struck = (text: string, look = '<w:strike/>'): string => raised(text, look);

  it('is not read beside others, is named alone, and is told of', () => {
    assert.equal(cellOf(struck('383') + run('385')), '385');
    assert.equal(cellOf(run('38') + struck('3', '<w:dstrike/>') + run('5')), '385');
    assert.equal(cellOf(struck('383')), '〔划掉的数〕');
    assert.equal(cellOf(struck('383', '<w:strike w:val="0"/>')), '383');
    const styles =
      '<w:styles><w:style w:type="character" w:styleId="s"><w:rPr><w:strike/></w:rPr></w:style></w:styles>';
    assert.equal(cellOf(run('5') + struck('9', '<w:rStyle w:val="s"/>'), { styles }), '5');
    assert.equal(cellOf(struck('9', '<w:rStyle w:val="s"/><w:strike w:val="false"/>'), { styles }), '9');
    const document = readDocx(docx(paragraph(run('收到') + struck('383') + run('385件'))));
    assert.equal(document.text, '收到385件\n');
    assert.deepEqual(document.notices, ['有 1 处划掉的数，没有读']);
  });

  it('is told of wherever it stands: in notes and headers too', () => {
    const twice = struck('383') + run('385件');
    const references =
      '<w:r><w:footnoteReference w:id="2"/></w:r><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr></w:pPr>';
    const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const { text, notices } = readDocx(
      docx(paragraph(`${run('收到')}${twice}${references}`), {
        footnotes: `<w:footnotes ${namespace}><w:footnote w:id="2">${paragraph(twice)}</w:footnote></w:footnotes>`,
        header: `<w:hdr ${namespace}>${paragraph(twice)}</w:hdr>`,
      }),
    );
    assert.equal(text.match(/385件/gu)?.length, 3);
    assert.deepEqual(notices, ['有 3 处划掉的数，没有读']);
  });

  it('stays as it is when the other is written', () => {
    assert.deepEqual(rewrittenCell(struck('383') + run('385'), '386'), { text: '规章\t386\n', refusals: [] });
    assert.equal(rewrittenCell(struck('383'), '5').refusals.length, 1);
  });
});

describe('a figure that nobody can see', () => {
  const white = '<w:color w:val="FFFFFF"/>';

  it('is not read in a cell, and is told of', () => {
    assert.equal(cellOf(run('38') + raised('9', white)), '38');
    assert.equal(cellOf(raised('9', white)), '〔看不见的数〕');
    assert.equal(cellOf(run('38') + raised('9', '<w:sz w:val="2"/>')), '38');
    const { notices } = readDocx(docx(beside(paragraph(raised('9', white)))));
    assert.deepEqual(notices, ['有 1 处看不见的数（白字或极小的字），没有读']);
  });

  it('can be seen where a colour is behind it', () => {
    const ground = '<w:shd w:val="clear" w:fill="1F4E79"/>';
    assert.equal(cellOf(raised('9', white + ground)), '9');
    assert.equal(cellOf(raised('9', `${white}<w:highlight w:val="black"/>`)), '9');
    const shaded = `<w:tbl><w:tr>${cell(`<w:tcPr>${ground}</w:tcPr>${paragraph(raised('9', white))}`)}</w:tr></w:tbl>`;
    assert.equal(textOf(shaded), '9\n');
    assert.equal(textOf(beside(paragraph(raised('9', white), ground))), '规章\t9\n');
    const styles = `<w:styles><w:style w:type="table" w:styleId="t"><w:tcPr>${ground}</w:tcPr></w:style></w:styles>`;
    assert.equal(cellOf(raised('9', white), { styles }), '9');
    assert.equal(textOf(paragraph(raised('9', white))), '9\n');
  });
});

describe('what is written once for each kind of program', () => {
  const box = (text: string): string => `<w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict>`;
  const forms = (one: string, other: string): string =>
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(one)}</mc:Choice><mc:Fallback>${box(other)}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
  const xmlOf = (bytes: Uint8Array): string => [...readDocx(bytes).parts.values()].join('');

  it('is changed in all forms', () => {
    const document = readDocx(docx(forms(run('共3') + run('件'), run('共3') + run('件'))));
    const { bytes, refusals } = rewriting(document, '\n共 5件\n');
    assert.deepEqual(refusals, []);
    assert.equal(xmlOf(bytes).split('>共 5<').length, 3);
    assert.equal(xmlOf(bytes).split('xml:space="preserve" xml:space').length, 1);
  });

  it('is refused where another form says something else', () => {
    const document = readDocx(docx(forms(run('共3件'), run('共4件'))));
    const { text, refusals } = rewriting(document, '\n共5件\n');
    assert.equal(text, '\n共3件\n');
    assert.match(refusals[0]?.message ?? '', /另有一份给别的程序看，与它不一样/u);
    assert.deepEqual(rewriting(readDocx(docx(forms(run('共3件'), ''))), '\n共5件\n').refusals, []);
  });
});
