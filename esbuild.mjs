// Bundles the extension and the language server, for Node and for browsers, and the command line into a file each. `--metafile` prints what went into
// them, `--debug` leaves them readable and adds source maps.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { analyzeMetafile, build } from 'esbuild';
import { root } from './scripts/process.mjs';
import { shippedIn, shippedList } from './scripts/shipped.mjs';
import { writeCatalogues } from './scripts/tongues/catalogues.mjs';
import { webBundle, workerBundle } from './scripts/web-bundle.mjs';

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

/**
 * The SDK of the Model Context Protocol carries a validator of schemas in it, without its licence, for questions to users that we do not
 * ask; nobody comes here for it.
 * @type {import('esbuild').Plugin}
 */
const withoutValidator = {
  name: 'without-validator',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'none',
    }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({
      contents:
        "export { default as process } from 'node:process'; export class DefaultJsonSchemaValidator {}",
    }));
  },
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: ['client/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...webBundle, entryPoints: ['client/web.ts'], outfile: 'dist/client-web.js', external: ['vscode'] },
  { ...workerBundle, entryPoints: ['client/webview/preview.ts'], outfile: 'dist/preview.js' },
  { entryPoints: ['server/main.ts'], outfile: 'dist/server.js' },
  { ...workerBundle, entryPoints: ['server/web.ts'], outfile: 'dist/server-web.js' },
  { ...workerBundle, entryPoints: ['server/pdf.ts'], outfile: 'dist/pdf.js' },
  { ...workerBundle, entryPoints: ['server/xls.ts'], outfile: 'dist/xls.js' },
  { entryPoints: ['server/mcp.ts'], outfile: 'dist/mcp.js', plugins: [withoutValidator] },
  { entryPoints: ['server/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

writeCatalogues('dist');
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
