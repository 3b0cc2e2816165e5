// Bundles the extension, the language server and the command line into a file each. `--metafile` prints what went into
// them, `--debug` leaves them readable and adds source maps.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { analyzeMetafile, build } from 'esbuild';
import { root } from './scripts/process.mjs';
import { shippedIn, shippedList } from './scripts/shipped.mjs';

const debug = process.argv.includes('--debug');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some packages name a UMD main that cannot be bundled; their ES modules can.
  mainFields: ['module', 'main'],
  charset: 'utf8',
  loader: { '.md': 'text', '.txt': 'text' },
  minify: !debug,
  sourcemap: debug,
  legalComments: 'none', // dist/NOTICE.txt carries the licences
  metafile: true,
  logLevel: 'warning',
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: ['client/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    entryPoints: ['client/webview/preview.ts'],
    outfile: 'dist/preview.js',
    platform: 'browser',
    format: 'iife',
  },
  { entryPoints: ['server/main.ts'], outfile: 'dist/server.js' },
  { entryPoints: ['server/pdf.ts'], outfile: 'dist/pdf.js' },
  { entryPoints: ['server/xls.ts'], outfile: 'dist/xls.js' },
  { entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

const built = await Promise.all(bundles.map((bundle) => build({ ...common, ...bundle })));
const metafiles = built.flatMap(({ metafile }) => metafile ?? []);
const { packages, notice } = shippedIn(metafiles);
await writeFile(path.join(root, 'dist/NOTICE.txt'), notice);
await writeFile(shippedList, `${JSON.stringify(packages, null, 2)}\n`);

for (const metafile of metafiles) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    console.log(`${file.padEnd(16)} ${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
  if (process.argv.includes('--metafile')) console.log(await analyzeMetafile(metafile));
}
