import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { rewritten } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';

const plain = (text: string): string => paragraph(run(text));

/** Writes a text into a document with a body, which then reads as another body does that has that text in its runs. */
function isWritten(body: string, text: string, expected: string): void {
  const now = rewritten(readDocx(docx(body)), text);
  assert.equal(readDocx(now).text, text);
  assert.equal(
    readDocx(now).parts.get('word/document.xml'),
    readDocx(docx(expected)).parts.get('word/document.xml'),
  );
}

describe('what would be lost in a document', () => {
  it('is refused in what is filled in anew, and taken beside it', () => {
    const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (code: string, shown: string): string =>
      `${sign('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${sign('separate')}${run(shown)}${sign('end')}`;
    const bound = `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>${run('7')}</w:sdtContent></w:sdt>`;
    const filled = [
      field(' PAGE \\* MERGEFORMAT ', '7'),
      field('=SUM(ABOVE)', '7'),
      `<w:fldSimple w:instr=" NUMPAGES ">${run('7')}</w:fldSimple>`,
      `<w:hyperlink>${field('REF _x', '7')}</w:hyperlink>`,
      bound,
    ];
    for (const inner of filled) {
      const body = paragraph(`${run('共')}${inner}${run('页')}`);
      const document = readDocx(docx(body));
      assert.equal(document.text, '共7页\n');
      for (const text of ['共8页\n', '共页\n'])
        assert.throws(
          () => rewritten(document, text),
          (error) => error instanceof Unwritable && /^第 1 段：这里的字由.+填入/u.test(error.message),
        );
      isWritten(body, '共有7页次\n', paragraph(`${run('共有')}${inner}${run('页次')}`));
      isWritten(body, '共7整页\n', paragraph(`${run('共')}${inner}${run('整页')}`));
    }
    for (const code of ['HYPERLINK "x"', ' FORMTEXT ', ''])
      isWritten(paragraph(field(code, '7')), '8\n', paragraph(field(code, '8')));
  });

  it('is refused where it has characters that no document can hold', () => {
    for (const [character, name] of [
      ['\0', 'U+0000'],
      ['\v', 'U+000B'],
      ['\x1b', 'U+001B'],
      ['\uffff', 'U+FFFF'],
      ['\ud800', 'U+D800'],
    ] as const)
      assert.throws(
        () => rewritten(readDocx(docx(plain('甲乙'))), `甲${character}乙\n`),
        (error) =>
          error instanceof Unwritable &&
          error.message.startsWith('第 1 段：') &&
          error.message.includes(name),
      );
    isWritten(plain('甲乙'), '甲𠮷乙\n', plain('甲𠮷乙'));
  });
});
