// Programs that are no npm packages: found where they are, or on a bare Debian, run as root, installed from its packages.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { run, say } from './process.mjs';

/** The first of some programs that is on PATH; undefined where none is. @param {readonly string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** Installs packages of Debian. Throws with what to do where that cannot be done here. @param {readonly string[]} packages */
export async function install(packages) {
  const line = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    throw new Error(`缺少 ${packages.join('、')}。Debian/Ubuntu 请以 root 运行：${line}；其他系统请自行安装`);
  }
  say(`安装 Debian 软件包 ${packages.join(' ')} · installing Debian packages`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { quiet: true, env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { quiet: true, env });
}

/** Whether Chinese can be drawn on this machine. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false; // no fontconfig yet: it comes with what is to be installed
  }
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
