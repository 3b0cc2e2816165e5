import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linesOfBlocks, placeOf } from '../../../server/documents/lines/lines';
import { asWritten } from '../../../server/documents/pdf/lookalikes';
import { partsOf } from '../../../server/documents/pdf/pages';
import { blocksOf } from '../../../server/documents/pdf/prose';
import { parseReport } from '../../../server/parse/parse';
import { readApart } from '../../../server/workspace/apart';
import { type Content, type Means, readBytes } from '../../../server/workspace/read';
import { differences, expectationOf } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { across, at, down, page, textOf } from '../support/pages';

/** A file of the format with these objects. */
function pdf(...objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) text += `${String(place).padStart(10, '0')} 00000 n \n`;
  return Buffer.from(
    `${text}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
}

/** A page on which this is drawn. */
const drawing = (content: Uint8Array): Buffer =>
  pdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Length ${content.length}>>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`,
  );

const means: Means = { limit: (work) => work(), apart: readApart };
const read = async (bytes: Uint8Array): Promise<Content> => {
  const content = await readBytes('a.pdf', bytes, means);
  return 'reason' in content ? assert.fail(`${content.reason}；${content.remedy}`) : content;
};
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const content = await readBytes('a.pdf', bytes, means);
  return 'reason' in content ? `${content.reason}；${content.remedy}` : 'read';
};

describe('the pages of a PDF', () => {
  const full = '本报告依照政府信息公开条例编写数据自一月一日起至';

  it('are paragraphs that go on from line to line and from page to page', () => {
    const first = page(1, [
      at('标题', 250, 100, 22),
      at(full.slice(0, 22), 112, 150),
      at(full, 80, 180),
      at(full, 80, 210),
      at('— 1 —', 280, 800),
    ]);
    const second = page(2, [at('十二月止。', 80, 100), at('下一段。', 112, 130), at('- 2 -', 280, 800)]);
    assert.equal(textOf(first, second), `标题\n${full.slice(0, 22)}${full}${full}十二月止。\n下一段。\n`);
  });

  it('are without what stands at the edge of most', () => {
    const pages = [1, 2, 3].map((number) =>
      page(number, [
        at(`某县林业局 ${number}`, 80, 40, 9),
        at(full, 80, 300),
        at(`第${number}段。`, 80, 330),
      ]),
    );
    assert.equal(textOf(...pages), [1, 2, 3].map((number) => `${full}第${number}段。\n`).join(''));
  });

  it('have tables where lines draw them, with merged cells in their places and figures that were broken', () => {
    const rulings = [
      ...[100, 130, 160, 190].map((y) => across(y, y === 160 ? 140 : 80, 240)),
      down(80, 100, 190),
      down(140, 100, 190),
      down(190, 130, 190),
      down(240, 100, 190),
    ];
    const texts = [
      at('结果', 85, 120, 10),
      at('申请人', 160, 120, 10),
      at('办理', 85, 160, 10),
      at('结果', 85, 172, 10),
      at('12', 150, 150, 10),
      at('13611', 145, 170, 12),
      at('2', 145, 184, 12),
      at('0', 200, 180, 10),
    ];
    const parts = partsOf([page(3, texts, rulings)]);
    const document = linesOfBlocks(blocksOf(parts));
    assert.equal(document.text, '结果\t申请人\t\n办理结果\t12\t\n\t136112\t0\n');
    assert.equal(placeOf(document, document.text.lastIndexOf('0')), '第 3 页表格第 3 行第 3 格');
  });

  it('keep what stands far apart in columns where there are no lines', () => {
    const texts = [at('规章', 80, 100), at('3', 240, 100), at('0', 320, 100), at('12', 400, 100)];
    assert.equal(textOf(page(1, texts)), '规章                3         0         12\n');
  });

  it('keep a row of figures, however close they stand, apart from the label that is broken around it', () => {
    const texts = [
      at(full, 80, 60, 16),
      at('一、本年新收政府信息公开申', 80, 100, 12),
      ...['9339', '8854', '9978', '11192', '57237'].map((figure, column) =>
        at(figure, 246 + 40 * column, 107, 12),
      ),
      at('请数量', 140, 114, 12),
      at('件数为 12 34 件', 80, 140, 12),
    ];
    assert.equal(
      textOf(page(1, texts)),
      `${full}\n一、本年新收政府信息公开申\n${' '.repeat(28)}9339  8854   9978   11192 57237\n请数量\n件数为 12 34 件\n`,
    );
  });

  it('say characters for the radicals that have the same glyphs', () => {
    assert.equal(asWritten('⼀、⾏政⽂件⻛'), '一、行政文件风');
  });
});

const noticesOf = async (bytes: Uint8Array) => {
  const content = await read(bytes);
  return 'kind' in content ? content.notices : undefined;
};

describe('PDF files', () => {
  const file = readFileSync(path.join(process.cwd(), 'test/core/documents/fixtures/report.pdf'));

  it('say what was printed', async () => {
    const { text } = await read(file);
    const sheet = sheetOf(4, 30);
    assert.deepEqual(differences(parseReport(text), expectationOf(sheet, layoutCalled('docx'))), []);
    assert.ok(text.includes('训173人次，未发生责任追究的情形。'), text);
  });

  it('are refused in a sentence where they are scans, or broken', async () => {
    assert.match(
      await refusal(drawing(Buffer.from('10 10 100 100 re f'))),
      /^是扫描件或图片，里面没有文字，读不了；.*OCR/u,
    );
    assert.match(await refusal(file.subarray(0, 40_000)), /^没有传完整，后面缺了一截；.*重新下载/u);
    assert.match(await refusal(Buffer.from('%PDF-1.7\n%%EOF\n')), /^已损坏；/u);
  });

  it('say which pages are pictures, and which have bytes that are damaged', async () => {
    const words = 'BT /F1 12 Tf 72 700 Td (Report 2024: 27 received) Tj ET';
    const picture = 'q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
    const stream = (content: string): string =>
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
    const pageOf = (content: number): string =>
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`;
    const scan = pdf(
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
      pageOf(5),
      pageOf(6),
      stream(words),
      stream(picture),
    );
    assert.deepEqual(await noticesOf(scan), ['第 2 页是图片，里面的文字没有读']);
    assert.deepEqual(await noticesOf(file), []);
    const hurt = Buffer.from(file);
    hurt.fill(0xff, hurt.indexOf('stream') + 200, hurt.indexOf('stream') + 220);
    assert.deepEqual(await noticesOf(hurt), ['有损坏的地方，第 1 页读出来的字和数可能不对，请对照原件']);
  });

  it('are put down where they take too much memory or time, and what is around them goes on', async () => {
    const reasonOf = async (seconds: number, megabytes: number): Promise<string> => {
      const read = await readApart('pdf.js', file, { seconds, megabytes });
      return 'reason' in read ? read.reason : 'read';
    };
    assert.match(await reasonOf(50, -1000), /里面的内容太大，已经放下/u);
    assert.match(await reasonOf(0.05, 4000), /超过 0\.05 秒没有读完/u);
  });
});
