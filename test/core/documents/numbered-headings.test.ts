import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { renumbered } from '../../../server/documents/writing/renumbered';
import { rewriting, rewritten } from '../../../server/documents/writing/rewrite';
import { numberedDocx } from '../support/numbered-docx';

const document = (...parts: Parameters<typeof numberedDocx>) => readDocx(numberedDocx(...parts));

describe('a heading that comes in among those that Word numbers', () => {
  const without = document(['总体情况', '存在问题', '其他事项'], '正文说了一句话。');
  const [first, one, second, ...others] = without.text.split('\n');
  const put = [first, one, '二、公开情况', '正文说了一句话。'].join('\n');

  it('is numbered by Word too, like the others, and has no number that is written', () => {
    const text = `${without.text}四、还有一条\n`;
    const now = readDocx(rewritten(without, text));
    assert.equal(now.text, text);
    const xml = now.parts.get('word/document.xml') ?? '';
    assert.ok(xml.includes('>还有一条</w:t>') && !xml.includes('四、'));
    assert.equal(xml.split('<w:pStyle w:val="h"/>').length, 5);
  });

  it('moves the numbers behind it, which is told, and written where the text has them so', () => {
    const text = [put, second, ...others].join('\n');
    const drawn = [
      put,
      second?.replace('二、', '三、'),
      ...others.map((line) => line.replace('三、', '四、')),
    ].join('\n');
    const { refusals, text: rest } = rewriting(without, text);
    assert.match(refusals.join(), /别处的字会跟着变（新增的是「二、公开情况/u);
    assert.equal(rest, without.text);
    assert.equal(renumbered(without, text), drawn);
    assert.equal(readDocx(rewritten(without, drawn)).text, drawn);
  });

  it('is not written where Word would draw another number than it has', () => {
    const text = [first, one, '五、公开情况', second, ...others].join('\n');
    assert.equal(renumbered(without, text), undefined);
    assert.throws(() => rewritten(without, text), Unwritable);
  });

  it('is not written where none is numbered as it is', () => {
    const chapters = document(['总体情况', '存在问题'], '正文说了一句话。', '第%1部分 ');
    const text = `${chapters.text}三、还有一条\n`;
    assert.throws(() => rewritten(chapters, text), /看不出来：别的标题由 Word 自动编号/u);
  });
});
