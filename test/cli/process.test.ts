import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis';
import { exportReport } from '../../server/export/json';
import { reportText, withFolder } from './nianbao';

// The bundle that people run; the build comes before the tests.
const cli = path.resolve('dist/cli.js');
const report = reportText({ '（七）总计\t\t0': '（七）总计\t\t4' });

const nianbao = (args: readonly string[], input?: string | Uint8Array, cwd = '.') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the nianbao program', () => {
  before(() => assert.ok(existsSync(cli), 'npm run build comes first'));

  it('is a script', () => {
    assert.match(readFileSync(cli, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('reads standard input and writes the bytes that the library exports', () => {
    assert.deepEqual(nianbao(['export', '-'], report), {
      status: 0,
      stdout: exportReport(analyze(report)),
      stderr: '',
    });
  });

  it(
    'ends with the status of what it found, and writes lines',
    withFolder({ '甲 乙.txt': report }, async (cwd) => {
      const { status, stdout, stderr } = nianbao(['check', '甲 乙.txt'], undefined, cwd);
      assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
      assert.match(stdout, /^甲 乙\.txt:\d+:\d+ 错误 /);
      assert.ok(!stdout.includes('\x1b'), 'a pipe gets no colours');
    }),
  );

  it('reads no device and no pipe, which need not end, and no pattern longer than a path', () => {
    for (const [argument, reason] of [
      ...['/dev/zero'].filter(existsSync).map((device) => [device, '不是普通文件'] as const),
      [`${'a'.repeat(70_000)}*`, '通配符太长（超过 1000 字）'],
      ['a'.repeat(70_000), '路径太长'] as const,
    ]) {
      const { status, stderr } = nianbao(['check', argument]);
      assert.equal(status, 2);
      assert.ok(stderr.includes(reason) && stderr.split('\n').length === 2, stderr.slice(-200));
      assert.ok(stderr.length < 1_500, 'nobody reads a name of 70,000 characters');
    }
  });

  it('says in a line that its folder was deleted, and reads no other', () => {
    if (process.platform === 'win32') return; // there a folder in use cannot be
    const gone = `cd "$(mktemp -d)" && rmdir "$PWD" && exec "$0" "$1" check .`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', gone, process.execPath, cli], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^nianbao: 当前文件夹：[^\n]+\n$/u);
  });

  it('says in a line that its output could not be written', () => {
    for (const device of ['/dev/full'].filter(existsSync)) {
      const full = openSync(device, 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '-'], {
        input: report,
        encoding: 'utf8',
        stdio: ['pipe', full, 'pipe'],
      });
      closeSync(full);
      assert.equal(status, 2);
      assert.equal(stderr, 'nianbao: 标准输出：磁盘已满，结果没有写完\n');
    }
  });

  it('answers by its status where not even that can be said', () => {
    for (const device of ['/dev/full'].filter(existsSync)) {
      const full = openSync(device, 'w');
      const { status } = spawnSync(process.execPath, [cli, 'check', '没有.txt'], {
        stdio: ['ignore', 'ignore', full],
      });
      closeSync(full);
      assert.equal(status, 2);
    }
  });

  it('reads standard input no further than a file may be large', () => {
    for (const device of ['/dev/zero'].filter(existsSync)) {
      const endless = openSync(device, 'r');
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '-'], {
        encoding: 'utf8',
        stdio: [endless, 'pipe', 'pipe'],
      });
      closeSync(endless);
      assert.equal(status, 2);
      assert.equal(stderr, 'nianbao: -：标准输入超过 256 MB，没有读取\n');
    }
  });

  it('takes no folder that stands as standard input for an empty report', () => {
    if (process.platform === 'win32') return;
    const folder = openSync('.', 'r');
    for (const args of [
      ['check', '-'],
      ['export', '-'],
      ['check', '--stdin', 'ndjson'],
      ['check', '--files-from', '-'],
    ]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
        encoding: 'utf8',
        stdio: [folder, 'pipe', 'pipe'],
      });
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^nianbao: [^\n]*：是文件夹[^\n]*\n$/u);
    }
    closeSync(folder);
  });

  it(
    'takes no list of agencies from what need not end',
    withFolder({ '甲.txt': report }, async (cwd) => {
      if (process.platform === 'win32') return;
      execFileSync('mkfifo', [path.join(cwd, '管')]);
      for (const list of ['管', '/dev/zero']) {
        const { status, stderr } = nianbao(['check', '--parts', list, '甲.txt'], undefined, cwd);
        assert.equal(status, 2);
        assert.equal(stderr, `nianbao: ${list}：不是普通文件，没有读取\n`);
      }
    }),
  );

  it(
    'goes on behind no list of what was done that need not end',
    withFolder({ '甲.txt': report }, async (cwd) => {
      if (process.platform === 'win32') return;
      execFileSync('mkfifo', [path.join(cwd, '管')]);
      for (const done of ['管', '/dev/zero', '.']) {
        const { status, stdout, stderr } = nianbao(['export', '--skip-done', done, '甲.txt'], undefined, cwd);
        assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
        assert.equal(stderr, `nianbao: ${done}：不是普通文件，没有读取\n`);
      }
    }),
  );

  it('shows no mark that turns the direction of what it says', () => {
    const name = '\u202e甲\u2066.txt';
    const { stderr } = nianbao(['check', name]);
    assert.equal(stderr, 'nianbao:  甲 .txt：没有这个文件或文件夹\n');
  });

  it('says what it cannot do in one line', () => {
    assert.deepEqual(nianbao(['check', '--strict']), {
      status: 2,
      stdout: '',
      stderr: 'nianbao: 没有选项 --strict\n',
    });
  });

  it('shows the page of every rule that it lists', () => {
    const { stdout } = nianbao(['rules']);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');
    assert.ok(ids.includes('flow-balance') && ids.includes('missing-section'));
    for (const id of ['flow-balance', 'missing-section']) {
      const page = nianbao(['rules', id]);
      assert.equal(page.status, 0);
      assert.ok(page.stdout.startsWith(`## ${id}\n`) && page.stdout.length > 200);
    }
  });

  it('is quiet when its reader has seen enough, and does not say that all was well', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, report]));
    await withFolder(files, async (cwd) => {
      const child = spawn(process.execPath, [cli, 'export', '.'], { cwd });
      const errors: Buffer[] = [];
      child.stderr.on('data', (chunk) => errors.push(chunk));
      child.stdout.once('data', () => child.stdout.destroy());
      const code = await new Promise((resolve) => child.on('close', resolve));
      assert.equal(Buffer.concat(errors).toString(), '');
      assert.equal(code, 2);
    })();
  }).timeout(20_000);

  it('serves an editor over standard input and output', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    };
    const body = JSON.stringify(message);
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const chunk of child.stdout) {
      answer += chunk;
      if (answer.includes('"capabilities"')) break;
    }
    child.kill();
    assert.match(answer, /^Content-Length: \d+\r\n/);
    assert.match(answer, /"id":1/);
  }).timeout(20_000);
});
