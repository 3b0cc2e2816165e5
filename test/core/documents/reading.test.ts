import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../server/analysis';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { placeOf } from '../../../server/documents/lines/lines';
import { readDocx } from '../../../server/documents/word/docx';
import { rewritten } from '../../../server/documents/writing/rewrite';
import { docx, docxOf, paragraph, run } from '../support/layouts/docx';
import { sheetOf } from '../support/layouts/sheet';
import { zip } from '../support/zip';

const textOf = (body: string, parts?: Readonly<Record<string, string>>): string =>
  readDocx(docx(body, parts)).text;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const plain = (text: string): string => paragraph(run(text));

describe('a document of a word processor', () => {
  it('reads a paragraph a line, with what is drawn in it', () => {
    const body = [
      paragraph(`${run('收到')}<w:r><w:tab/><w:t>3</w:t></w:r>${run('件')}`),
      paragraph('<w:r><w:t>甲&amp;乙 &#20214;&#x4EF6;</w:t><w:br/><w:t>次行</w:t><w:noBreakHyphen/></w:r>'),
      paragraph(
        '<w:hyperlink w:anchor="x"><w:smartTag w:element="date"><w:r><w:t>年报</w:t></w:r></w:smartTag></w:hyperlink>',
      ),
      `<w:sdt><w:sdtPr><w:alias w:val="题"/></w:sdtPr><w:sdtContent>${plain('控件里的字')}</w:sdtContent></w:sdt>`,
    ];
    assert.equal(textOf(body.join('')), '收到\t3件\n甲&乙 件件\n次行-\n年报\n控件里的字\n');
  });

  it('shows every empty paragraph, so that each has a line to be written in', () => {
    assert.equal(
      textOf(`<w:p/>${plain('甲')}<w:p/>${paragraph('')}<w:p/>${plain('乙')}`),
      '\n甲\n\n\n\n乙\n',
    );
  });

  it('takes tracked changes as accepted, and says that there are some', () => {
    const body = [
      paragraph(
        `${run('共')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>${run('6')}</w:ins>${run('件')}`,
      ),
      paragraph(run('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>'),
      plain('后半'),
      paragraph(`<w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo>`),
      `<w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell(plain('删去的行'))}</w:tr>${row(cell(plain('甲')), cell(plain('1')))}</w:tbl>`,
    ];
    const document = readDocx(docx(body.join('')));
    assert.equal(document.text, '共6件\n前半后半\n移来\n甲\t1\n');
    assert.ok(document.isTracked);
    assert.ok(!readDocx(docx(plain('甲'))).isTracked);
  });

  it('leaves out what is not shown: hidden characters, codes of fields, tables of contents, older forms of a box', () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const box = `<w:txbxContent>${plain('框里')}</w:txbxContent>`;
    const body = [
      paragraph(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>`,
      ),
      paragraph(`${field('begin')}${code(' TOC \\o ')}${field('separate')}${run('一、总体情况 1')}`),
      paragraph(`${run('二、 2')}${field('end')}`),
      paragraph(
        `${run('第')}${field('begin')}${code(' PAGE ')}${field('separate')}${run('7')}${field('end')}${run('页')}`,
      ),
      paragraph(
        `${run('外')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      paragraph(
        `<w:r><w:ruby><w:rt><w:r><w:t>zhí</w:t></w:r></w:rt><w:rubyBase>${run('执')}</w:rubyBase></w:ruby></w:r>${run('法')}`,
      ),
    ];
    assert.equal(textOf(body.join('')), '显\n\n\n第7页\n外\n框里\n执法\n');
  });

  it('reads of the forms of a thing the first that says something', () => {
    const box = (text: string): string => `<w:pict><w:txbxContent>${plain(text)}</w:txbxContent></w:pict>`;
    const forms = (...all: readonly string[]): string =>
      paragraph(`<w:r><mc:AlternateContent>${all.join('')}</mc:AlternateContent></w:r>`);
    const choice = (content: string): string => `<mc:Choice Requires="wps">${content}</mc:Choice>`;
    const fallback = (content: string): string => `<mc:Fallback>${content}</mc:Fallback>`;
    assert.equal(textOf(forms(choice('<w:drawing/>'), fallback(box('旧')))), '\n旧\n');
    assert.equal(textOf(forms(choice(box('甲')), choice(box('乙')), fallback(box('旧')))), '\n甲\n');
    assert.equal(textOf(forms(choice(box('甲') + box('乙')), fallback(box('旧')))), '\n甲\n乙\n');
    const inner = `<mc:AlternateContent>${choice(box('里'))}${fallback(box('里'))}</mc:AlternateContent>`;
    assert.equal(textOf(forms(choice(inner), fallback(box('旧')))), '\n里\n');
    assert.equal(textOf(forms(choice(box('一'))) + forms(fallback(box('二')))), '\n一\n\n二\n');
  });

  it('reads a row a line, with a tab between the columns of the grid', () => {
    const body = `<w:tbl>${row(
      cell(plain('甲'), '<w:vMerge w:val="restart"/>'),
      cell(plain('乙'), '<w:gridSpan w:val="2"/>'),
      cell(paragraph('')),
    )}${row(cell(plain('残留'), '<w:vMerge/>'), cell(`${plain('商业')}${plain('企业')}`), cell(`${plain('1')}${plain('2')}`), cell(plain('3')))}${`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell(plain('丙'))}</w:tr>`}</w:tbl>`;
    assert.equal(textOf(body), '甲\t乙\t\t\n\t商业企业\t1 2\t3\n\t\t丙\n');
  });

  it('shows the words of a cell that would go on where there is nothing above it or before it', () => {
    const goesOn = '<w:vMerge/>';
    const body = `<w:tbl>${row(cell(plain('甲'), goesOn), cell(plain('1')))}${row(cell(plain('残留'), goesOn), cell(plain('乙'), '<w:hMerge/>'))}${row(cell(plain('丙')), cell(plain('2'), goesOn))}</w:tbl>`;
    assert.equal(textOf(body), '甲\t1\n\t\n丙\t2\n');
    assert.equal(textOf(`<w:tbl>${row(cell(plain('甲'), '<w:hMerge/>'))}</w:tbl>`), '甲\n');
  });

  it('finds rows and cells in content controls', () => {
    const control = (content: string): string =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = `<w:tbl>${control(row(control(cell(plain('甲'))), cell(control(plain('1')))))}<w:customXml w:element="x">${row(cell(plain('乙')), cell(plain('2')))}</w:customXml></w:tbl>`;
    assert.equal(textOf(body), '甲\t1\n乙\t2\n');
  });

  it('takes a table in a cell for one of its own', () => {
    const inner = `<w:tbl>${row(cell(plain('规章')), cell(plain('0')))}</w:tbl>`;
    assert.equal(
      textOf(`<w:tbl>${row(cell(`${plain('题')}${inner}<w:p/>`))}${row(cell(plain('尾')))}</w:tbl>`),
      '题\n规章\t0\n\n尾\n',
    );
  });

  it('puts notes behind the paragraph that refers to them', () => {
    const footnotes = `<w:footnotes><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${plain('含网上申请。')}</w:footnote></w:footnotes>`;
    const body = `${paragraph(`${run('收到3件')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}${plain('次段')}`;
    assert.equal(textOf(body, { footnotes }), '收到3件\n\n含网上申请。\n\n次段\n');
  });

  it('reads no list out of the notes of several cells, nor out of those of a paragraph', () => {
    const footnotes = `<w:footnotes><w:footnote w:id="2">${plain('其中网上申请5件')}</w:footnote><w:footnote w:id="3">${plain('其中信函申请8件')}</w:footnote></w:footnotes>`;
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const [first, second] = [paragraph(run('18') + mark(2)), paragraph(run('9') + mark(3))];
    const bodies = [`<w:tbl>${row(cell(first), cell(second))}</w:tbl>`, first + second];
    for (const body of bodies) {
      const { findings } = analyze(textOf(body, { footnotes }));
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'parts-mismatch'),
        [],
      );
    }
  });

  it('shows headers and footers at the end as comments, which are no part of the report, and takes changes there', () => {
    const part = (root: string, text: string): string =>
      `<w:${root} xmlns:r="urn:r">${paragraph(text)}</w:${root}>`;
    const parts = {
      header: part('hdr', run('内部资料3件')),
      footer: part('ftr', `${run('— ')}<w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple>${run(' —')}`),
    };
    const section = (type: string): string =>
      `<w:pPr><w:sectPr><w:headerReference w:type="${type}" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr></w:pPr>`;
    const body = (type: string): string => `${plain('收到3件')}<w:p xmlns:r="urn:r">${section(type)}</w:p>`;
    assert.equal(textOf(body('default'), parts), '收到3件\n\n<!-- 页眉：内部资料3件 -->\n');
    assert.equal(textOf(body('first'), parts), '收到3件\n\n');
    assert.equal(textOf(`${body('default')}${plain('<!--')}`, parts), '收到3件\n\n<!--\n');
    const now = rewritten(readDocx(docx(body('default'), parts)), '收到3件\n\n<!-- 页眉：内部资料4件 -->\n');
    assert.equal(readDocx(now).parts.get('word/header.xml')?.includes('内部资料4件'), true);
    const dashes = { ...parts, header: part('hdr', run('甲-->乙')) };
    assert.equal(textOf(body('default'), dashes), '收到3件\n\n<!-- 页眉：甲 乙 -->\n');
  });

  it('names paragraphs, and cells of tables, as people count', () => {
    const body = `${plain('甲')}<w:p/><w:tbl>${row(cell(plain('规章')), cell(plain('0')))}${row(cell(plain('文件')), cell(plain('12')))}</w:tbl>${plain('乙')}`;
    const document = readDocx(docx(body));
    const at = (text: string): string => placeOf(document, document.text.indexOf(text));
    assert.deepEqual(['甲', '规章', '12', '2', '乙'].map(at), [
      '第 1 段',
      '表格 1 第 1 行第 1 格',
      '表格 1 第 2 行第 2 格',
      '表格 1 第 2 行第 2 格',
      '第 3 段',
    ]);
  });

  it('finds its parts by their relations, and its elements by their namespace', () => {
    const relation = (target: string): string =>
      `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="${target}"/></Relationships>`;
    const document = `<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>严格</t></r></p></body></document>`;
    assert.equal(
      readDocx(zip({ '_rels/.rels': relation('/文/主.xml'), '文/主.xml': document })).text,
      '严格\n',
    );
  });
});

describe('what is no document', () => {
  const whole = docxOf(sheetOf(1, 20));

  const reasonOf = (bytes: Uint8Array): string | undefined => {
    try {
      readDocx(bytes);
      return undefined;
    } catch (error) {
      assert.ok(error instanceof UnreadableDocument, String(error));
      assert.ok(error.remedy);
      return error.reason;
    }
  };

  it('is refused with a reason', () => {
    assert.equal(
      reasonOf(zip({ 'xl/workbook.xml': '<workbook/>' })),
      '不是 Word 文档（.docx），也不是 Excel 表格（.xlsx）',
    );
    assert.equal(
      reasonOf(zip({ 'word/document.xml': '<html xmlns="http://www.w3.org/1999/xhtml"/>' })),
      '不是 Word 文档（.docx），也不是 Excel 表格（.xlsx）',
    );
    assert.match(reasonOf(whole.subarray(0, whole.length - 30)) ?? '', /不完整/);
    // Of the first bytes alone nothing is text either.
    assert.match(reasonOf(whole.subarray(0, 12)) ?? '', /不完整/);
    assert.equal(reasonOf(zip({})), '不是 Word 文档（.docx），也不是 Excel 表格（.xlsx）');
  });

  it('cannot fill the memory', () => {
    const bomb = Buffer.from(docx(plain('甲'.repeat(10))));
    const record = bomb.lastIndexOf(
      'PK\x01\x02',
      bomb.indexOf('word/document.xml', bomb.indexOf('PK\x01\x02')),
      'latin1',
    );
    bomb.writeUInt32LE(0x7fffffff, record + 24);
    assert.equal(reasonOf(bomb), '里面的内容太大');
    bomb.writeUInt32LE(5, record + 24);
    assert.equal(reasonOf(bomb), '里面的内容已损坏');
  });

  it('is told from a document, whatever was lost or changed of it', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const damaged = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) damaged[at] = byte;
        const reason = reasonOf(damaged);
        assert.ok(!isCut || reason !== undefined);
      }),
      { numRuns: 400 },
    );
  });

  it('may be broken within: it is read or refused', () => {
    const body = `${plain('甲')}</w:tc></w:tbl></w:p><w:tc><w:p><w:r><w:t>乙</w:p></w:body>`;
    fc.assert(
      fc.property(fc.nat(body.length), (end) => {
        reasonOf(docx(body.slice(0, end)));
      }),
    );
  });
});
