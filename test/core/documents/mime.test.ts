import assert from 'node:assert/strict';
import { isMime, readMime } from '../../../server/documents/containers/mime';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';

const page = '<html><body><p>一、总体情况</p><table><tr><td>规章</td><td>3</td></tr></table></body></html>';

const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte === 61 || byte > 126
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(.{60}(?:=..)?)(?!=?.{0,2}$)/gu, (each) => (/=.?$/u.test(each) ? each : `${each}=\r\n`));

/** As browsers of one family save pages. */
const archive = (body: string | Uint8Array, fields: string, more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";${more}\r\n\tboundary="----Boundary--x"\r\n\r\n\r\n------Boundary--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------Boundary--x\r\n${fields}\r\n\r\n`,
    ),
    Buffer.from(body),
    Buffer.from('\r\n------Boundary--x--\r\n'),
  ]);

describe('web archives', () => {
  const bytes = Buffer.from(page);
  const inGbk = Buffer.concat([Buffer.from('<meta charset="gbk">'), Buffer.of(0xb9, 0xe6, 0xd5, 0xc2)]);

  it('are the source of their page, however it is written', () => {
    const cases: readonly (readonly [body: string | Uint8Array, fields: string])[] = [
      [
        quoted(bytes),
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable',
      ],
      [
        bytes.toString('base64').replace(/.{76}/gu, '$&\r\n'),
        'content-type: text/html;\r\n charset=UTF-8\r\ncontent-transfer-encoding: base64',
      ],
      [bytes, 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit'],
      [bytes, 'Content-Type: text/html; charset=no-such-thing'],
    ];
    for (const [body, fields] of cases) {
      assert.ok(isMime(archive(body, fields)));
      assert.equal(readMime(archive(body, fields)).text.trimEnd(), page, fields);
    }
    const told = archive(inGbk, 'Content-Type: text/html');
    assert.equal(readMime(told).text.trimEnd(), '<meta charset="gbk">规章');
  });

  it('are found in the part that is named, and within parts of parts', () => {
    const inner = `Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\n甲\r\n--in\r\nContent-Type: text/html\r\n\r\n${page}\r\n--in--`;
    assert.equal(readMime(archive('', inner)).text.trimEnd(), page);
    const two = `Content-Type: text/html\r\n\r\n<p>别的</p>\r\n------Boundary--x\r\nContent-Type: text/html\r\nContent-ID: <main>`;
    assert.equal(readMime(archive(page, two, '\r\n\tstart="<main>";')).text.trimEnd(), page);
  });

  it('are refused where they have no page, and texts are none', () => {
    assert.throws(() => readMime(archive('甲', 'Content-Type: text/plain')), UnreadableDocument);
    for (const text of ['一、总体情况\n\nMIME-Version: 1.0\n', page, '', 'Subject: a\n\n二'])
      assert.ok(!isMime(Buffer.from(text)), text);
  });
});
