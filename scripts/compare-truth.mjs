// Exports the reports of a folder with the built command line and compares them, cell by cell, with its truth.json.
// node scripts/compare-truth.mjs [--information] FOLDER…; folders after `--information` do not change the exit status.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

/** @typedef {{ path: string, expected: unknown, actual: unknown }} Difference */

const cli = path.join(root, 'dist/cli.js');
let informationOnly = false;
let wrong = 0;
for (const argument of process.argv.slice(2)) {
  if (argument === '--information') informationOnly = true;
  else if (!existsSync(path.join(argument, 'truth.json'))) console.log(`没有 ${argument}/truth.json，略过`);
  else if (!compareFolder(argument) && !informationOnly) wrong += 1;
}
process.exit(wrong === 0 ? 0 : 1);

/** Prints how each report of a folder compares; answers whether all are equal. @param {string} folder */
function compareFolder(folder) {
  const truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'));
  const results = Object.entries(truth).map(([name, expected]) => {
    const found = differences(expected, exported(path.join(folder, name)));
    console.log(
      `${found.length === 0 ? '一致  ' : '不一致'} ${name}${found.length ? `：${found.length} 处` : ''}`,
    );
    for (const { path, expected, actual } of found.slice(0, 30)) {
      console.log(`         ${path}: 应为 ${JSON.stringify(expected)}，得到 ${JSON.stringify(actual)}`);
    }
    return found.length === 0;
  });
  const equal = results.filter(Boolean).length;
  console.log(
    `${folder}：${results.length} 份中 ${equal} 份全部一致${informationOnly ? '（仅供参考）' : ''}`,
  );
  return equal === results.length;
}

/** What the CLI exports for a file; undefined, with its message printed, where it refuses. @param {string} file */
function exported(file) {
  try {
    return JSON.parse(execFileSync(process.execPath, [cli, 'export', file], { encoding: 'utf8' }));
  } catch (error) {
    console.log(`         ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/**
 * Where the export differs from what is expected; more than is expected (title, sections) is no difference.
 * @param {unknown} expected
 * @param {unknown} actual
 * @param {string} [at]
 * @returns {Difference[]}
 */
function differences(expected, actual, at = '') {
  if (!isObject(expected) || !isObject(actual)) {
    return Object.is(expected, actual) ? [] : [{ path: at, expected, actual }];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, actual[key], at ? `${at}.${key}` : key),
  );
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
