import assert from 'node:assert/strict';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { readDocx } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { rewritten } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';
import { zip } from '../support/zip';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (targets: Readonly<Record<string, string>>): string =>
  `<Relationships>${Object.entries(targets)
    .map(([kind, target]) => `<Relationship Id="${kind}" Type="${kinds}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;
const documentOf = (body: string): string =>
  `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`;
const plain = (text: string): string => paragraph(run(text));
const list = '<w:numPr><w:numId w:val="1"/></w:numPr>';
const numbering = `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** What a document says once 甲 in it has become 乙丙. */
function mendedText(bytes: Uint8Array): string {
  const document = readDocx(bytes);
  return readDocx(rewritten(document, document.text.replace('甲', '乙丙'))).text;
}

describe('the parts of a document', () => {
  it('are found by their relations, under whatever names', () => {
    const names: readonly (readonly [root: string, folder: string, beside: string])[] = [
      ['word/document2.xml', 'word/', 'numbering2.xml'],
      ['/word/document2.xml', 'word/', '/word/numbering2.xml'],
      ['./Word/Document2.xml', 'word/', '../word/./numbering2.xml'],
      ['word%2Fdocument2.xml', 'word/', 'numbering2.xml'],
      ['word\\document2.xml', 'word\\', 'numbering2.xml'],
      ['document2.xml', '', 'numbering2.xml'],
    ];
    for (const [root, folder, beside] of names) {
      const slash = folder.slice(-1) || '/';
      const bytes = zip({
        '_rels/.rels': relations({ officeDocument: root }),
        [`${folder}document2.xml`]: documentOf(paragraph(run('总体情况甲'), list)),
        [`${folder}_rels${slash}document2.xml.rels`]: relations({ numbering: beside }),
        [`${folder}numbering2.xml`]: numbering,
      });
      assert.equal(readDocx(bytes).text, '一、总体情况甲\n', root);
      assert.equal(mendedText(bytes), '一、总体情况乙丙\n', root);
    }
  });

  it('may be in UTF-16, or begin with a mark, and stay so', () => {
    const text = documentOf(plain('甲'));
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const content of [
      `\ufeff${text}`,
      little,
      Buffer.from(little).swap16(),
      Buffer.from(text, 'utf16le'),
    ]) {
      const before = zip({ 'word/document.xml': content });
      assert.equal(readDocx(before).text, '甲\n');
      assert.equal(mendedText(before), '乙丙\n');
    }
  });

  it('are not written where they have bytes that mean nothing', () => {
    const content = Buffer.concat([
      Buffer.from(documentOf(plain('甲'))),
      Buffer.from('<!-- \xff -->', 'latin1'),
    ]);
    const bytes = zip({ 'word/document.xml': content });
    assert.equal(readDocx(bytes).text, '甲\n');
    assert.throws(() => mendedText(bytes), Unwritable);
  });

  it('are not read where two have one name', () => {
    const one = documentOf(plain('甲'));
    assert.throws(
      () => readDocx(zip({ 'word/document.xml': one, 'WORD/document.xml': one })),
      (error) => error instanceof UnreadableDocument && error.reason.includes('同名'),
    );
  });

  it('are named by elements with any prefix, or none', () => {
    const none = `<document xmlns="${main}" xmlns:w="${main}" xmlns:mc="x"><body><p><pPr><numPr><numId w:val="1"/></numPr></pPr><r><mc:AlternateContent><mc:Choice><t>甲</t></mc:Choice><mc:Fallback><t>旧</t></mc:Fallback></mc:AlternateContent></r></p></body></document>`;
    const other = documentOf(plain('甲')).replace(/w:/gu, 'ns0:').replace('xmlns:w', 'xmlns:ns0');
    for (const text of [none, other]) {
      const bytes = zip({ 'word/document.xml': text });
      assert.equal(readDocx(bytes).text, '甲\n');
      assert.equal(mendedText(bytes), '乙丙\n');
    }
  });

  it('take what is written into an empty paragraph, with their prefix', () => {
    const empty = documentOf(`${plain('甲')}<w:p/>`);
    for (const prefix of ['w:', 'ns0:', '']) {
      const own = `xmlns${prefix && `:${prefix.slice(0, -1)}`}`;
      const document = readDocx(
        zip({ 'word/document.xml': empty.replace('xmlns:w', own).replace(/w:/gu, prefix) }),
      );
      assert.equal(readDocx(rewritten(document, '甲\n丁\n')).text, '甲\n丁\n', prefix);
    }
  });
});

describe('what was made to fill the memory', () => {
  const nested = (count: number, before: string, behind: string): string =>
    before.repeat(count) + plain('甲') + behind.repeat(count);
  const reasonOf = (body: string): string => {
    try {
      return readDocx(docx(body)).text;
    } catch (error) {
      assert.ok(error instanceof UnreadableDocument, String(error));
      return error.reason;
    }
  };

  it('is refused where it is deeper than documents are', () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    assert.equal(reasonOf(nested(20, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')), '甲\n');
    assert.match(reasonOf(nested(10_000, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')), /太深/u);
    assert.match(reasonOf(paragraph(field.repeat(10_000))), /太深/u);
    assert.equal(reasonOf(nested(10_000, '<w:customXml>', '</w:customXml>')), '甲\n');
  });

  it('is refused where it has more in it than reports have', () => {
    assert.match(reasonOf(`<w:p><w:r><w:t>${'&lt;'.repeat(2_100_000)}</w:t></w:r></w:p>`), /太多/u);
  });

  it('is refused where its text is another file', () => {
    assert.match(reasonOf('<w:altChunk r:id="x"/>'), /有一部分是另一个文件/u);
    assert.match(reasonOf('<w:p><w:subDoc r:id="x"/></w:p>'), /有一部分是另一个文件/u);
  });

  it('shows a note once, and a table no wider than tables are', () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const footnotes = `<w:footnotes><w:footnote w:id="2">${plain('注')}</w:footnote></w:footnotes>`;
    assert.equal(readDocx(docx(paragraph(note.repeat(3)), { footnotes })).text, '\n\n注\n\n');
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr>${plain('甲')}</w:tc>`;
    assert.ok(readDocx(docx(`<w:tbl><w:tr>${cell.repeat(100)}</w:tr></w:tbl>`)).text.length < 500);
  });
});
