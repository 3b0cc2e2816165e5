// Runs the tests of one bundle again and again, each time with the mutant that it is told; started by trial.mjs.
import process from 'node:process';
import Mocha from 'mocha';

/** @typedef {{ id?: string, tests?: readonly string[], hits?: number }} Order the mutant, the tests by their full titles; none: all */
/** @typedef {Record<string, number>} Hits how often each mutant has been reached */
/**
 * @typedef {object} Answer
 * @property {string} [failed] what failed first
 * @property {Readonly<Record<string, number>>} times milliseconds of every test that was run
 * @property {{ static: Hits, perTest: Record<string, Hits> }} [reached] outside of tests, and in each
 */

/**
 * What the instrumented code reads and writes; the names are Stryker's.
 * @type {{ activeMutant?: string | undefined, currentTestId?: string | undefined, hitCount?: number | undefined,
 *   hitLimit?: number | undefined, mutantCoverage?: Answer['reached'] }}
 */
const stryker = {};
Object.assign(globalThis, { __stryker__: stryker });

const [, , bundle = ''] = process.argv;
// The bundle is loaded by the first run, with the mutant already in it: what a file computes when it is loaded is reached only so.
const mocha = new Mocha({ bail: true, timeout: 0, reporter: 'min' });
mocha.rootHooks({ beforeEach: enter, afterEach: leave }).cleanReferencesAfterRun(false).addFile(bundle);

process.on('message', (/** @type {Order} */ order) => void obey(order));

/** @param {Order} order */
async function obey({ id, tests, hits }) {
  Object.assign(stryker, { activeMutant: id, hitCount: hits === undefined ? undefined : 0, hitLimit: hits });
  /** @type {Answer} */
  let answer;
  try {
    answer = await runTests(tests);
  } catch (error) {
    answer = { failed: String(error), times: {} };
  }
  if (stryker.mutantCoverage) answer.reached = stryker.mutantCoverage;
  process.send?.(answer);
}

/** @this {Mocha.Context} */
function enter() {
  stryker.currentTestId = this.currentTest?.fullTitle();
}

function leave() {
  stryker.currentTestId = undefined;
}

/** @param {readonly string[] | undefined} tests @returns {Promise<Answer>} */
function runTests(tests) {
  const titles = tests?.map((title) => title.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  mocha.grep(titles ? new RegExp(`^(?:${titles.join('|')})$`, 'u') : /^/u);
  return new Promise((resolve) => {
    /** @type {Record<string, number>} */
    const times = {};
    /** @type {string | undefined} */
    let failed;
    mocha
      .run(() => resolve(failed === undefined ? { times } : { failed, times }))
      .on('fail', (test, error) => {
        failed ??= `${test.fullTitle()}: ${error.message}`;
      })
      .on('test end', (test) => {
        times[test.fullTitle()] = (times[test.fullTitle()] ?? 0) + (test.duration ?? 0);
      });
  });
}
