import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { decode, whyUnreadable } from '../../../server/workspace/decode';

const text = '政府信息公开工作年度报告：“三安全一稳定”。\n';

describe('reading bytes', () => {
  const cases = {
    'UTF-8': [iconv.encode(text, 'utf8'), 'utf-8', false],
    'UTF-8 with a mark': [iconv.encode(text, 'utf8', { addBOM: true }), 'utf-8', true],
    GBK: [iconv.encode(text, 'gbk'), 'gb18030', false],
    GB2312: [iconv.encode(text, 'gb2312'), 'gb18030', false],
    GB18030: [iconv.encode(text, 'gb18030'), 'gb18030', false],
    'UTF-16 LE with a mark': [iconv.encode(text, 'utf16le', { addBOM: true }), 'utf-16le', true],
    'UTF-16 BE with a mark': [iconv.encode(text, 'utf16be', { addBOM: true }), 'utf-16be', true],
  } as const;
  for (const [name, [bytes, encoding, bom]] of Object.entries(cases)) {
    it(`reads ${name}`, () => assert.deepEqual(decode(bytes), { text, encoding, bom }));
  }

  it('reads nothing as nothing', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8', bom: false });
  });

  it('answers undefined for what is no text, and never puts U+FFFD in its place', () => {
    const broken = {
      'neither UTF-8 nor GB18030': [0xff, 0xff],
      'UTF-8 cut off behind its mark': [0xef, 0xbb, 0xbf, 0xe5, 0xb9],
      'UTF-16 with a lone surrogate': [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00],
      'UTF-16 with half a unit': [0xff, 0xfe, 0x41],
      'GB18030 cut off': [0xc4, 0xea, 0xb1],
    };
    for (const [name, bytes] of Object.entries(broken))
      assert.equal(decode(Uint8Array.from(bytes)), undefined, name);
  });

  it('says of a text whose last character lacks a byte that it was cut off', () => {
    for (const encoding of ['utf16le', 'utf16be', 'utf8'] as const) {
      const bytes = iconv
        .encode('2023年政府信息公开工作年度报告', encoding, { addBOM: true })
        .subarray(0, -1);
      assert.equal(decode(bytes), undefined);
      assert.match(whyUnreadable(bytes).reason, /没有传完整/u);
    }
    assert.doesNotMatch(
      whyUnreadable(Uint8Array.of(0xff, 0xff, 0xff, 0x41, 0xff, 0xff)).reason,
      /没有传完整/u,
    );
  });

  it('tells what is no text from text in an encoding that is not read', () => {
    const text = '示例县水务局2023年政府信息公开工作年度报告\r\n一、总体情况 5 件';
    const said = {
      'UTF-16 without a mark': iconv.encode(text, 'utf16le'),
      'UTF-16 of the other order without a mark': iconv.encode(text, 'utf16be'),
      'UTF-32 without a mark': iconv.encode(text, 'utf32le', { addBOM: false }),
      zeros: new Uint8Array(1000),
      'bytes of a program': Uint8Array.from({ length: 1000 }, (_, at) => (at * at * 7 + at) % 256),
    };
    for (const [name, bytes] of Object.entries(said)) assert.equal(decode(bytes), undefined, name);
    const reasons = Object.values(said).map((bytes) => whyUnreadable(bytes).reason);
    assert.deepEqual(reasons, [
      '像是不带标记的 UTF-16 文本',
      '像是不带标记的 UTF-16 文本',
      '是 UTF-32 文本，读不了',
      '不是文本',
      '不是文本',
    ]);
  });

  it('keeps a replacement character that the file itself has', () => {
    assert.equal(decode(iconv.encode('年\ufffd报', 'utf8'))?.text, '年\ufffd报');
  });
});
