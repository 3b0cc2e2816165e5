// Bundles the tests, each *.test.ts a file in dist/test without the packages of node_modules, and counts their results.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { nodeBundle } from './bundling.mjs';
import { CommandError, filesIn, root, run, start, tool } from './process.mjs';
import { holdReliability } from './reliability.mjs';
import { writeCatalogues } from './tongues/catalogues.mjs';

const E2E = 'test/e2e/';
const OFFICE = 'test/office/';
const ENGINES = 'test/engines/';
/** What needs more than Node, and is run by itself. */
const APART = [E2E, OFFICE, ENGINES];

/**
 * Builds the tests that run inside VS Code, and what runs them there; answers the folders of test/e2e that have some. Throws
 * where there is none.
 * @param {readonly string[]} [parts] only the files whose path has one of these in it; all where there is none
 */
export async function buildE2eTests(parts = []) {
  const files = having(
    parts,
    testFiles().filter((file) => file.startsWith(E2E) && !file.startsWith(`${E2E}web/`)),
  );
  await bundle('e2e', [`${E2E}index.ts`, ...files]);
  return [...new Set(files.map((file) => file.split('/')[2] ?? ''))];
}

/**
 * Builds and runs the tests that need no editor; answers mocha's output. Throws where one fails, or none has been run.
 * @param {readonly string[]} [parts] only the files whose path has one of these in it; all where there is none
 */
export async function runCoreTests(parts = []) {
  const files = having(parts, coreTestFiles());
  await bundle('core', files);
  // A process for each folder: the bundles and their source maps are hundreds of megabytes, and no process holds all of them.
  const outputs = [];
  /** @type {CommandError[]} */
  const failures = [];
  for (const pattern of new Set(files.map(groupOf))) {
    try {
      outputs.push(await runMocha(pattern));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      failures.push(error);
      outputs.push(error.output);
    }
  }
  const output = outputs.join('\n');
  if (failures.length > 0) throw new CommandError(failures.map(({ message }) => message).join('\n'), output);
  holdReliability(output);
  return output;
}

/** Builds and runs the tests that need LibreOffice and pandoc; answers mocha's output. Throws where one fails. */
export const runOfficeTests = () => runApart('office', OFFICE);

/** Builds and runs the tests that need GNU parallel and DuckDB; answers mocha's output. Throws where one fails. */
export const runEngineTests = () => runApart('engines', ENGINES);

/** @param {'office' | 'engines'} name @param {string} folder */
async function runApart(name, folder) {
  await bundle(
    name,
    testFiles().filter((file) => file.startsWith(folder)),
  );
  return runMocha(`dist/test/${name}/**/*.test.js`);
}

/** The bundles of a folder of test/, and those beside the folders. @param {string} file */
const groupOf = (file) => {
  const [, folder = '', ...rest] = file.split('/');
  return rest.length > 0 ? `dist/test/core/${folder}/**/*.test.js` : 'dist/test/core/*.test.js';
};

/** Runs the bundles that a pattern names; answers mocha's output. @param {string} pattern */
const runMocha = (pattern) =>
  run('node', [
    '--enable-source-maps',
    tool('mocha'),
    '--forbid-only',
    '--forbid-pending',
    // What hangs is ended; how fast the machine is that day decides nothing.
    '--timeout=300000',
    pattern,
  ]);

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

/** What mocha says of each test that failed, in the order of the output. @param {string} output */
export const failuresIn = (output) =>
  output.split(/^(?= *\d+ passing\b)/m).flatMap((one) => one.match(/^ *\d+ failing\b.*/ms) ?? []);

/**
 * The files whose path has one of the parts in it; all where there is none. Throws where no file has one.
 * @param {readonly string[]} parts @param {readonly string[]} files
 */
export function having(parts, files) {
  const found = files.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  if (found.length === 0) throw new Error(`test/ 下没有路径含「${parts.join('」「')}」的测试文件`);
  return found;
}

/** The files of the tests that need no editor, by their paths from the root. */
export const coreTestFiles = () =>
  testFiles().filter((file) => !APART.some((folder) => file.startsWith(folder)));

const testFiles = () => filesIn('test', '.test.ts');

/** @param {'core' | 'e2e' | 'office' | 'engines'} name @param {string[]} entryPoints */
async function bundle(name, entryPoints) {
  const outdir = `dist/test/${name}`;
  rmSync(path.join(root, outdir), { recursive: true, force: true });
  await build({
    ...nodeBundle,
    entryPoints,
    outdir,
    outbase: name === 'e2e' ? 'test/e2e' : 'test',
    sourcemap: 'inline',
    sourcesContent: false,
    // The client's texts are tested without VS Code too.
    ...(name === 'core' && { alias: { vscode: './test/client/vscode.ts' } }),
  });
  await buildPrograms('dist/test');
}

/** Builds what the programs under test look for beside them, into a folder above the tests' own. @param {string} outdir */
export async function buildPrograms(outdir) {
  const entryPoints = ['server/pdf.ts', 'server/xls.ts'];
  await build({ ...nodeBundle, entryPoints, outdir, packages: 'bundle' });
  writeCatalogues(outdir);
}

if (process.argv[1] === import.meta.filename)
  start(async () => void (await runCoreTests(process.argv.slice(2))));
