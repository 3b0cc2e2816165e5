import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import iconv from 'iconv-lite';
import { type Analysis, analyze } from '../../server/analysis';
import { mend } from '../../server/cli/fixing/mend';
import type { Confidence, Repair } from '../../server/report/finding';
import type { Span } from '../../server/text/span';
import { madeUp } from '../core/support/made-up';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
/** Two headings whose numbers are not those of the form: mended without a look. */
const odd = reportText({ '五、存在的': '存在的', '六、其他需要': '6、其他需要' });
/** A lost total that only one number fits: mended with --figures. */
const lost = reportText({
  '一、本年新收政府信息公开申请数量\t\t0\t0\t0\t0\t0\t0\t0':
    '一、本年新收政府信息公开申请数量\t\t3\t0\t0\t0\t0\t0\t3',
  '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t3\t0\t0\t0\t0\t0',
  '（七）总计\t\t0\t0\t0\t0\t0\t0\t0': '（七）总计\t\t3\t0\t0\t0\t0\t0\t3',
});
const found = lost.replace('（一）予以公开\t3\t0\t0\t0\t0\t0', '（一）予以公开\t3\t0\t0\t0\t0\t0\t3');

describe('nianbao fix', () => {
  for (const [name, end] of Object.entries({ LF: '\n', CRLF: '\r\n' })) {
    it(
      `shows the safe edits as a patch that applies, with ${name}`,
      withFolder({ '甲.txt': odd.replaceAll('\n', end) }, async (cwd) => {
        const { status, stdout, stderr } = await nianbao(['fix', '甲.txt'], { cwd });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
        assert.ok(stdout.startsWith('--- a/甲.txt\n+++ b/甲.txt\n@@ -'), stdout);
        assert.equal(applyPatch(odd.replaceAll('\n', end), stdout), right.replaceAll('\n', end));
        assert.equal(readFileSync(path.join(cwd, '甲.txt'), 'utf8'), odd.replaceAll('\n', end));
      }),
    );
  }

  it('has nothing to say of a report without mistakes', async () => {
    assert.deepEqual(await nianbao(['fix', '-'], { input: right }), {
      status: 0,
      stdout: '',
      stderr: '',
      served: false,
    });
  });

  it('changes figures only when asked to, and then only where there is one way', async () => {
    assert.equal((await nianbao(['fix', '-'], { input: lost })).stdout, '');
    const { stdout } = await nianbao(['fix', '--figures', '-'], { input: lost });
    assert.equal(applyPatch(lost, stdout), found);
  });

  it(
    'keeps everything else of what it is given: encoding, mark, line ends, permissions',
    withFolder(
      {
        'utf8.txt': odd,
        'bom.txt': `\ufeff${odd}`,
        'crlf.txt': odd.replaceAll('\n', '\r\n'),
        'gbk.txt': iconv.encode(odd, 'gbk'),
        'gb18030.txt': iconv.encode(`${odd}丂㐂𠮷\n`, 'gb18030'),
        'le.txt': iconv.encode(odd, 'utf16le', { addBOM: true }),
        'be.txt': iconv.encode(odd, 'utf16be', { addBOM: true }),
      },
      async (cwd) => {
        chmodSync(path.join(cwd, 'gbk.txt'), 0o640);
        const { status, stdout, stderr } = await nianbao(['fix', '--write', '.'], { cwd });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
        const bytes = (name: string) => readFileSync(path.join(cwd, name));
        assert.equal(bytes('utf8.txt').toString(), right);
        assert.equal(bytes('bom.txt').toString(), `\ufeff${right}`);
        assert.equal(bytes('crlf.txt').toString(), right.replaceAll('\n', '\r\n'));
        assert.deepEqual(bytes('gbk.txt'), iconv.encode(right, 'gbk'));
        assert.deepEqual(bytes('gb18030.txt'), iconv.encode(`${right}丂㐂𠮷\n`, 'gb18030'));
        assert.deepEqual(bytes('le.txt'), iconv.encode(right, 'utf16le', { addBOM: true }));
        assert.deepEqual(bytes('be.txt'), iconv.encode(right, 'utf16be', { addBOM: true }));
        assert.equal(statSync(path.join(cwd, 'gbk.txt')).mode & 0o777, 0o640);
        assert.equal(readdirSync(cwd).length, 7, 'nothing is left beside the files');
        assert.match(stdout, /^be\.txt：改了 2 处\n {4}[^\n]+\n {4}[^\n]+\nbom\.txt：/);
      },
    ),
  );

  it(
    'leaves files alone in which nothing is to be mended',
    withFolder({ '乙.txt': right }, async (cwd) => {
      utimesSync(path.join(cwd, '乙.txt'), 1000, 1000);
      await nianbao(['fix', '--write', '乙.txt'], { cwd });
      assert.equal(statSync(path.join(cwd, '乙.txt')).mtimeMs, 1_000_000);
    }),
  );

  it(
    'does not touch a file whose bytes it could not write again',
    withFolder(
      {
        // A lone 80 stands for € in some GBK files; the standard spells it otherwise.
        '甲.txt': Buffer.concat([iconv.encode(odd, 'gbk'), Buffer.of(0x80, 0x0a)]),
      },
      async (cwd) => {
        const before = readFileSync(path.join(cwd, '甲.txt'));
        const { status, stdout, stderr } = await nianbao(['fix', '--write', '甲.txt'], { cwd });
        assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
        assert.match(stderr, /^nianbao: 甲\.txt：[^\n]*没有改动\n$/);
        assert.deepEqual(readFileSync(path.join(cwd, '甲.txt')), before);
      },
    ),
  );
});

describe('mending', () => {
  const both: ReadonlySet<Confidence> = new Set<Confidence>(['safe', 'unique']);

  it('leaves nothing that it could mend', () => {
    for (const text of [odd, lost, odd + lost]) {
      const { text: mended, titles } = mend(analyze(text), both);
      assert.ok(titles.length > 0);
      assert.deepEqual(mend(analyze(mended), both), { text: mended, titles: [] });
    }
  });

  /** What is known of a text whose beginning lacks both 甲 and 乙, whatever is put there. */
  const lacking = (text: string): Analysis => {
    const repairs = (newText: string): Repair[] => [
      { title: newText, confidence: 'safe', edits: [{ span: madeUp.span, newText }] },
    ];
    return {
      ...analyze(text),
      findings: ['甲', '乙'].map((newText) => ({ ...madeUp, repairs: repairs(newText) })),
    };
  };

  /** What is known of a text in which each 丁 is to go, and only the first surely. */
  const surplus = (text: string): Analysis => {
    const places = [...text.matchAll(/丁/gu)].map(({ index }) => ({ start: index, end: index + 1 }));
    const repair = (span: Span, at: number): Repair => ({
      title: '丁',
      confidence: at === 0 ? 'safe' : 'possible',
      edits: [{ span, newText: '' }],
    });
    return {
      ...analyze(text),
      findings: places.map((span, at) => ({ ...madeUp, span, repairs: [repair(span, at)] })),
    };
  };

  it('makes two repairs that want the same place one after the other, and none again that does not help', () => {
    assert.deepEqual(mend(lacking('丙'), both, lacking), { text: '乙甲丙', titles: ['甲', '乙'] });
  });

  it('makes a repair that is sure only once one like it is made', () => {
    assert.deepEqual(mend(surplus('丁丙丁'), both, surplus), { text: '丙', titles: ['丁', '丁'] });
  });
});
