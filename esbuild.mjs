// Bundles the extension, the language server and the command line into a file each. `--metafile` prints what went into
// them, `--debug` leaves them readable and adds source maps.
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { analyzeMetafile, build } from 'esbuild';
import { root } from './scripts/process.mjs';

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
  { entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

const built = await Promise.all(bundles.map((bundle) => build({ ...common, ...bundle })));
const metafiles = built.flatMap(({ metafile }) => metafile ?? []);
await writeFile(path.join(root, 'dist/NOTICE.txt'), await notice(metafiles));

for (const metafile of metafiles) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    console.log(`${file.padEnd(16)} ${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
  if (process.argv.includes('--metafile')) console.log(await analyzeMetafile(metafile));
}

/**
 * The licences of the packages that went into the bundles, as these ask for.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
async function notice(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(
    inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const texts = await Promise.all([...folders].sort().map(licence));
  // The same package may lie twice in node_modules.
  return `${[...new Set(texts)].join('\n')}`;
}

/** @param {string} folder */
async function licence(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  );
  // Some packages tell in a file of its own what they have from others.
  const files = (await readdir(path.join(root, folder), { withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|notice|third.?party)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  const text = files.map((file) => readFileSync(path.join(root, folder, file), 'utf8').trim()).join('\n\n');
  return `${name} ${version} (${license})\n\n${text}\n\n${'-'.repeat(80)}\n`;
}
