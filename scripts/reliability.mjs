// docs/reliability.md: the lines of its table are what the suites themselves write down of what they tried (test/core/support/trial.ts).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandError, root } from './process.mjs';

const PAGE = path.join(root, 'docs/reliability.md');
const BUNDLES = 'dist/test/core';
const RECORDS = '.trials.json';

/** @typedef {{ what: string, tried: number, lost: number }} Trial */

/**
 * Holds the lines of the suites that have just run against the page; with UPDATE=1 it writes them. Throws where the page says anything
 * else, and where it has been written.
 * @param {string} output what mocha printed of them
 */
export function holdReliability(output) {
  // More texts than usual are told, not kept; and not every system has all that is tried on Linux.
  const { RUNS, MINUTES, SEED, UPDATE } = process.env;
  const lines = linesOf();
  if (RUNS ?? MINUTES ?? SEED) return console.log(`\n${[...lines.values()].flat().join('\n')}`);
  if (process.platform !== 'linux') return;
  const page = readFileSync(PAGE, 'utf8');
  const written = pageWith(page, lines);
  if (written === page) return;
  if (UPDATE) writeFileSync(PAGE, written);
  throw new CommandError(
    UPDATE
      ? 'docs/reliability.md 已按这次的记录改写，请看过以后再跑一遍'
      : 'docs/reliability.md 与测试记下的不符；UPDATE=1 npm run test:core 照记录改写',
    output,
  );
}

/** What each suite has tried, as lines of the table. @returns {ReadonlyMap<string, string[]>} */
function linesOf() {
  const files = readdirSync(path.join(root, BUNDLES), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(RECORDS))
    .map((file) => file.split(path.sep).join('/'));
  return new Map(
    files.map((file) => {
      /** @type {readonly Trial[]} */
      const trials = JSON.parse(readFileSync(path.join(root, BUNDLES, file), 'utf8'));
      const suite = `test/${file.slice(0, -RECORDS.length)}.ts`;
      return [suite, trials.map((trial) => lineOf(suite, trial))];
    }),
  );
}

/** @param {string} suite @param {Trial} trial */
const lineOf = (suite, { what, tried, lost }) =>
  `| ${what} | ${tried.toLocaleString('en-US')} | ${lost} | [${path.basename(suite, '.test.ts')}](../${suite}) |`;

/** The page with other lines for the suites that have some; the lines stand by the suites' paths. @param {string} page @param {ReadonlyMap<string, string[]>} lines */
function pageWith(page, lines) {
  const [before = '', table = '', behind = ''] = page.split(/(?<=^\| --- .*\n)((?:\| .*\n)*)/m);
  const kept = table.split('\n').filter((line) => line !== '' && !lines.has(suiteOf(line)));
  const all = [...kept, ...[...lines.values()].flat()];
  // Sorting keeps the order of the lines of one suite.
  all.sort((a, b) => (suiteOf(a) < suiteOf(b) ? -1 : suiteOf(a) > suiteOf(b) ? 1 : 0));
  return `${before}${all.map((line) => `${line}\n`).join('')}${behind}`;
}

/** The suite that a line of the table is of. @param {string} line */
const suiteOf = (line) => /\]\(\.\.\/(\S+)\) \|$/.exec(line)?.[1] ?? '';
