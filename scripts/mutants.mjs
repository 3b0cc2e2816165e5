import { parseArgs } from 'node:util';
import { instrument, sample } from './mutants/instrument.mjs';
import { changedLines, common, named } from './mutants/stretches.mjs';
import { bundleWith, tryAll } from './mutants/trial.mjs';
import { filesIn, root, run, say, start } from './process.mjs';
import { buildPrograms, coreTestFiles, having } from './tests.mjs';

/** @typedef {import('./mutants/instrument.mjs').Stretch} Stretch */
/** @typedef {import('./mutants/trial.mjs').Fate} Fate */

/** @type {Readonly<Record<Fate, string>>} */
const FATES = { killed: '被测试发现', hung: '超时', survived: '没有被发现', unreached: '没有测试执行到' };

/**
 * Makes the mutants of stretches of files and tries them with test files; answers how many met which fate.
 * @param {string} folder the root, from which files and tests are named
 * @param {readonly Stretch[]} stretches
 * @param {readonly string[]} tests
 * @param {{ many?: number, seed?: string, quick?: boolean, tell?: (line: string) => void }} [options] `many`: no more than so
 *   many, drawn by the seed; `quick`: without the tests that take long, where others run the changed code
 */
export async function tryMutants(folder, stretches, tests, options = {}) {
  const { many = Infinity, seed = '1', quick = false, tell = say } = options;
  const { mutants, texts } = await instrument(folder, stretches);
  const drawn = sample(mutants, many, seed);
  tell(
    `${mutants.length} 处改动${drawn.length < mutants.length ? `，抽 ${drawn.length} 处` : ''}；测试文件 ${tests.length} 个`,
  );
  const bundle = await bundleWith(folder, tests, texts);
  const count = { killed: 0, hung: 0, survived: 0, unreached: 0 };
  await tryAll(bundle, drawn, quick, ({ place, kind, was, becomes }, fate) => {
    count[fate] += 1;
    if (fate === 'survived' || fate === 'unreached')
      tell(`${place} ${kind} ${FATES[fate]}：${short(was)} → ${short(becomes)}`);
  });
  tell(
    Object.entries(FATES)
      .map(([fate, name]) => `${name} ${count[/** @type {Fate} */ (fate)]}`)
      .join(' · '),
  );
  return count;
}

/** @param {string} code */
const short = (code) => {
  const line = code.replace(/\s+/gu, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}…` : line;
};

const USAGE =
  '用法：npm run mutants -- documents/writing text/fold.ts:30-40 [--since HEAD~3] [--tests core/documents] [--quick] [--sample 100] [--seed 1]';

/** What the command line asks for. @param {readonly string[]} args */
async function asked(args) {
  const option = /** @type {const} */ ({ type: 'string' });
  const { values, positionals: parts } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      since: option,
      sample: option,
      seed: option,
      tests: { ...option, multiple: true },
      quick: { type: 'boolean' },
    },
  });
  const { since, sample: many, seed = '1', tests = [], quick = false } = values;
  if ((parts.length === 0 && since === undefined) || !/^\d*$/u.test(many ?? '')) throw new Error(USAGE);
  const meant = named(serverFiles(), parts);
  const stretches = since === undefined ? meant : common(meant, changedLines(await diffFrom(since)));
  if (stretches.length === 0) throw new Error(`server/ 下没有这样的代码：${args.join(' ')}`);
  return {
    stretches,
    tests: testsOf(stretches, tests),
    many: many === undefined ? Infinity : Number(many),
    seed,
    quick,
  };
}

/**
 * The tests that are named; or those of the rooms; or all of test/core, where a room has none of its own.
 * @param {readonly Stretch[]} stretches @param {readonly string[]} parts
 */
function testsOf(stretches, parts) {
  const all = coreTestFiles();
  if (parts.length > 0) return having(parts, all);
  const rooms = new Set(stretches.map(({ file }) => `/${file.split('/')[1]}/`));
  const own = [...rooms].map((room) => all.filter((file) => file.includes(room)));
  return own.every((files) => files.length > 0) ? own.flat() : having(['test/core/'], all);
}

/** What is otherwise in server/ than in a revision of git; throws where there is no such revision. @param {string} revision */
function diffFrom(revision) {
  const args = ['--no-pager', 'diff', '--no-color', '--no-ext-diff', '--dst-prefix=b/', '--unified=0'];
  return run('git', [...args, revision, '--', 'server'], { quiet: true });
}

const serverFiles = () => filesIn('server', '.ts').filter((file) => !file.endsWith('.d.ts'));

if (process.argv[1] === import.meta.filename)
  start(async () => {
    const { stretches, tests, ...options } = await asked(process.argv.slice(2));
    await buildPrograms('dist/mutants');
    await tryMutants(root, stretches, tests, options);
  });
