import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { readPlain, readStream } from '../../server/workspace/read-plain';
import { nianbao, reportText, withFolder } from './nianbao';

/** Appends to a file whenever this process has nothing else to do, until the work has come to its end. */
async function whileGrowing<T>(file: string, work: () => Promise<T>): Promise<T> {
  let goesOn = true;
  const grow = (): void => {
    if (!goesOn) return;
    appendFileSync(file, '\n附注');
    setImmediate(grow);
  };
  grow();
  try {
    return await work();
  } finally {
    goesOn = false;
  }
}

describe('reading a file', () => {
  it(
    'gives what is in it, and a stream up to its end',
    withFolder({ '甲.txt': '年报', '空.txt': '' }, async (cwd) => {
      assert.equal(String(await readPlain(path.join(cwd, '甲.txt'))), '年报');
      assert.equal(String(await readPlain(path.join(cwd, '空.txt'))), '');
      async function* stream() {
        yield Buffer.from('年');
        yield Buffer.from('报');
      }
      assert.equal(String(await readStream(stream())), '年报');
      await assert.rejects(readStream(stream(), 5), /标准输入超过/u);
    }),
  );

  it(
    'gives nothing of one that is too large, that others write to, or that is none',
    withFolder({ '甲.txt': '年报'.repeat(1_000_000) }, async (cwd) => {
      const file = path.join(cwd, '甲.txt');
      await assert.rejects(readPlain(file, 1024 * 1024), /^Error: 超过 1 MB，没有读取$/u);
      await whileGrowing(file, () => assert.rejects(readPlain(file), /正在被别的程序改写/u));
      assert.match(String(await readPlain(file)), /附注$/u);
      await assert.rejects(readPlain(cwd), /不是普通文件|EISDIR|EPERM/u);
      rmSync(file);
      await assert.rejects(readPlain(file), { code: 'ENOENT' });
      if (process.platform === 'win32') return;
      execFileSync('mkfifo', [file]);
      await assert.rejects(readPlain(file), /不是普通文件/u);
    }),
  );

  it('gives nothing of one that is said to be empty and is not', async () => {
    for (const file of ['/proc/self/status', '/proc/self/maps'].filter(existsSync)) {
      assert.equal(statSync(file).size, 0);
      await assert.rejects(readPlain(file), /不是普通文件，没有读取/u);
    }
  });
});

describe('nianbao on files that others work on', () => {
  it(
    'says which could not be read, and checks the others',
    withFolder({ '甲.txt': reportText(), '乙.txt': reportText() }, async (cwd) => {
      const file = path.join(cwd, '乙.txt');
      const { status, stdout, stderr } = await whileGrowing(file, () => nianbao(['check', '.'], { cwd }));
      assert.equal(status, 2);
      assert.equal(stderr, 'nianbao: 乙.txt：正在被别的程序改写，没有读取；请稍后再试\n');
      assert.match(stdout, /核对 1 份年报.*；1 处未能检查/u);
    }),
  );
});
