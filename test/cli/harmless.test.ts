import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { trial } from '../core/support/trial';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
/** Two headings whose numbers are not those of the form: mended without a look. */
const odd = reportText({ '五、存在的': '存在的', '六、其他需要': '6、其他需要' });

/** Files that nobody can be sure to read as they were meant, by what they are. */
const foreign: Readonly<Record<string, Uint8Array>> = {
  'UTF-32 LE with a mark': iconv.encode(odd, 'utf-32le', { addBOM: true }),
  'UTF-32 LE': iconv.encode(odd, 'utf-32le', { addBOM: false }),
  'UTF-32 BE with a mark': iconv.encode(odd, 'utf-32be', { addBOM: true }),
  'UTF-32 BE': iconv.encode(odd, 'utf-32be', { addBOM: false }),
  'UTF-16 LE without a mark': iconv.encode(odd, 'utf16le', { addBOM: false }),
  'UTF-16 BE without a mark': iconv.encode(odd, 'utf16be', { addBOM: false }),
  'UTF-7': iconv.encode(odd, 'utf7'),
  Big5: iconv.encode('雲溪縣檔案局2024年政府信息公開工作年度報告\n6、其他需要報告的事項\n'.repeat(9), 'big5'),
  'bytes of no text': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
  'GBK in front of UTF-8': Buffer.concat([
    iconv.encode(odd, 'gbk'),
    Buffer.from('附：云溪县档案馆说明'.repeat(4)),
  ]),
  'UTF-8 read as GBK': Buffer.from(iconv.decode(Buffer.from(odd), 'gbk')),
  'UTF-8 with a lost character': Buffer.from(odd.replace('十分及时', '十\ufffd及时')),
  'GBK with zero bytes': iconv.encode(odd.replace('十分及时', '十\0及时'), 'gbk'),
};

const leave = trial('fix --write 改编码说不准的文件：一个字节不动，说明或略过');

describe('nianbao fix --write on a file whose encoding is not certain', () => {
  for (const [name, bytes] of Object.entries(foreign)) {
    it(
      `leaves it alone: ${name}`,
      withFolder({ '甲.txt': bytes }, async (cwd) => {
        for (const operand of ['甲.txt', '.'])
          await leave(async () => {
            const { stdout, stderr } = await nianbao(['fix', '--write', '--figures', operand], { cwd });
            assert.equal(stdout, '');
            assert.deepEqual(readFileSync(path.join(cwd, '甲.txt')), Buffer.from(bytes));
            assert.ok(stderr === '' || /^nianbao: [^\n]+\n$/u.test(stderr), stderr);
          });
        assert.deepEqual(readdirSync(cwd), ['甲.txt']);
      }),
    );
  }

  it(
    'names the file and what to do',
    withFolder(foreign, async (cwd) => {
      for (const name of Object.keys(foreign).filter((each) => each.startsWith('UTF-32'))) {
        const { status, stderr } = await nianbao(['fix', '--write', name], { cwd });
        assert.equal(status, 2);
        assert.equal(
          stderr,
          `nianbao: ${name}：是 UTF-32 文本，读不了，没有检查，也没有改动；请用记事本等另存为 UTF-8\n`,
        );
      }
    }),
  );
});

