import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statfsSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bytesOf, readArchive } from '../../server/documents/containers/zip';
import { docxOf } from '../core/support/layouts/docx';
import { mapRows, sheetOf } from '../core/support/layouts/sheet';
import { randomOf } from '../core/support/random';
import { trial } from '../core/support/trial';
import { zip } from '../core/support/zip';
import { reportText, withFolder } from './nianbao';

// The bundle that people run; the build comes before the tests.
const cli = path.resolve('dist/cli.js');
const crashing = pathToFileURL(path.resolve('test/cli/crashing.mjs')).href;
const name = '甲.docx';
const args = [cli, 'fix', '--figures', '--write', name];

const right = sheetOf(4, 30);
/** A report with one wrong total. */
const wrong = mapRows(right, (row) =>
  row === right.rows.applications[2] ? { ...row, cells: [...row.cells.slice(0, -1), '940'] } : row,
);

/** It as a document with so many pictures that writing it takes its time. */
function heavy(): Uint8Array {
  const archive = readArchive(docxOf(wrong));
  const random = randomOf(1);
  return zip({
    ...Object.fromEntries(archive.entries.map((entry) => [entry.name, bytesOf(archive, entry, 1e7)])),
    'word/media/image2.bin': Uint8Array.from({ length: 4_000_000 }, () => 256 * random()),
  });
}

const old = heavy();

const crash = trial(
  'fix --write 停在改动磁盘的任何一步、写到一半的任何一处：文件还是旧的，或者已是新的，没有一半的',
);
const kill = trial('fix --write 正写着几 MB 的 Word 文档时被杀掉：文件还是旧的，或者已是新的，没有一半的');
const fill = trial('fix --write 时磁盘写满：文件还是旧的，旁边不留东西');

/** What may be left beside a file. */
const unfinished = /^\.nianbao-[0-9a-f]{8}\.tmp$/u;

/** Takes away what is left beside `name`, and answers how much that was; throws where it is anything but unfinished. */
function tidied(cwd: string, name: string): number {
  const others = readdirSync(cwd).filter((each) => each !== name);
  assert.ok(
    others.every((each) => unfinished.test(each)),
    others.join(),
  );
  for (const each of others) rmSync(path.join(cwd, each));
  return others.length;
}

