import { root } from './process.mjs';

/** How TypeScript that runs in Node beside the repository is bundled: tests and measurements. */
export const nodeBundle = /** @type {const} */ ({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  charset: 'utf8',
  loader: { '.md': 'text' },
  logLevel: 'warning',
});
