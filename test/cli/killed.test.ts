import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bytesOf, readArchive } from '../../server/documents/zip';
import { docxOf } from '../core/support/layouts/docx';
import { mapRows, sheetOf } from '../core/support/layouts/sheet';
import { randomOf } from '../core/support/random';
import { trial } from '../core/support/trial';
import { zip } from '../core/support/zip';
import { withFolder } from './nianbao';

// The bundle that people run; the build comes before the tests.
const cli = path.resolve('dist/cli.js');
const name = '甲.docx';
const args = [cli, 'fix', '--figures', '--write', name];

/** A document with one wrong total, and so many pictures that writing it takes its time. */
function heavy(): Uint8Array {
  const right = sheetOf(4, 30);
  const wrong = mapRows(right, (row) =>
    row === right.rows.applications[2] ? { ...row, cells: [...row.cells.slice(0, -1), '940'] } : row,
  );
  const archive = readArchive(docxOf(wrong));
  const random = randomOf(1);
  return zip({
    ...Object.fromEntries(archive.entries.map((entry) => [entry.name, bytesOf(archive, entry, 1e7)])),
    'word/media/image2.bin': Uint8Array.from({ length: 4_000_000 }, () => 256 * random()),
  });
}

const old = heavy();

const kill = trial('fix --write 正写着 Word 文档时被杀掉：文件还是旧的，或者已是新的，没有一半的');
const fill = trial('fix --write 时磁盘写满：文件还是旧的，旁边不留东西');

/** Ends a program, without a word, some instant after it has begun to write beside the file; answers when it has ended. */
function killed(child: ChildProcess, cwd: string, delayMs: number): Promise<void> {
  const watcher = watch(cwd, (_, file) => {
    if (file?.endsWith('.tmp')) setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  return new Promise((resolve) =>
    child.on('close', () => {
      watcher.close();
      resolve();
    }),
  );
}

describe('a document that is being written', () => {
  before(() => assert.ok(existsSync(cli), 'npm run build comes first'));

  it(
    'is the old one or the new one, whenever the program is killed',
    withFolder({ [name]: old }, async (cwd) => {
      const file = path.join(cwd, name);
      assert.equal(spawnSync(process.execPath, args, { cwd }).status, 0);
      const after = readFileSync(file);
      assert.ok(!after.equals(old));
      const random = randomOf(3);
      const ends = { old: 0, new: 0, unfinished: 0 };
      for (let run = 0; run < 12; run++) {
        writeFileSync(file, old);
        const delayMs = 100 * random() ** 3;
        const now = await kill(async () => {
          await killed(spawn(process.execPath, args, { cwd, stdio: 'ignore' }), cwd, delayMs);
          const left = readFileSync(file);
          assert.ok(left.equals(old) || left.equals(after), `run ${run}`);
          return left;
        });
        ends[now.equals(after) ? 'new' : 'old']++;
        const others = readdirSync(cwd).filter((each) => each !== name);
        assert.ok(
          others.every((each) => /^\.nianbao-.*\.tmp$/u.test(each)),
          others.join(),
        );
        ends.unfinished += others.length;
        for (const each of others) rmSync(path.join(cwd, each));
      }
      assert.ok(ends.old > 0 && ends.unfinished > 0, 'some were killed while they wrote');
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
});
