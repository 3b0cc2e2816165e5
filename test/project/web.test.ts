import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { webBundle, workerBundle } from '../../scripts/web-bundle.mjs';
import { root } from './source';

// What runs in a browser has nothing of Node: the package's own entries, bundled as the build does.

const entries: readonly (BuildOptions & { readonly entryPoints: string[] })[] = [
  { ...webBundle, entryPoints: ['client/web.ts'], external: ['vscode'] },
  { ...workerBundle, entryPoints: ['server/web.ts'] },
  { ...workerBundle, entryPoints: ['server/pdf.ts'] },
  { ...workerBundle, entryPoints: ['server/xls.ts'] },
];

/** What only Node has without an import. */
const globals = /\b(?:Buffer|process|__dirname|__filename)[.[(]|\bset(?:Immediate)\(|\brequire\(/u;

async function bundled(entry: (typeof entries)[number]): Promise<Metafile> {
  const { metafile, warnings } = await build({
    ...entry,
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: 'none',
    metafile: true,
    mainFields: ['module', 'main'],
    loader: { '.md': 'text', '.txt': 'text' },
    logLevel: 'silent',
  });
  assert.deepEqual(warnings, []);
  return metafile;
}

describe('what runs in a browser', () => {
  for (const entry of entries)
    it(`${entry.entryPoints} imports nothing of Node and uses none of its globals`, async () => {
      const { inputs, outputs } = await bundled(entry);
      const outside = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
      assert.deepEqual([...new Set(outside)], entry.external ?? []);
      const own = Object.keys(inputs).filter((file) => /^(?:client|server)\/.*\.ts$/u.test(file));
      assert.ok(own.length > 3);
      assert.deepEqual(
        own.filter((file) => globals.test(readFileSync(`${root}/${file}`, 'utf8'))),
        [],
      );
    });

  it('is what the manifest names, and what starts a process is not offered there', () => {
    const { main, browser, contributes } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    assert.deepEqual([main, browser], ['./dist/client.js', './dist/client-web.js']);
    // Behind a server there are processes, though the window is in a browser.
    for (const { when } of contributes.mcpServerDefinitionProviders)
      assert.equal(when, '!isWeb || remoteName');
  });

  it('opens documents wherever they lie', () => {
    const { contributes } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    assert.doesNotMatch(JSON.stringify(contributes), /resourceScheme == file/u);
  });
});
