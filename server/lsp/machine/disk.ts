import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../workspace/failure';
import { readPlain } from '../../workspace/read-plain';
import { reasonOf } from '../../workspace/reason';
import { leadsOut, writeWhole } from '../../workspace/write';
import type { Files, Listed } from './files';

/** The files of this machine. */
export const disk: Files = {
  list: (folder, enters) => walk(fileURLToPath(folder), '', enters),
  async read(file, folder, most) {
    const full = fileURLToPath(file);
    const stat = await fs.lstat(full);
    if (!stat.isFile() || stat.size > most) return undefined;
    const [real, root] = await Promise.all([fs.realpath(full), fs.realpath(fileURLToPath(folder))]);
    return leadsOut(path.relative(root, real)) ? undefined : readPlain(real, most);
  },
  whole: (file) => readPlain(fileURLToPath(file)),
  async replace(file, before, bytes) {
    const full = await fs.realpath(fileURLToPath(file));
    await writeWhole(full, bytes, path.dirname(full), async () => {
      if (!(await readPlain(full)).equals(before))
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
