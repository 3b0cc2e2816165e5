// Runs tests of test/e2e in VS Code in a browser alone, without Node and without a disk, with the extension as it is packaged; the exit
// status is that of the tests.
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { packageExtension, packagePath } from './package.mjs';
import { root, start, temporaryDir } from './process.mjs';
import { runSuites } from './suites.mjs';
import { webBundle } from './web-bundle.mjs';
import { startWebHost } from './web-host.mjs';

/** What runs in a browser of the extension's package. */
const RUN = ['client-web', 'pdf', 'server-web', 'xls'].map((name) => `dist/${name}.js`);
const TESTS = path.join(root, 'dist/test/web');

start(async () => {
  const vsix = process.argv.includes('--packaged') ? packagePath() : await packageExtension();
  await buildTests();
  const host = await startWebHost({ dataDir: temporaryDir('web'), vsix, tests: TESTS });
  const suites = { folder: 'memfs:/年报', extension: TESTS, tests: path.join(TESTS, 'index.js') };
  for (const language of ['zh-cn', 'en']) await runSuites(host, { ...suites, language });
  holdServed(host.served);
  process.exit(0);
});

/** Throws where the extension had something else of its package run than what is for browsers. @param {ReadonlySet<string>} served */
function holdServed(served) {
  // The preview's script runs in a page, which need not be drawn.
  const run = [...served].filter((file) => file.endsWith('.js') && file !== 'dist/preview.js').sort();
  if (run.join() !== RUN.join()) throw new Error(`浏览器里运行了 ${run.join('、')}，应是 ${RUN.join('、')}`);
}

async function buildTests() {
  await build({
    absWorkingDir: root,
    bundle: true,
    entryPoints: ['test/e2e/web/index.ts', 'test/e2e/web/extension.ts'],
    outdir: TESTS,
    ...webBundle,
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/e2e/web/assert.ts' },
    // Mocha, which takes itself for the whole file, puts itself in the place of what is exported.
    footer: { js: 'module.exports = typeof run === "function" ? { run } : module.exports;' },
    mainFields: ['module', 'main'],
    charset: 'utf8',
    loader: { '.md': 'text', '.txt': 'text', '.pdf': 'binary', '.doc': 'binary' },
    logLevel: 'warning',
  });
  mkdirSync(TESTS, { recursive: true });
  copyFileSync(path.join(root, 'test/e2e/web/package.json'), path.join(TESTS, 'package.json'));
}
