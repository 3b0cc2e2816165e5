// Bundles the tests, each *.test.ts a file in dist/test without the packages of node_modules, and counts their results.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { nodeBundle } from './bundling.mjs';
import { root, run, start, tool } from './process.mjs';

const E2E = 'test/e2e/';

/**
 * Builds the tests that run inside VS Code, and what runs them there. Throws where there is none.
 * @param {readonly string[]} [parts] only the files whose path has one of these in it; all where there is none
 */
export async function buildE2eTests(parts = []) {
  const files = having(
    parts,
    testFiles().filter((file) => file.startsWith(E2E)),
  );
  await bundle('e2e', [`${E2E}index.ts`, ...files]);
}

/**
 * Builds and runs the tests that need no editor; answers mocha's output. Throws where one fails, or none has been run.
 * @param {readonly string[]} [parts] only the files whose path has one of these in it; all where there is none
 */
export async function runCoreTests(parts = []) {
  const files = having(
    parts,
    testFiles().filter((file) => !file.startsWith(E2E)),
  );
  await bundle('core', files);
  return run('node', [
    '--enable-source-maps',
    tool('mocha'),
    '--forbid-only',
    '--forbid-pending',
    // What hangs is ended; how fast the machine is that day decides nothing.
    '--timeout=60000',
    'dist/test/core/**/*.test.js',
  ]);
}

/** How many tests mocha's own summary lines say have passed and failed. @param {string} output */
export function countTests(output) {
  /** @param {string} word */
  const sum = (word) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce(
      (all, [, n]) => all + Number(n),
      0,
    );
  return { passed: sum('passing'), failed: sum('failing') };
}

/** @param {readonly string[]} parts @param {readonly string[]} files */
function having(parts, files) {
  const found = files.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  if (found.length === 0) throw new Error(`test/ 下没有路径含「${parts.join('」「')}」的测试文件`);
  return found;
}

function testFiles() {
  return readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

/** @param {'core' | 'e2e'} name @param {string[]} entryPoints */
async function bundle(name, entryPoints) {
  const outdir = `dist/test/${name}`;
  rmSync(path.join(root, outdir), { recursive: true, force: true });
  await build({
    ...nodeBundle,
    entryPoints,
    outdir,
    outbase: name === 'e2e' ? 'test/e2e' : 'test',
    sourcemap: 'inline',
  });
  await build({
    ...nodeBundle,
    entryPoints: ['server/pdf.ts'],
    outfile: 'dist/test/pdf.js',
    packages: 'bundle',
  });
}

if (process.argv[1] === import.meta.filename)
  start(async () => void (await runCoreTests(process.argv.slice(2))));
