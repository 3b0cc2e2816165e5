import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Route } from './routes';

const run = promisify(execFile);

/** How LibreOffice is told to read a file that it would take for something else, by the file's ending. */
const readAs: Readonly<Record<string, string>> = {
  '.txt': 'Text (encoded):UTF8',
  '.html': 'HTML (StarWriter)',
};
/** How LibreOffice calls what it writes, where the ending does not say it. */
const writtenAs: Readonly<Record<string, string>> = {
  'txt html': 'html:HTML (StarWriter)',
  'html docx': 'docx:Office Open XML Text',
  'html pdf': 'pdf:writer_pdf_Export',
};
/** How pandoc calls Markdown. */
const formats: Readonly<Record<string, string>> = { md: 'gfm', txt: 'plain' };

/** Converts files of one ending, each into one of the same name in the folder; `profile` is a folder for the program's own. */
export async function convert(
  { by, to }: Route,
  files: readonly string[],
  folder: string,
  profile: string,
): Promise<void> {
  const ending = path.extname(files[0] ?? '');
  const from = ending.slice(1);
  if (by === 'LibreOffice') {
    const filter = readAs[ending];
    await run('soffice', [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      '--convert-to',
      writtenAs[`${from} ${to}`] ?? to,
      '--outdir',
      folder,
      ...files,
    ]);
    return;
  }
  for (const file of files) {
    const made = path.join(folder, `${path.basename(file, ending)}.${to}`);
    await run('pandoc', [
      '--standalone',
      `--from=${formats[from] ?? from}`,
      `--to=${formats[to] ?? to}`,
      `--output=${made}`,
      file,
    ]);
  }
}
