import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { createSweeper, writeWhole } from '../../server/workspace/write';
import { withFolder } from './nianbao';

describe('writing a file', () => {
  it(
    'replaces it and leaves nothing beside it',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      await writeWhole(path.join(folder, '甲.txt'), '新', folder);
      await writeWhole(path.join(folder, '乙.txt'), Buffer.from('新'), folder);
      assert.deepEqual(readdirSync(folder).sort(), ['乙.txt', '甲.txt']);
      assert.equal(readFileSync(path.join(folder, '甲.txt'), 'utf8'), '新');
      assert.equal(readFileSync(path.join(folder, '乙.txt'), 'utf8'), '新');
    }),
  );

  it(
    'leaves everything as it was where that fails',
    withFolder({}, async (folder) => {
      mkdirSync(path.join(folder, '甲.txt/内'), { recursive: true });
      await assert.rejects(writeWhole(path.join(folder, '甲.txt'), '新', folder));
      await assert.rejects(writeWhole(path.join(folder, '无/乙.txt'), '新', folder));
      assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), [
        '甲.txt',
        path.join('甲.txt', '内'),
      ]);
    }),
  );

  it(
    'asks at the last moment whether it may, and takes a name as long as names can be',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      const file = path.join(folder, '甲.txt');
      const changed = async (target: string): Promise<void> => {
        assert.equal(readFileSync(target, 'utf8'), '旧');
        throw new Error('changed meanwhile');
      };
      await assert.rejects(writeWhole(file, '新', folder, changed), /changed meanwhile/);
      assert.deepEqual(readdirSync(folder), ['甲.txt']);
      const long = path.join(folder, `${'a'.repeat(251)}.txt`);
      await writeWhole(long, '新', folder);
      assert.equal(readFileSync(long, 'utf8'), '新');
    }),
  );

  it(
    'keeps what else is noted about it',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      const file = path.join(folder, '甲.txt');
      chmodSync(file, 0o640);
      const noted = attribute('set', file);
      const before = notesOf(file);
      assert.deepEqual(before, { mode: before.mode, noted });
      await writeWhole(file, '新', folder);
      assert.equal(readFileSync(file, 'utf8'), '新');
      assert.deepEqual(notesOf(file), before);
    }),
  );

  it(
    'leaves a file to whom it belongs',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      // Only who may do all can be somebody else for a while.
      if (process.getuid?.() !== 0) return;
      const file = path.join(folder, '甲.txt');
      chmodSync(file, 0o666);
      chmodSync(folder, 0o777);
      process.seteuid?.(1234);
      try {
        await assert.rejects(writeWhole(file, '新', folder), /属于别的用户/u);
      } finally {
        process.seteuid?.(0);
      }
      assert.deepEqual(readdirSync(folder), ['甲.txt']);
      assert.equal(readFileSync(file, 'utf8'), '旧');
      chownSync(file, 1234, 1234);
      await writeWhole(file, '新', folder);
      const { uid, gid } = statSync(file);
      assert.deepEqual({ uid, gid }, { uid: 1234, gid: 1234 });
    }),
  );

  it(
    'takes away what a run left there that was killed, and nothing else',
    withFolder(
      {
        '.nianbao-0123abcd.tmp': '旧',
        '.nianbao-89abcdef.tmp': '新',
        '.nianbao-mine.tmp': '旧',
        '甲.nianbao-0123abcd.tmp': '旧',
      },
      async (folder) => {
        const names = readdirSync(folder).sort();
        const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
        for (const name of names.filter((each) => !each.includes('89abcdef')))
          utimesSync(path.join(folder, name), longAgo, longAgo);
        await createSweeper()(folder);
        assert.deepEqual(
          readdirSync(folder).sort(),
          names.filter((each) => each !== '.nianbao-0123abcd.tmp'),
        );
      },
    ),
  );
});

/** The numbers of the system's calls that set and read an extended attribute, for which Node has no functions. */
const calls: Readonly<Record<string, readonly [set: number, get: number]>> = {
  x64: [188, 191],
  arm64: [5, 8],
};

/** Has the system set or read an attribute of a file; undefined where it knows none. */
function attribute(how: 'set' | 'get', file: string): string | undefined {
  const [set, get] = calls[process.arch] ?? [];
  if (process.platform !== 'linux' || set === undefined) return undefined;
  const script = `my ($f, $n, $v) = ($ARGV[0], 'user.nianbao', ${how === 'set' ? "'noted'" : '"\\0" x 5'});
    syscall(${how === 'set' ? set : get}, $f, $n, $v, 5, 0) >= 0 and print $v`;
  return execFileSync('perl', ['-e', script, file], { encoding: 'utf8' });
}

const notesOf = (file: string) => ({ mode: statSync(file).mode, noted: attribute('get', file) });
