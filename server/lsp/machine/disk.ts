import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { readPlain } from '../../workspace/read-plain';
import { reasonOf } from '../../workspace/reason';
import { createSweeper, leadsOut, writeWhole } from '../../workspace/write';
import { type Files, type Inside, walk } from './files';

const sweep = createSweeper();

/** The files of this machine. */
export const disk: Files = {
  reaches: (uri) => uri.startsWith('file:'),
  list(folder, enters) {
    const root = fileURLToPath(folder);
    return walk((below) => insideOf(path.join(root, below)), enters);
  },
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
    await sweep(path.dirname(full));
    await writeWhole(full, bytes, path.dirname(full), async () => {
      if (!(await readPlain(full)).equals(before))
        throw new Failure(say`文件刚才被别的程序改过，没有写入；请重新打开后再改`);
    });
  },
  async put(file, bytes) {
    const full = fileURLToPath(file);
    const folder = path.dirname(full);
    await sweep(folder);
    await writeWhole(full, bytes, folder);
  },
};

async function insideOf(folder: string): Promise<Inside | string> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    return {
      files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
      folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    };
  } catch (error) {
    return reasonOf(error);
  }
}
