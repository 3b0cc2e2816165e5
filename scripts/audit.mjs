// `npm run audit`: whether the registry knows of holes in what is shipped of others, by the lock file. What only builds and tests reaches no
// user and is only counted.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandError, NotRun, root, run, say, start, temporaryDir } from './process.mjs';
import { shippedList } from './shipped.mjs';

/** @typedef {{ name: string, version: string }} Package */
/** @typedef {Package & { severity: string }} Hole */
/** @typedef {{ name: string, severity: string, via: readonly unknown[], nodes: readonly string[] }} Vulnerability as npm tells it */
/** @typedef {Readonly<Record<string, { version?: string }>>} Locked the packages of a lock file, by their places */

const ASKING = ['audit', '--json', '--loglevel=silent', '--fetch-retries=0'];

/**
 * A package of which every registry that knows of holes knows some (GHSA-xvch-5gv4-984h); it is asked for along with the others and never
 * installed. One that has nothing against it does not know: mirrors answer `{}` or `null` to all questions.
 */
const KNOWN = { place: 'node_modules/nianbao-known-hole', name: 'minimist', version: '0.0.8' };

/**
 * Which of the holes that `npm audit --json` has told are in packages that are shipped, in just that version, and how many other packages
 * have some; undefined where it has told nothing, or not of the hole that is known.
 * @param {string} told
 * @param {readonly Package[]} shipped
 * @param {Locked} locked
 * @returns {{ reaching: readonly Hole[], others: number } | undefined}
 */
export function holesIn(told, shipped, locked) {
  const found = vulnerabilitiesIn(told);
  if (!found?.some(({ nodes }) => nodes.includes(KNOWN.place))) return undefined;
  const isShipped = (/** @type {Package} */ { name, version }) =>
    shipped.some((each) => each.name === name && each.version === version);
  // A package without a hole of its own is named by npm, too, where it asks for one that has.
  const holes = found.flatMap(({ name, severity, via, nodes }) =>
    via.some((each) => typeof each === 'object')
      ? nodes.flatMap((place) => ({ name, severity, version: locked[place]?.version ?? '' }))
      : [],
  );
  const reaching = holes.filter(isShipped);
  const others = found.filter(
    ({ name, nodes }) =>
      nodes.some((place) => place !== KNOWN.place) && !reaching.some((each) => each.name === name),
  );
  return { reaching, others: others.length };
}

/** @param {string} told @returns {readonly Vulnerability[] | undefined} */
function vulnerabilitiesIn(told) {
  try {
    const found = JSON.parse(told)?.vulnerabilities;
    return typeof found === 'object' && found !== null ? Object.values(found) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Throws where what is shipped has a hole that is known, and `NotRun` where no registry tells.
 * @param {{ patience?: number }} [options] how many milliseconds an answer may take
 */
export async function runAudit({ patience = 30_000 } = {}) {
  if (!existsSync(shippedList)) throw new Error('没有 dist/packages.json；请先 npm run build');
  const folder = temporaryDir('audit');
  const locked = writeQuestion(folder);
  // It ends with an error where it knows of holes, whomever they reach.
  const told = await run('npm', [...ASKING, `--fetch-timeout=${patience}`], {
    cwd: folder,
    quiet: true,
  }).catch((error) => (error instanceof CommandError ? error.output : ''));
  const holes = holesIn(told, JSON.parse(readFileSync(shippedList, 'utf8')), locked);
  if (!holes) throw new NotRun('登记处没有回答，说不准有没有已知的漏洞');
  const { reaching, others } = holes;
  if (reaching.length > 0)
    throw new Error(
      [
        '发给用户的代码里有已知的漏洞：',
        ...reaching.map(({ name, version, severity }) => `  ${name} ${version}（${severity}）`),
      ].join('\n'),
    );
  say(`发给用户的代码里没有已知的漏洞；只用来构建和测试的有 ${others} 个`);
}

/** Writes what npm asks by into a folder: our lock file, and in it the package with the known hole. @param {string} folder @returns {Locked} */
function writeQuestion(folder) {
  const [manifest, lock] = ['package.json', 'package-lock.json'].map((name) =>
    JSON.parse(readFileSync(path.join(root, name), 'utf8')),
  );
  const alias = path.basename(KNOWN.place);
  for (const asking of [manifest, lock.packages['']])
    asking.devDependencies[alias] = `npm:${KNOWN.name}@${KNOWN.version}`;
  lock.packages[KNOWN.place] = { name: KNOWN.name, version: KNOWN.version, dev: true };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  copyFileSync(path.join(root, '.npmrc'), path.join(folder, '.npmrc'));
  return lock.packages;
}

if (process.argv[1] === import.meta.filename) start(runAudit);
