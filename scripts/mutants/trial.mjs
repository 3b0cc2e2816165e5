// Tries mutants against tests: one bundle of all of them, run in a process that is used again until a mutant hangs or ends it.
import { fork } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { nodeBundle } from '../bundling.mjs';
import { onExit, temporaryDir } from '../process.mjs';

/** @typedef {import('./instrument.mjs').Mutant} Mutant */
/** @typedef {import('./worker.mjs').Order} Order */
/** @typedef {import('./worker.mjs').Answer} Answer */
/** @typedef {'killed' | 'hung' | 'survived' | 'unreached'} Fate ended by a test; by the time limit; by none; run by none */

const worker = path.join(import.meta.dirname, 'worker.mjs');
/** A mutant may take so many times as long as the tests take without it, and so many milliseconds more. */
const TIMES = 5;
const GRACE = 10_000;
/** A mutant that is reached so many times as often as before is in a loop. */
const OFTEN = 100;
/** The share in the time of all tests with which a test counts as one that takes long. */
const LONG = 0.05;

/**
 * Bundles test files with the instrumented texts in place of those of the disk; the bundle goes with this process.
 * @param {string} root @param {readonly string[]} tests @param {ReadonlyMap<string, string>} texts
 * @returns {Promise<string>} the bundle
 */
export async function bundleWith(root, tests, texts) {
  const outdir = path.join(root, 'dist/mutants', String(process.pid));
  onExit(() => rmSync(outdir, { recursive: true, force: true }));
  const outfile = path.join(outdir, 'tests.js');
  const plugins = [
    {
      name: 'mutants',
      setup(/** @type {import('esbuild').PluginBuild} */ { onLoad }) {
        onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
          const contents = texts.get(file);
          return contents === undefined ? undefined : { contents, loader: 'ts' };
        });
      },
    },
  ];
  const contents = tests.map((test) => `import './${test}';\n`).join('');
  const stdin = { contents, resolveDir: root, loader: /** @type {const} */ ('ts') };
  await build({ ...nodeBundle, absWorkingDir: root, stdin, outfile, plugins });
  return outfile;
}

/**
 * Tries each mutant. Throws where the tests fail without any.
 * @param {string} bundle @param {readonly Mutant[]} mutants @param {boolean} quick without the tests that take long, where others run it
 * @param {(mutant: Mutant, fate: Fate) => void} tell called as soon as the fate of a mutant is known
 */
export async function tryAll(bundle, mutants, quick, tell) {
  const bench = new Bench(bundle);
  try {
    const { times, reached = { static: {}, perTest: {} } } = await bench.unharmed();
    // What was said of the tests must hold of their second run in the same process, too.
    await bench.unharmed();
    const unharmed = { times, reached, quick };
    for (const mutant of mutants) tell(mutant, await fateOf(bench, mutant, unharmed));
  } finally {
    bench.clear();
  }
}

/** @typedef {{ times: Answer['times'], reached: NonNullable<Answer['reached']>, quick: boolean }} Unharmed */

/** @param {Bench} bench @param {Mutant} mutant @param {Unharmed} unharmed @returns {Promise<Fate>} */
async function fateOf(bench, { id }, { times, reached, quick }) {
  const outside = reached.static[id] ?? 0;
  const inside = Object.values(reached.perTest).reduce((sum, hits) => sum + (hits[id] ?? 0), 0);
  if (outside + inside === 0) return 'unreached';
  // What is computed outside of a test may matter to any, and only to a process that has not computed it yet.
  const tests = Object.keys(times).filter((title) => outside > 0 || reached.perTest[title]?.[id]);
  if (outside > 0) bench.clear();
  try {
    for (const some of parted(tests, times).slice(0, quick ? 1 : 2)) {
      const usual = some.reduce((sum, title) => sum + (times[title] ?? 0), 0);
      const order = { id, tests: some, hits: (outside + inside) * OFTEN };
      const answer = await bench.run(order, TIMES * usual + GRACE);
      if (!answer) return 'hung';
      if (answer.failed !== undefined) return 'killed';
    }
    return 'survived';
  } finally {
    if (outside > 0) bench.clear();
  }
}

/**
 * The quick ones, which find most mutants, and those that take long; a part without tests is left out.
 * @param {readonly string[]} tests @param {Answer['times']} times
 */
function parted(tests, times) {
  const all = Object.values(times).reduce((sum, each) => sum + each, 0);
  const isLong = (/** @type {string} */ title) => (times[title] ?? 0) > LONG * all;
  return [tests.filter((title) => !isLong(title)), tests.filter(isLong)].filter(({ length }) => length > 0);
}

/** The process in which the tests run, started when it is needed. */
class Bench {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #release = () => {};
  /** What mutants leave lying goes with it. */
  #temporary = temporaryDir('mutants');

  /** @param {string} bundle */
  constructor(bundle) {
    this.bundle = bundle;
    // Tests that become another user reach their folders as they do in the usual one.
    chmodSync(this.#temporary, 0o755);
  }

  /** Runs all tests without a mutant; throws where one fails. @returns {Promise<Answer>} */
  async unharmed() {
    const answer = await this.run({});
    if (answer?.failed !== undefined || !answer)
      throw new Error(`没有改动时测试就不通过：${answer?.failed ?? '进程退出了'}`);
    return answer;
  }

  /**
   * Answers nothing where the process has ended by itself or did not answer in time; the next run then has a new one.
   * @param {Order} order @param {number} [milliseconds]
   * @returns {Promise<Answer | undefined>}
   */
  run(order, milliseconds) {
    this.#child ??= this.#start();
    const child = this.#child;
    return new Promise((resolve) => {
      const end = () => {
        this.clear();
        settle(undefined);
      };
      const timer = milliseconds === undefined ? undefined : setTimeout(end, milliseconds);
      /** @param {Answer | undefined} answer */
      const settle = (answer) => {
        clearTimeout(timer);
        child.off('exit', end).off('message', settle);
        resolve(answer);
      };
      child.on('exit', end).on('message', settle);
      child.send(order);
    });
  }

  /** Ends the process; what the next mutant runs in has nothing of this one. */
  clear() {
    this.#release();
    this.#child = undefined;
  }

  #start() {
    const env = { ...process.env, TMPDIR: this.#temporary, TEMP: this.#temporary, TMP: this.#temporary };
    const child = fork(worker, [this.bundle], { env, execArgv: [], stdio: 'ignore' });
    this.#release = onExit(() => child.kill('SIGKILL'));
    return child;
  }
}
