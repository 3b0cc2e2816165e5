import assert from 'node:assert/strict';
import { readDocx } from '../../server/documents/word/docx';
import { type WordRefusal, type WordText, wordText, writeWord } from '../../server/lsp/messages/word';
import { docx, docxOf, paragraph, run } from '../core/support/layouts/docx';
import { sheetOf } from '../core/support/layouts/sheet';
import { xlsxOf } from '../core/support/layouts/xlsx';
import { Disk, startIn, uriOf } from './support/workspace';

const name = '年报.docx';
const uri = uriOf(name);

describe('documents of word processors', () => {
  const bytes = docxOf(sheetOf(5, 30));

  it('are told as text, and take a changed one', async () => {
    const disk = new Disk({ [name]: bytes });
    const { connection } = await startIn(disk);
    const told = await connection.sendRequest<WordText>(wordText, { uri });
    assert.ok('text' in told);
    assert.deepEqual(told, { text: readDocx(bytes).text, isTracked: false, isSigned: false, notices: [] });
    const text = told.text.replace(/总体情况/u, '总体的情况');
    assert.equal(await connection.sendRequest(writeWord, { uri, text }), true);
    assert.equal(readDocx(disk.contents.get(name) as Uint8Array).text, text);
  });

  it('stay as they are where a text cannot be written, and say why and what can be', async () => {
    const disk = new Disk({ [name]: bytes });
    const { connection } = await startIn(disk);
    const own = readDocx(bytes).text;
    const text = own.replace(/^(?=.*规章)/mu, '多出\t一行\n').replace('总体情况', '总体的情况');
    const { refusal, rest } = await connection.sendRequest<WordRefusal>(writeWord, { uri, text });
    assert.match(
      refusal,
      /^表格 1 第 \d 行第 4 格：不能在这里增加表格的行（新增的是「多出 一行」），写不回文件，没有改动/u,
    );
    assert.equal(disk.contents.get(name), bytes);
    assert.equal(rest, own.replace('总体情况', '总体的情况'));
    assert.equal(await connection.sendRequest(writeWord, { uri, text: rest }), true);
    assert.equal(readDocx(disk.contents.get(name) as Uint8Array).text, rest);
  });

  it('with a digital signature are written only once the user lets it go', async () => {
    const signed = docx(paragraph(run('总体情况')), {}, { '_xmlsignatures/sig1.xml': '<Signature/>' });
    const disk = new Disk({ [name]: signed });
    const { connection } = await startIn(disk);
    assert.deepEqual(await connection.sendRequest(wordText, { uri }), {
      text: '总体情况\n',
      isTracked: false,
      isSigned: true,
      notices: [],
    });
    const text = '总体的情况\n';
    const { refusal, isSigned } = await connection.sendRequest<WordRefusal>(writeWord, { uri, text });
    assert.match(refusal, /数字签名.*失效.*没有改动/u);
    assert.equal(isSigned, true);
    assert.equal(disk.contents.get(name), signed);
    assert.equal(await connection.sendRequest(writeWord, { uri, text, voidsSignature: true }), true);
    assert.equal(readDocx(disk.contents.get(name) as Uint8Array).text, text);
  });

  it('say what they are where they are something else, or gone', async () => {
    const { connection } = await startIn(
      new Disk({
        '旧.docx': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
        '文.docx': '一、',
        '表.xlsx': xlsxOf(sheetOf(5, 30)),
      }),
    );
    const refusalOf = async (path: string): Promise<string> => {
      const answer = await connection.sendRequest<WordText>(wordText, { uri: uriOf(path) });
      return 'refusal' in answer ? answer.refusal : assert.fail();
    };
    const wanted = { uri: uriOf('表.xlsx'), text: '' };
    const { refusal } = await connection.sendRequest<WordRefusal>(writeWord, wanted);
    assert.match(refusal, /^这个文件是 Excel 表格，只读，没有改动/u);
    assert.match(await refusalOf('旧.docx'), /旧格式.*另存为 \.docx/u);
    assert.equal(await refusalOf('文.docx'), '这个文件是文本，不是文档，请直接打开');
    assert.equal(await refusalOf('没有.docx'), '没有这个文件或文件夹');
  });
});
