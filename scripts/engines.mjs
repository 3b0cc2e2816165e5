// Other programs for many reports at once: the commands that the README shows for a province are run as they stand there, with GNU
// parallel and with DuckDB's library behind the name of its program.
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { install, onPath } from './debian.mjs';
import { cacheDir, NotRun, root, run, start } from './process.mjs';
import { runEngineTests } from './tests.mjs';

const DUCKDB = '@duckdb/node-api';
const DUCKDB_VERSION = '1.5.6-r.1'; // MIT; its program is on no registry of ours

const duckdbDir = path.join(cacheDir, `duckdb-${DUCKDB_VERSION}`);

/** Runs the tests; answers mocha's output. Throws where one fails, and `NotRun` where the programs are not here and cannot be had. */
export async function runEngines() {
  if (process.platform === 'win32') throw new NotRun('README 里的这几行是给 sh 的');
  try {
    if (!onPath(['parallel'])) await install(['parallel']);
    if (!existsSync(duckdbDir)) await installDuckdb();
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new NotRun(`GNU parallel 和 DuckDB 不齐：${reason}`);
  }
  await run('node', ['esbuild.mjs'], { quiet: true });
  await writePrograms();
  process.env.ENGINES = duckdbDir;
  return runEngineTests();
}

/** Puts the library into the cache, whole or not at all. */
async function installDuckdb() {
  const partial = `${duckdbDir}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  try {
    await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
    await run('npm', ['install', '--no-audit', '--no-fund', `${DUCKDB}@${DUCKDB_VERSION}`], {
      cwd: partial,
      quiet: true,
    });
    await rename(partial, duckdbDir);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** The programs by the names that the README calls them by. */
async function writePrograms() {
  const bin = path.join(duckdbDir, 'bin');
  await mkdir(bin, { recursive: true });
  const programs = {
    nianbao: `exec '${process.execPath}' '${path.join(root, 'dist/cli.js')}' "$@"`,
    duckdb: `exec '${process.execPath}' '${path.join(root, 'scripts/engines/duckdb.mjs')}' '${duckdbDir}' "$@"`,
  };
  for (const [name, line] of Object.entries(programs)) {
    await writeFile(path.join(bin, name), `#!/bin/sh\n${line}\n`);
    await chmod(path.join(bin, name), 0o755);
  }
}

if (process.argv[1] === import.meta.filename) start(async () => void (await runEngines()));
