import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../server/workspace/decode';

/** A report on disk, as bytes and as text. */
export interface ReportFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
}

// The second folder holds real reports and lies beside the repository where there is one.
const folders = ['samples', '../shared/seeds'];

/** The reports to measure with: those of samples, and real ones where a folder of them is at hand. */
export const reports: readonly ReportFile[] = folders
  .filter((folder) => existsSync(folder))
  .flatMap(reportsIn);

function reportsIn(folder: string): ReportFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md|html)$/u.test(name) && name !== 'README.md')
    .sort()
    .flatMap((file) => {
      const bytes = readFileSync(path.join(folder, file));
      const text = decode(bytes)?.text;
      return text === undefined ? [] : [{ file, bytes, text }];
    });
}
