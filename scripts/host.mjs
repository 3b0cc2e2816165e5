// A real VS Code: the VS Code Server of the npm package code-server, with this machine's Node as its extension host. Nothing else
// is downloaded.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheDir, onExit, root, run, say } from './process.mjs';

const PACKAGE = 'code-server';
const VERSION = '4.100.3'; // VS Code 1.100.3, the oldest we support; later ones need a newer Node than ours
const RIPGREP = '@vscode/ripgrep'; // VS Code's own one would be downloaded; this one comes with its binaries
const RIPGREP_VERSION = '1.18.0';
const READY = /Extension host agent listening on (\d+)/;
const READY_WITHIN_MS = 60_000;

/**
 * @typedef {object} Host
 * @property {number} port
 * @property {(folder: string, payload: readonly (readonly [string, string])[], language: string) => string} url the
 *   address of a window whose display language is `zh-cn`, `zh-tw` or `en`
 * @property {(file: string) => string} remote the address under which the workbench knows a local file
 * @property {() => string} log the last lines the server wrote
 * @property {Promise<void>} ended fulfilled when the server has ended, for whatever reason
 * @property {() => void} stop
 */

const packageDir = () => path.join(cacheDir, `${PACKAGE}-${VERSION}`);
/** Where VS Code lies. */
export const serverDir = (base = packageDir()) => path.join(base, 'node_modules', PACKAGE, 'lib', 'vscode');
const serverMain = () => path.join(serverDir(), 'out', 'server-main.js');

/** Makes sure that VS Code lies in the cache folder. Throws with the npm output where it cannot be installed. */
export async function ensureHost() {
  if (!existsSync(serverMain())) await installHost();
  await letPagesChooseLanguage();
  const modules = path.join(serverDir(), 'node_modules');
  await copyFile(stub('spdlog'), path.join(modules, '@vscode', 'spdlog', 'index.js'));
  await copyFile(stub('native-watchdog'), path.join(modules, 'native-watchdog', 'index.js'));
}

/** Run by VS Code's page before all else; a window that VS Code opens itself has nothing in its address but its folder. */
const LANGUAGE_SCRIPT = `<script>{
  const wanted = new URLSearchParams(location.search).get("language") ?? navigator.language;
  const chinese = /^zh-(?:hant|tw|hk|mo)/i.test(wanted) ? "zh-tw" : "zh-cn";
  globalThis._VSCODE_NLS_LANGUAGE = /^zh/i.test(wanted) ? chinese : undefined;
}</script>`;

/**
 * Makes the display language the one that is asked for in the address of a window, or else the browser's, as a language pack
 * would: extensions speak it. VS Code's own texts stay English, since there is no language pack in the package.
 */
async function letPagesChooseLanguage() {
  const page = path.join(serverDir(), 'out/vs/code/browser/workbench/workbench.html');
  const html = await readFile(page, 'utf8');
  if (html.includes(LANGUAGE_SCRIPT)) return;
  // One of an earlier version may be there.
  const bare = html.replace(/<script>[^<]*_VSCODE_NLS_LANGUAGE[^<]*<\/script>/g, '');
  await writeFile(page, bare.replace('<head>', `<head>${LANGUAGE_SCRIPT}`));
}

/** @param {string} name */
const stub = (name) => path.join(root, 'scripts', 'host-stubs', `${name}.cjs`);

async function installHost() {
  say(`准备 VS Code（npm 包 ${PACKAGE}@${VERSION}，约 315 MB，只装一次）· installing VS Code once`);
  const started = Date.now();
  // The folder gets its name only when everything is in it, so an interrupted install is simply redone.
  const partial = `${packageDir()}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
  try {
    await npmInstall(partial, [`${PACKAGE}@${VERSION}`, `${RIPGREP}@${RIPGREP_VERSION}`]);
    await npmInstall(serverDir(partial), ['--omit=dev']);
    await npmInstall(path.join(serverDir(partial), 'extensions'), ['--omit=dev']);
    await cp(
      path.join(partial, 'node_modules', `${RIPGREP}-${process.platform}-${process.arch}`, 'bin'),
      path.join(serverDir(partial), 'node_modules', RIPGREP, 'bin'),
      { recursive: true },
    );
    await rm(packageDir(), { recursive: true, force: true });
    await rename(partial, packageDir());
  } catch (error) {
    if (!existsSync(serverMain())) throw error; // another process may have finished first
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  say(`VS Code 已就绪，用时 ${Math.round((Date.now() - started) / 1000)} 秒`);
}

/**
 * Starts VS Code, with an extension installed from its .vsix as a user would, on a free (or the given) port of this
 * machine alone; answers when it listens. Throws with VS Code's own last lines where it does not come up or refuses the
 * extension.
 * @param {{ dataDir: string, vsix: string, port?: number }} options
 * @returns {Promise<Host>}
 */
export async function startHost({ dataDir, vsix, port = 0 }) {
  await ensureHost();
  await installExtension(vsix, dataDir);
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      serverMain(),
      '--accept-server-license-terms',
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', dataDir, '--telemetry-level', 'off'],
      ...['--extensions-dir', path.join(dataDir, 'extensions')],
    ],
    { cwd: serverDir(), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const stop = onExit(() => killTree(child));
  const tail = keepTail(child);
  const actual = await listening(child, tail).catch((error) => {
    stop();
    throw error;
  });
  const authority = `localhost:${actual}`;
  return {
    port: actual,
    stop,
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    log: tail,
    remote: (file) => `vscode-remote://${authority}${toUrlPath(file)}`,
    url: (folder, payload, language) =>
      `http://${authority}/?tkn=${token}&folder=${encodeURI(toUrlPath(folder))}&language=${language}` +
      `&payload=${encodeURIComponent(JSON.stringify(payload))}`,
  };
}

/** @param {string} vsix @param {string} dataDir */
async function installExtension(vsix, dataDir) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    serverMain(),
    '--accept-server-license-terms',
    ...['--server-data-dir', dataDir, '--extensions-dir', path.join(dataDir, 'extensions')],
    ...['--install-extension', vsix, '--force'],
  ]);
  if (!/successfully installed/.test(stdout))
    throw new Error(`VS Code 没有装上 ${vsix}\n${stdout}\n${stderr}`);
}

/** @param {string} file */
const toUrlPath = (file) => {
  const slashed = file.split(path.sep).join('/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
};

/** @param {string} cwd @param {readonly string[]} args */
const npmInstall = (cwd, args) =>
  run('npm', ['install', ...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    quiet: true,
  });

/** @param {import('node:child_process').ChildProcess} child @param {() => string} tail @returns {Promise<number>} */
function listening(child, tail) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code 启动超时\n${tail()}`)), READY_WITHIN_MS);
    const check = () => {
      const port = READY.exec(tail())?.[1];
      if (!port) return;
      clearTimeout(timer);
      child.stdout?.off('data', check);
      resolve(Number(port));
    };
    child.stdout?.on('data', check);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code 启动失败（退出码 ${code}）\n${tail()}`));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function keepTail(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text = (text + chunk).slice(-20_000);
    });
  }
  return () => text;
}

/** @param {import('node:child_process').ChildProcess} child */
function killTree(child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    // The server forks extension hosts; they share its process group.
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
