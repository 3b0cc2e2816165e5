import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { createEncoder } from '../../server/cli/fixing/encode';
import { decode, type Encoding } from '../../server/workspace/decode';

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

describe('writing a text in its encoding', () => {
  const encode = createEncoder();
  const bytesOf = (text: string, encoding: Encoding, bom = false): Uint8Array => {
    const encoded = encode({ text, encoding, bom });
    assert.ok('bytes' in encoded, JSON.stringify(encoded));
    return encoded.bytes;
  };

  for (const encoding of encodings) {
    for (const bom of [true, false]) {
      // Without a mark nothing says that a text is UTF-16.
      if (!bom && encoding.startsWith('utf-16')) continue;
      it(`is undone by reading it: ${encoding} ${bom ? 'with' : 'without'} a mark`, () => {
        const text = '年报\t１２\r\n“三安全一稳定”—㐂丂𠮷\u00a0€\0';
        assert.deepEqual(decode(bytesOf(text, encoding, bom)), { text, encoding, bom });
      });
    }
  }

  it('agrees with another writer of GB18030 on all of GBK and on four bytes', () => {
    let text = '';
    for (let code = 0x4e00; code <= 0x9fa5; code++) text += String.fromCharCode(code);
    text += 'ｱ①Ⅳ〇〔〕《》“”·—…￥㈱\u3000Ωжぁア\u00e9\u0e01\u20ac㐀䶵\uac00𠀀𪛖🀄';
    assert.ok(iconv.encode(text, 'gb18030').equals(bytesOf(text, 'gb18030')));
  });

  it('names the character that the encoding cannot hold', () => {
    assert.deepEqual(encode({ text: '一\ue5e5二', encoding: 'gb18030', bom: false }), {
      unencodable: '\ue5e5',
    });
    for (const encoding of encodings) {
      assert.deepEqual(encode({ text: '一\ud800二', encoding, bom: false }), { unencodable: '\ud800' });
    }
  });
});
