import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonOf } from '../workspace/reason';
import type { Files, Listed } from './files';

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
