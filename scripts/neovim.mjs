// A client that is none of ours: Neovim, without a window, set up as the README says and with nothing else, runs the tests of
// test/neovim/suite.lua. NVIM_PATH names another Neovim than the one on PATH.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { install, isExecutable, onPath } from './debian.mjs';
import { root, run, start, temporaryDir } from './process.mjs';

const REPORT = '青岚市水务局2024年政府信息公开工作年度报告.txt';

/** Runs the tests against dist/cli.js; answers what they printed. Throws where one fails, or Neovim cannot be had. */
export async function runNeovim() {
  const nvim = await ensureNeovim();
  const folder = temporaryDir('neovim');
  const init = path.join(folder, 'init.lua');
  const report = path.join(folder, REPORT);
  const bin = commandIn(folder);
  writeFileSync(init, setupOfReadme());
  copyFileSync(path.join(root, 'samples', REPORT), report);
  const suite = path.join(root, 'test/neovim/suite.lua');
  return run(nvim, ['--headless', '-n', '-i', 'NONE', '-u', init, '-S', suite, report], {
    cwd: folder,
    env: { ...process.env, ...privately(folder), PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
}

/** Neovim's program. Throws with what to install where there is none. */
async function ensureNeovim() {
  const given = process.env.NVIM_PATH;
  if (given && !isExecutable(given)) throw new Error(`NVIM_PATH 指向的文件不能运行：${given}`);
  if (!given && !onPath(['nvim'])) await install(['neovim']);
  const found = given ?? onPath(['nvim']);
  if (!found) throw new Error('没有找到 Neovim；请安装 neovim，或用 NVIM_PATH 指明它的位置');
  return found;
}

/** What the README tells users of Neovim to write. */
function setupOfReadme() {
  const [, lua] = /^```lua\n(.*?)^```$/ms.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
  if (!lua) throw new Error('README.md 里没有 Neovim 的设置');
  return lua;
}

/** A folder with the command `nianbao` in it. @param {string} folder */
function commandIn(folder) {
  const bin = path.join(folder, 'bin');
  const command = path.join(bin, 'nianbao');
  mkdirSync(bin);
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist/cli.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  return bin;
}

/** Nothing of the user's own Neovim is read or written. @param {string} folder */
const privately = (folder) =>
  Object.fromEntries(
    ['DATA', 'STATE', 'CONFIG', 'CACHE'].map((name) => [`XDG_${name}_HOME`, path.join(folder, name)]),
  );

if (process.argv[1] === import.meta.filename) start(async () => void (await runNeovim()));
