// Other programs for documents: LibreOffice and pandoc convert reports, and the tests of test/office read what comes out.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { hasChineseFont, install, onPath } from './debian.mjs';
import { NotRun, start } from './process.mjs';
import { runOfficeTests } from './tests.mjs';

/** Runs the tests; answers mocha's output. Throws where one fails, and `NotRun` where the programs are not here and cannot be had. */
export async function runOffice() {
  const missing = missingPackages();
  if (missing.length > 0) {
    try {
      await install(missing);
    } catch (error) {
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      throw new NotRun(`LibreOffice 和 pandoc 不齐：${reason}`);
    }
  }
  return runOfficeTests();
}

/** What has to be installed, by the names of Debian's packages. */
function missingPackages() {
  const office = onPath(['soffice']);
  return [
    ...(office ? [] : ['libreoffice-writer']),
    ...(office && hasCalc(office) ? [] : ['libreoffice-calc']),
    ...(onPath(['pandoc']) ? [] : ['pandoc']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
}

/** Whether an installed LibreOffice has the part for workbooks, which Debian packs by itself. @param {string} office */
const hasCalc = (office) =>
  process.platform !== 'linux' || existsSync(path.join(path.dirname(realpathSync(office)), 'libsclo.so'));

if (process.argv[1] === import.meta.filename) start(async () => void (await runOffice()));