describe('nianbao and links', () => {
  it(
    'changes no file outside the folder that was named, and says where the link leads',
    withFolder({ '外/实.txt': odd, '内/甲.txt': odd }, async (cwd) => {
      symlinkSync(path.join('..', '外', '实.txt'), path.join(cwd, '内/链.txt'));
      symlinkSync(path.join('..', '外'), path.join(cwd, '内/夹'));
      for (const operand of ['内', '内/*.txt', '内/链.txt']) {
        const { status, stderr } = await nianbao(['fix', '--write', operand], { cwd });
        assert.equal(status, 2, operand);
        assert.equal(readFileSync(path.join(cwd, '外/实.txt'), 'utf8'), odd, operand);
        assert.match(
          stderr,
          /^nianbao: [^\n]*链\.txt：它通向文件夹之外的 [^\n]*实\.txt，没有改动；[^\n]*\n$/u,
        );
      }
      assert.equal(readFileSync(path.join(cwd, '内/甲.txt'), 'utf8'), right);
      assert.ok(lstatSync(path.join(cwd, '内/链.txt')).isSymbolicLink());
    }),
  );

  it(
    'changes a file within the folder through a link and says which, and a folder that is a link itself',
    withFolder({ '甲/实.txt': odd, '乙/别.txt': odd }, async (cwd) => {
      symlinkSync(path.join('甲', '实.txt'), path.join(cwd, '链.txt'));
      symlinkSync('乙', path.join(cwd, '夹'));
      const { stdout } = await nianbao(['fix', '--write', '链.txt'], { cwd });
      assert.ok(
        stdout.startsWith(`链.txt → ${path.join(realpathSync(cwd), '甲/实.txt')}：改了 2 处\n`),
        stdout,
      );
      assert.ok(lstatSync(path.join(cwd, '链.txt')).isSymbolicLink());
      assert.equal(readFileSync(path.join(cwd, '甲/实.txt'), 'utf8'), right);
      await nianbao(['fix', '--write', '夹'], { cwd });
      assert.equal(readFileSync(path.join(cwd, '乙/别.txt'), 'utf8'), right);
    }),
  );

  it(
    'leaves a file alone that has other names, and says so',
    withFolder({ '甲/实.txt': odd }, async (cwd) => {
      linkSync(path.join(cwd, '甲/实.txt'), path.join(cwd, '副.txt'));
      const { status, stdout, stderr } = await nianbao(['fix', '--write', '甲'], { cwd });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.match(stderr, /^nianbao: 甲\/实\.txt：它另有 1 个硬链接，[^\n]*没有改动；[^\n]*\n$/u);
      for (const name of ['甲/实.txt', '副.txt'])
        assert.equal(readFileSync(path.join(cwd, name), 'utf8'), odd);
    }),
  );

  it(
    'follows no link in a circle, and names what is called like a report and is no file',
    withFolder({ '甲.txt': right }, async (cwd) => {
      symlinkSync('.', path.join(cwd, '环'));
      symlinkSync('圈.txt', path.join(cwd, '圈.txt'));
      symlinkSync('没有.txt', path.join(cwd, '断.txt'));
      const unreadable = ['圈.txt', '断.txt'];
      if (process.platform !== 'win32') {
        symlinkSync('/dev/zero', path.join(cwd, '零.txt'));
        execFileSync('mkfifo', [path.join(cwd, '管.txt')]);
        unreadable.push('管.txt', '零.txt');
      }
      for (const command of [['check'], ['fix', '--write'], ['export', '--out', '出']]) {
        const { status, stderr } = await nianbao([...command, '.'], { cwd });
        const named = [...stderr.matchAll(/^nianbao: (?:\.\/)?(\S+?\.txt)：./gmu)];
        assert.equal(status, 2, command.join(' '));
        assert.deepEqual(named.map(([, name]) => name).sort(), unreadable.sort(), stderr);
      }
    }),
  );

  it(
    'exports into no file outside the folder that was named',
    withFolder({ '进/甲.txt': right, '进/下/乙.txt': right, '外/有.json': '旧' }, async (cwd) => {
      mkdirSync(path.join(cwd, '出'));
      symlinkSync(path.join('..', '外', '有.json'), path.join(cwd, '出/甲.json'));
      symlinkSync(path.join('..', '外'), path.join(cwd, '出/下'));
      const { status, stderr } = await nianbao(['export', '--out', '出', '进'], { cwd });
      assert.equal(status, 2);
      assert.equal(stderr.match(/它通向文件夹之外/gu)?.length, 2, stderr);
      assert.deepEqual(readdirSync(path.join(cwd, '外')), ['有.json']);
      assert.equal(readFileSync(path.join(cwd, '外/有.json'), 'utf8'), '旧');
      assert.equal(statSync(path.join(cwd, '外/有.json')).size, 3);
    }),
  );
});