/** Ends a program, without a word, some instant after something has happened to a file that `isSign` names; answers when it has ended. */
function killed(
  child: ChildProcess,
  cwd: string,
  { isSign, delayMs }: { readonly isSign: (file: string) => boolean; readonly delayMs: number },
): Promise<void> {
  const watcher = watch(cwd, (_, file) => {
    if (file === null || !isSign(file)) return;
    if (delayMs === 0) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  return new Promise((resolve) =>
    child.on('close', () => {
      watcher.close();
      resolve();
    }),
  );
}

describe('a file that is being written', () => {
  before(() => assert.ok(existsSync(cli), 'npm run build comes first'));

  const files = {
    '甲.txt': Buffer.from(reportText({ '五、存在的': '四、存在的' })),
    '甲.docx': docxOf(wrong),
  };
  for (const [name, old] of Object.entries(files)) {
    it(
      `is the old one or the new one at every step (${path.extname(name)})`,
      withFolder({ [name]: old }, async (cwd) => {
        const file = path.join(cwd, name);
        const args = [cli, 'fix', '--figures', '--write', name];
        assert.equal(spawnSync(process.execPath, args, { cwd }).status, 0);
        const after = readFileSync(file);
        assert.ok(!after.equals(old));
        const ends = { old: 0, new: 0, unfinished: 0 };
        let signal: NodeJS.Signals | null = 'SIGKILL';
        for (let step = 0; signal === 'SIGKILL'; step++) {
          writeFileSync(file, old);
          const env = { ...process.env, CRASH_AT: String(step) };
          ({ signal } = spawnSync(process.execPath, ['--import', crashing, ...args], { cwd, env }));
          if (!signal) break;
          crash(() => {
            const left = readFileSync(file);
            assert.ok(left.equals(old) || left.equals(after), `step ${step}`);
            ends[left.equals(after) ? 'new' : 'old']++;
            ends.unfinished += tidied(cwd, name);
          });
        }
        assert.equal(signal, null);
        assert.ok(readFileSync(file).equals(after), 'it comes to its end at last');
        assert.ok(ends.unfinished >= 3, 'before, within and behind the bytes');
        assert.ok(ends.old > ends.unfinished && ends.new > 0, 'before the first and behind the last step');
      }),
    ).timeout(240_000);
  }

  it(
    'is the old one or the new one, whenever the program is killed',
    withFolder({ [name]: old }, async (cwd) => {
      const file = path.join(cwd, name);
      assert.equal(spawnSync(process.execPath, args, { cwd }).status, 0);
      const after = readFileSync(file);
      assert.ok(!after.equals(old));
      const random = randomOf(3);
      for (let run = 0; run < 6; run++) {
        writeFileSync(file, old);
        // Some instant after it has begun to write beside the file, or as soon as anything happens to the file itself.
        const sign =
          run % 2 === 0
            ? { isSign: (each: string) => unfinished.test(each), delayMs: 100 * random() ** 3 }
            : { isSign: (each: string) => each === name, delayMs: 0 };
        await kill(async () => {
          await killed(spawn(process.execPath, args, { cwd, stdio: 'ignore' }), cwd, sign);
          const left = readFileSync(file);
          assert.ok(left.equals(old) || left.equals(after), `run ${run}`);
        });
        tidied(cwd, name);
      }
    }),
  ).timeout(240_000);

  it(
    'is the old one where the disk takes no more',
    withFolder({ [name]: old }, async (cwd) => {
      if (process.platform === 'win32') return;
      // What a program may write into a file is used up like a disk.
      const command = 'ulimit -f 2000 && exec "$@"';
      const { status, stderr } = spawnSync('sh', ['-c', command, 'sh', process.execPath, ...args], {
        cwd,
        encoding: 'utf8',
      });
      fill(() => {
        assert.equal(status, 2);
        assert.equal(stderr, 'nianbao: 甲.docx：文件太大，写不下\n');
        assert.ok(readFileSync(path.join(cwd, name)).equals(old));
        assert.deepEqual(readdirSync(cwd), [name]);
      });
    }),
  );

  it(
    'is the old one where the file system is full',
    withFolder({ 'full/keep': '' }, async (cwd) => {
      const folder = path.join(cwd, 'full');
      // Only where a file system of our own can be had; where not, the limit above stands for it.
      const isOwn = mounted(folder);
      try {
        writeFileSync(path.join(folder, name), old);
        const room = isOwn ? old.length / 2 : 0;
        if (isOwn) fillUp(folder, room);
        const shell = isOwn ? 'exec "$@"' : 'ulimit -f 2000 && exec "$@"';
        const { status, stderr } = spawnSync('sh', ['-c', shell, 'sh', process.execPath, ...args], {
          cwd: folder,
          encoding: 'utf8',
        });
        fill(() => {
          assert.equal(status, 2);
          const reason = isOwn ? '磁盘已满' : '文件太大，写不下';
          assert.equal(stderr, `nianbao: 甲.docx：${reason}\n`);
          assert.ok(readFileSync(path.join(folder, name)).equals(old));
          assert.ok(!readdirSync(folder).some((each) => unfinished.test(each)));
        });
      } finally {
        if (isOwn) execFileSync('sh', ['-c', 'umount "$0"', folder]);
      }
    }),
  );
});

/** Puts a small file system on a folder; false where that is not allowed here. */
const mounted = (folder: string): boolean =>
  spawnSync('sh', ['-c', 'mount -t tmpfs -o size=16m tmpfs "$0"', folder]).status === 0;

/** Fills a file system up to so many bytes. */
function fillUp(folder: string, room: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(path.join(folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
}
