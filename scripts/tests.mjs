// 测试的打包：每个 *.test.ts 一个文件，放进 dist/test；node_modules 里的包不打进去。
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './process.mjs';

/** Builds the tests that run in plain Node: all but those in test/e2e. */
export const buildCoreTests = () =>
  bundle('core', ['test/*.test.ts', 'test/core/**/*.test.ts', 'test/protocol/**/*.test.ts']);

/** Builds the tests that run inside VS Code. */
export const buildE2eTests = () => bundle('e2e', ['test/e2e/index.ts', 'test/e2e/suite/*.test.ts']);

/** @param {string} name @param {string[]} entryPoints */
async function bundle(name, entryPoints) {
  const outdir = path.join('dist', 'test', name);
  rmSync(path.join(root, outdir), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: name === 'e2e' ? 'test/e2e' : 'test',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    external: ['vscode'],
    charset: 'utf8',
    loader: { '.md': 'text' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
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
