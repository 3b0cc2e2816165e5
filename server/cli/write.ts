import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';

/**
 * Puts `bytes` into a file whole or not at all: they are written beside it and take its name when they are safe on the disk, so
 * that the old file is there until the new one is. A link keeps pointing at the file; the file keeps its permissions.
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const target = await fs.realpath(file).catch(() => file);
  const mode = (await fs.stat(target).catch(() => undefined))?.mode;
  // Renaming asks for the folder's permission only; a file that is read-only must stay as it is.
  if (mode !== undefined) await fs.access(target, fs.constants.W_OK);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = await fs.open(beside, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(beside, target);
  } catch (error) {
    await fs.rm(beside, { force: true });
    throw error;
  }
}
