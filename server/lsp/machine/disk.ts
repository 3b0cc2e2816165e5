import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import { writeWhole } from '../../workspace/write';
import type { Files, Listed } from './files';

/** With its pictures a report may be large; one that is larger is something else. */
const mostBytes = 256 * 1024 * 1024;

/** The files of this machine. */
export const disk: Files = {
  list: (folder, enters) => walk(fileURLToPath(folder), '', enters),
  async read(file, folder, most) {
    const full = fileURLToPath(file);
    const stat = await fs.lstat(full);
    if (!stat.isFile() || stat.size > most) return undefined;
    const [real, root] = await Promise.all([fs.realpath(full), fs.realpath(fileURLToPath(folder))]);
    const from = path.relative(root, real);
    return from.startsWith('..') || path.isAbsolute(from) ? undefined : fs.readFile(real);
  },
  async whole(file) {
    const full = fileURLToPath(file);
    if ((await fs.stat(full)).size > mostBytes) throw new Failure('这个文件太大，没有读取');
    return fs.readFile(full);
  },
  async replace(file, before, bytes) {
    const full = await fs.realpath(fileURLToPath(file));
    await writeWhole(full, bytes, path.dirname(full), async () => {
      if (!(await fs.readFile(full)).equals(before))
        throw new Failure('文件刚才被别的程序改过，没有写入；请重新打开后再改');
    });
  },
};

async function* walk(
  root: string,
  below: string,
  enters: (below: string) => boolean,
): AsyncGenerator<Listed> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(path.join(root, below), { withFileTypes: true });
  } catch (error) {
    yield { below, reason: reasonOf(error) };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) yield { below: inside };
    else if (entry.isDirectory() && enters(inside)) yield* walk(root, inside, enters);
  }
}
