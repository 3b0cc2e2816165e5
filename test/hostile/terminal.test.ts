import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import { nianbao, reportText, withFolder } from '../cli/nianbao';
import { docxOf } from '../core/support/layouts/docx';
import { mapRows, sheetOf } from '../core/support/layouts/sheet';
import { trial } from '../core/support/trial';
import { driving, drivingButTabs, payloads } from './payloads';
import { spoilt, yearBefore } from './spoilt';

/** A text without halves of characters, which no file has. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '?');

const forPeople = [
  ['check', '.'],
  ['check', '--format', 'text', '--fail-on', 'never', '.'],
  ['fix', '--write', '.'],
] as const;

const asIs = [
  ['check', '--format', 'json', '.'],
  ['check', '--format', 'sarif', '.'],
  ['check', '--format', 'html', '.'],
  ['fix', '--figures', '.'],
  ['export', '--schema', '1', '.'],
  ...['json', 'csv', 'md', 'html'].map((to) => ['export', '--to', to, '.']),
] as const;

const tell = trial('年报的文字里有驱动终端、改变样子的字符：命令行写出来的都不驱动什么');
const name = trial('文件和文件夹的名称里有同样的字符，或像选项、像路径、像一行结果：命令行不上当');

describe('what a terminal is told of a report', () => {
  for (const [what, payload] of Object.entries(payloads)) {
    const text = spoilt(payload);
    it(
      `does nothing, though ${what} stands in its text`,
      withFolder(
        { '甲.txt': text, '乙.txt': yearBefore(text), '丙/甲.txt': yearBefore(text) },
        async (cwd) => {
          for (const args of forPeople)
            await tell(async () => {
              const { stdout, stderr } = await nianbao(args, { cwd });
              assert.ok(stdout.length + stderr.length > 40, args.join(' '));
              assert.doesNotMatch(stdout, driving, args.join(' '));
              assert.doesNotMatch(stderr, driving, args.join(' '));
            });
          for (const args of asIs)
            await tell(async () => {
              const { stdout, stderr } = await nianbao(args, { cwd, isTerminal: true });
              assert.ok(stdout.length > 40 || args[0] === 'fix', args.join(' '));
              assert.doesNotMatch(stdout.replaceAll('\r\n', '\n'), drivingButTabs, args.join(' '));
              assert.doesNotMatch(stderr, driving, args.join(' '));
            });
        },
      ),
    );
  }

  it(
    'has only the colours of its own',
    withFolder({ '甲.txt': spoilt(payloads['a colour'] ?? '') }, async (cwd) => {
      const { stdout } = await nianbao(['check', '.'], { cwd, colours: true, isTerminal: true });
      const own = [0, 2, 31, 33, 36].map((code) => `\x1b[${code}m`);
      assert.ok(own.slice(0, 3).every((code) => stdout.includes(code)));
      assert.doesNotMatch(
        own.reduce((rest, code) => rest.replaceAll(code, ''), stdout),
        driving,
      );
    }),
  );

  it(
    'ends its lines as the report does',
    withFolder({ '甲.txt': spoilt('\r\x07').replaceAll('\n', '\r\n') }, async (cwd) => {
      const { stdout } = await nianbao(['fix', '--figures', '.'], { cwd, isTerminal: true });
      assert.match(stdout, /^\+.*\r$/mu);
      assert.match(stdout, /\u240d\u2407/u);
      assert.doesNotMatch(stdout.replaceAll('\r\n', '\n'), drivingButTabs);
    }),
  );

  it(
    'is a patch that does what --write does, where no terminal reads it',
    withFolder({}, async (cwd) => {
      const file = path.join(cwd, '甲.txt');
      for (const [what, payload] of Object.entries(payloads)) {
        // Halves of characters cannot be written, and no patch is made of what has been read in their place.
        const text = whole(spoilt(payload));
        writeFileSync(file, text);
        const { stdout } = await nianbao(['fix', '甲.txt'], { cwd });
        await nianbao(['fix', '--write', '甲.txt'], { cwd });
        const after = readFileSync(file, 'utf8');
        assert.equal(stdout === '' ? text : applyPatch(text, stdout), after, what);
      }
    }),
  );

  it(
    'does nothing, though a Word document says something else',
    withFolder({}, async (cwd) => {
      for (const payload of ['\u202eabc', '\x9b2J', '\x7f', '\u2028']) {
        const sheet = mapRows(sheetOf(4, 30), (row) => ({
          ...row,
          cells: row.cells.map((cell, at) => (at === 0 ? `${payload}${cell}` : cell)),
        }));
        writeFileSync(path.join(cwd, '甲.docx'), docxOf(sheet));
        for (const args of [['check'], ['fix', '--figures'], ['fix', '--figures', '--write']]) {
          const { stdout, stderr } = await nianbao([...args, '甲.docx'], { cwd });
          assert.doesNotMatch(stdout + stderr, driving, args.join(' '));
        }
      }
    }),
  );
});

describe('what a terminal is told of names', () => {
  const names = Object.values(payloads)
    .map((payload) => whole(payload).replaceAll('/', ''))
    .concat(
      'two\nlines',
      'two\n甲.txt:1:1 错误 made up',
      '-rf',
      '--write',
      '=1+1',
      'file:passwd',
      '..hidden',
      '$(id)`id`',
    );

  it(
    'does nothing, whatever files and folders are called',
    withFolder({}, async (cwd) => {
      if (process.platform === 'win32') return;
      const text = spoilt('x');
      for (const [index, name] of names.entries()) {
        mkdirSync(path.join(cwd, name));
        writeFileSync(path.join(cwd, name, `${name}.txt`), index % 2 === 0 ? text : yearBefore(text));
      }
      for (const args of forPeople) {
        const { stdout, stderr } = await nianbao(args, { cwd });
        assert.doesNotMatch(stdout + stderr, driving, args.join(' '));
        assert.doesNotMatch(stdout, /^甲\.txt/mu, 'no name makes up a line');
      }
      for (const args of asIs) {
        const { stdout, stderr } = await nianbao(args, { cwd, isTerminal: true });
        assert.doesNotMatch(stdout.replaceAll('\r\n', '\n'), drivingButTabs, args.join(' '));
        assert.doesNotMatch(stderr, driving, args.join(' '));
      }
      for (const each of names) {
        for (const args of [
          ['check', each],
          ['check', '--', `${each}.nothing`],
          ['export', '--out', each, 'nothing'],
          [each],
        ])
          await name(async () => {
            const { stdout, stderr } = await nianbao(args, { cwd });
            assert.doesNotMatch(stdout + stderr, driving, args.join(' '));
            assert.ok(stderr.split('\n').length <= 2 || args[0] === 'check', stderr);
          });
      }
    }),
  ).timeout(240_000);

  it(
    'is why a file cannot be opened whose name is not UTF-8',
    withFolder({}, async (cwd) => {
      if (process.platform !== 'linux') return;
      const name = Buffer.concat([
        Buffer.from(`${cwd}/`),
        Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]),
        Buffer.from('.txt'),
      ]);
      writeFileSync(name, reportText());
      for (const operand of ['.', '\ufffd\ufffd\ufffd\ufffd.txt']) {
        const { status, stderr } = await nianbao(['check', operand], { cwd });
        assert.equal(status, 2);
        assert.match(stderr, /文件名不是 UTF-8，打不开；请先改名/u);
      }
    }),
  );
});
