import { docx, paragraph, run } from './layouts/docx';

const list = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const styles = `<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr>${list(1)}</w:pPr></w:style></w:styles>`;
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
const plain = (text: string): string => paragraph(run(text));
const rows = (...cells: readonly (readonly string[])[]): string =>
  cells.map((each) => `<w:tr>${each.join('')}</w:tr>`).join('');
const table = (content: string, columns: number): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1500"/>'.repeat(columns)}</w:tblGrid>${content}</w:tbl>`;
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;

/** A document with what an older format writes in a way of its own. The file old-word.doc is this one, saved by LibreOffice. */
export const ofWord = (): Uint8Array =>
  docx(
    [
      plain('某县林业局2024年政府信息公开工作年度报告'),
      paragraph(run('总体情况'), '<w:pStyle w:val="b"/>'),
      paragraph(run('主动公开'), list(1, 1)),
      paragraph(run('依申请公开'), list(1, 1)),
      paragraph(run('主动公开政府信息情况'), '<w:pStyle w:val="b"/>'),
      paragraph(
        `${run('收到申请')}<w:del w:id="1" w:author="甲" w:date="2025-01-02T00:00:00Z"><w:r><w:delText>99</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲" w:date="2025-01-02T00:00:00Z">${run('12')}</w:ins>${run('件。')}${run('藏', '<w:rPr><w:vanish/></w:rPr>')}`,
      ),
      paragraph(
        `${run('共')}${field('begin')}<w:r><w:instrText>=3+4</w:instrText></w:r>${field('separate')}${run('7')}${field('end')}${run('件ABC。')}`,
      ),
      table(
        rows(
          [cell(plain('结果'), '<w:gridSpan w:val="2"/>'), cell(plain('自然人')), cell(plain('总计'))],
          [
            cell(plain('三、本年度'), '<w:vMerge w:val="restart"/>'),
            cell(plain('予以公开')),
            cell(plain('3')),
            cell(plain('')),
          ],
          [
            cell(paragraph(''), '<w:vMerge/>'),
            cell(plain('部分') + plain('公开')),
            cell(plain('')),
            cell(plain('5')),
          ],
        ),
        4,
      ),
      plain('其他需要报告的事项'),
    ].join(''),
    { numbering, styles },
  );
