// What the scripts share: child processes, temporary folders, tidying up at the end, lines of progress.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Where downloaded tools are kept; not in git. */
export const cacheDir = path.join(root, '.vscode-test');

/**
 * The script behind a tool in node_modules, to be run with Node. Throws where the package has no such tool.
 * @param {string} name the package
 * @param {string} [bin] the tool, where its name is not the package's
 */
export function tool(name, bin = path.basename(name)) {
  const folder = path.join(root, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bins === 'string' ? bins : bins?.[bin];
  if (!file) throw new Error(`${name} 里没有 ${bin}；请先 npm install`);
  return path.join(folder, file);
}

/** Prints one line of progress. @param {string} line */
export const say = (line) => console.log(`[nianbao] ${line}`);

/**
 * Runs a command to its end and answers what it wrote. Throws where it does not exit with 0; with `quiet` its output is
 * shown only then.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd = root, quiet = false, env = process.env } = {}) {
  const [file, ...rest] = commandLine(command, args);
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const release = onExit(() => child.exitCode ?? child.kill('SIGKILL'));
    let output = '';
    /** @param {NodeJS.WriteStream} to */
    const collect = (to) => (/** @type {string} */ chunk) => {
      output += chunk;
      if (!quiet) to.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', collect(process.stdout));
    child.stderr.setEncoding('utf8').on('data', collect(process.stderr));
    child.once('error', reject);
    child.once('close', (code) => {
      release();
      if (code === 0) return resolve(output);
      const shown = quiet ? `\n${output}` : '';
      reject(new CommandError(`命令失败（${code}）：${command} ${args.join(' ')}${shown}`, output));
    });
  });
}

/** A command that ended with something else than 0; `output` is what it wrote. */
export class CommandError extends Error {
  /** @param {string} message @param {string} output */
  constructor(message, output) {
    super(message);
    this.output = output;
  }
}

/** What could not be run here, and why; neither a failure nor a success. */
export class NotRun extends Error {}

/**
 * Does the clean-up once: when the answer is called, or at the latest when this process ends for whatever reason.
 * @param {() => void} cleanUp
 * @returns {() => void}
 */
export function onExit(cleanUp) {
  const once = () => {
    process.off('exit', once);
    cleanUp();
  };
  // What was begun last ends first: a program before the folder that it writes into.
  process.prependListener('exit', once);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    if (process.listenerCount(signal) === 0) process.on(signal, () => process.exit(130));
  }
  return once;
}

/** The files in a folder and below it whose names end so, by their paths from the root, sorted. @param {string} folder @param {string} [end] */
export const filesIn = (folder, end = '') =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).split(path.sep).join('/'))
    .sort();

/** A new temporary folder, removed when this process ends. @param {string} name */
export function temporaryDir(name) {
  const dir = mkdtempSync(path.join(tmpdir(), `nianbao-${name}-`));
  onExit(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
}

/** Ends the process with one clear message instead of a stack where main fails. @param {() => Promise<void>} main */
export function start(main) {
  main().catch((error) => {
    console.error(`[nianbao] ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  });
}

/** @param {string} command @param {readonly string[]} args @returns {[string, ...string[]]} */
function commandLine(command, args) {
  // npm and the tools in node_modules are scripts: run them with this Node, which works on every system.
  if (command === 'node') return [process.execPath, ...args];
  const npm = process.env.npm_execpath;
  if (command === 'npm' && npm?.endsWith('.js')) return [process.execPath, npm, ...args];
  return [command, ...args];
}
