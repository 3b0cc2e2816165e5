import assert from 'node:assert/strict';
import manifest from '../../package.json';
import { commands } from '../../server/cli/arguments/commands';
import { nianbao } from './nianbao';

/** Mistakes of the caller, and what the one line on standard error has to name. */
const mistakes: readonly (readonly [line: string, named: string])[] = [
  ['audit a.txt', 'audit'],
  ['constructor', 'constructor'],
  ['--strict', '--strict'],
  ['help audit', 'audit'],
  ['help check fix', 'fix'],
  ['-x', '-x'],
  ['check --strict a.txt', '--strict'],
  ['check -x a.txt', '-x'],
  ['check --write a.txt', '--write'],
  ['check a.txt --format', '--format'],
  ['check --format --fail-on never a.txt', '--format'],
  ['check --format=xml a.txt', 'xml'],
  ['check --fail-on hint a.txt', 'hint'],
  ['export --out', '--out'],
  ['export --out=', '--out'],
  ['fix --write=yes a.txt', '--write'],
  ['export --flat --long a.txt', '--flat'],
  ['export --flat --spans a.txt', '--spans'],
  ['export --long --to html a.txt', '--to html'],
  ['export --spans --to csv a.txt', '--to csv'],
  ['export --spans --schema 1 a.txt', '--schema 1'],
  ['export --stdin ndjson a.txt', '--stdin ndjson'],
  ['export --stdin ndjson --out b', '--out'],
  ['export --skip-done a.jsonl --to csv a.txt', '--skip-done'],
  ['export --skip-done a --out b a.txt', '--skip-done'],
  ['check --rules row-total=loud a.txt', 'row-total'],
  ['check --files-from no-such-list', 'no-such-list'],
  ['check', '文件'],
  ['export --out folder', '文件'],
  ['fix', '文件'],
  ['fix --write -', '--write'],
  ['rules row-total flow-balance', 'flow-balance'],
  ['rules no-such-rule', 'no-such-rule'],
  ['lsp', '--stdio'],
  ['lsp --stdio extra', 'extra'],
  ['lsp --node-ipc', '--node-ipc'],
  ['check no-such-file.txt', 'no-such-file.txt'],
  ['check no-such-folder/*.txt', 'no-such-folder'],
];

describe('the command line', () => {
  for (const [line, named] of mistakes) {
    it(`names ${named} and ends with 2 on: nianbao ${line}`, async () => {
      const { status, stdout, stderr, served } = await nianbao(line.split(' '));
      assert.equal(status, 2);
      assert.equal(served, false);
      assert.match(stderr, /^nianbao: [^\n]+\n$/);
      assert.ok(stderr.includes(named), stderr);
      assert.equal(stdout, '');
    });
  }

  for (const line of ['', '--help', '-h']) {
    it(`lists all commands on: nianbao ${line}`, async () => {
      const { status, stdout, stderr } = await nianbao(line.split(' ').filter(Boolean));
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      for (const [name, { help }] of Object.entries(commands)) {
        assert.match(stdout, new RegExp(`^  ${name} .*${help.slice(0, 4)}`, 'm'));
      }
    });
  }

  it('helps as well when help is asked for as a command', async () => {
    assert.equal((await nianbao(['help'])).stdout, (await nianbao(['--help'])).stdout);
    assert.equal((await nianbao(['help', 'check'])).stdout, (await nianbao(['check', '--help'])).stdout);
  });

  for (const [name, { options }] of Object.entries(commands)) {
    it(`lists all options on: nianbao ${name} --help`, async () => {
      const { status, stdout, stderr } = await nianbao([name, '--help']);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      for (const option of Object.keys(options)) assert.match(stdout, new RegExp(`^  --${option}\\b`, 'm'));
    });
  }

  it('says its version', async () => {
    assert.deepEqual(await nianbao(['--version']), {
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
      served: false,
    });
  });

  it('starts the server and leaves it running', async () => {
    assert.deepEqual(await nianbao(['lsp', '--stdio']), {
      status: undefined,
      stdout: '',
      stderr: '',
      served: true,
    });
  });

  it('takes what follows -- for a path, whatever it looks like', async () => {
    const { status, stderr } = await nianbao(['check', '--', '--format']);
    assert.equal(status, 2);
    assert.match(stderr, /^nianbao: --format：没有这个文件/);
  });
});
