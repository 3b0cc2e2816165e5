import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../server/lsp/machine/disk';
import { createSweeper, makeFolder, writeWhole } from '../../server/workspace/write';
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
      await assert.rejects(writeWhole(path.join(folder, '甲.txt'), '新', folder), /不是普通文件/u);
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
    'keeps the rights of its owner and group, which writing takes from it',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      if (process.platform === 'win32') return;
      const file = path.join(folder, '甲.txt');
      for (const mode of [0o4755, 0o2755, 0o6711, 0o644]) {
        chmodSync(file, mode);
        await writeWhole(file, '新', folder);
        assert.equal(statSync(file).mode & 0o7777, mode);
      }
    }),
  );

  it(
    'leaves a file to whom it belongs',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      // Only who may do all can be somebody else for a while.
      if (!canBeAnother) return;
      const file = path.join(folder, '甲.txt');
      chmodSync(file, 0o666);
      chmodSync(folder, 0o777);
      chownSync(file, 0, another);
      await asAnother(() => assert.rejects(writeWhole(file, '新', folder), /属于别的用户/u));
      chownSync(file, another, 0);
      await asAnother(() => assert.rejects(writeWhole(file, '新', folder), /属于别的用户或用户组/u));
      assert.deepEqual(readdirSync(folder), ['甲.txt']);
      assert.equal(readFileSync(file, 'utf8'), '旧');
      chownSync(file, another, another);
      await writeWhole(file, '新', folder);
      const { uid, gid } = statSync(file);
      assert.deepEqual({ uid, gid }, { uid: another, gid: another });
    }),
  );

  it(
    'leaves what may not be written, and says why',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      const file = path.join(folder, '甲.txt');
      const isRefused = () => assert.rejects(writeWhole(file, '新', folder), { code: 'EACCES' });
      if (canBeAnother) for (const each of [file, folder]) chownSync(each, another, another);
      chmodSync(file, 0o444);
      await asAnother(isRefused);
      chmodSync(file, 0o644);
      chmodSync(folder, 0o555);
      await asAnother(isRefused);
      chmodSync(folder, 0o755);
      assert.deepEqual(readdirSync(folder), ['甲.txt']);
      assert.equal(readFileSync(file, 'utf8'), '旧');
    }),
  );

  it(
    'makes no folder where a link leads out',
    withFolder({ '内/甲.txt': '旧', '外/乙.txt': '旧' }, async (folder) => {
      const within = path.join(folder, '内');
      for (const [name, target] of [
        ['旁', path.join(folder, '外')],
        ['上', folder],
      ] as const) {
        symlinkSync(target, path.join(within, name), 'junction');
        await assert.rejects(makeFolder(path.join(within, name, '新/里'), within), /通向文件夹之外/u);
        assert.ok(!existsSync(path.join(target, '新')));
      }
      await makeFolder(path.join(within, '新/里'), within);
      assert.deepEqual(readdirSync(path.join(within, '新')), ['里']);
    }),
  );

  it(
    'keeps no file open',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      const open = (): number => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
      const before = open();
      for (let time = 0; time < 20; time++) await writeWhole(path.join(folder, '甲.txt'), '新', folder);
      assert.ok(open() < before + 20);
    }),
  );

  it(
    'takes away its own file, where a run was killed before it was done',
    withFolder({}, async (folder) => {
      let left: readonly string[] = [];
      const stop = async (): Promise<void> => {
        left = readdirSync(folder);
        throw new Error('killed');
      };
      await assert.rejects(writeWhole(path.join(folder, '甲.txt'), '新', folder, stop));
      assert.equal(left.length, 1);
      for (const name of left) {
        writeFileSync(path.join(folder, name), '新');
        utimesSync(path.join(folder, name), 0, 0);
      }
      await createSweeper()(folder);
      assert.deepEqual(readdirSync(folder), []);
    }),
  );

  it(
    'takes away what a run left there that was killed, and nothing else',
    withFolder(
      {
        '.nianbao-0123abcd.tmp': '旧',
        '.nianbao-89abcdef.tmp': '新',
        '.nianbao-mine.tmp': '旧',
        '.nianbao-0123abcd.tmp.txt': '旧',
        '甲.nianbao-0123abcd.tmp': '旧',
      },
      async (folder) => {
        const names = readdirSync(folder).sort();
        const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
        for (const name of names.filter((each) => !each.includes('89abcdef')))
          utimesSync(path.join(folder, name), longAgo, longAgo);
        await createSweeper()(folder);
        await createSweeper()(path.join(folder, '无'));
        assert.deepEqual(
          readdirSync(folder).sort(),
          names.filter((each) => each !== '.nianbao-0123abcd.tmp'),
        );
      },
    ),
  );

  it(
    'is followed by the server too, which takes away what was left there',
    withFolder({ '甲.docx': '旧', '.nianbao-0123abcd.tmp': '旧' }, async (folder) => {
      utimesSync(path.join(folder, '.nianbao-0123abcd.tmp'), 0, 0);
      const file = pathToFileURL(path.join(folder, '甲.docx')).href;
      await disk.replace(file, Buffer.from('旧'), Buffer.from('新'));
      assert.deepEqual(readdirSync(folder), ['甲.docx']);
      assert.equal(readFileSync(path.join(folder, '甲.docx'), 'utf8'), '新');
    }),
  );
});

/** Somebody else, and whether this process may be that for a while. */
const another = 1234;
const canBeAnother = process.getuid?.() === 0;

/** Does something as somebody else, who is in no group but their own; who may not do all does it as they are. */
async function asAnother(act: () => Promise<void>): Promise<void> {
  if (!canBeAnother) return act();
  const groups = process.getgroups?.() ?? [];
  process.setgroups?.([another]);
  process.setegid?.(another);
  process.seteuid?.(another);
  try {
    await act();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
    process.setgroups?.(groups);
  }
}

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
