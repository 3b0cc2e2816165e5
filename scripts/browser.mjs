// A Chromium without a window: the one that is installed, or on a bare Debian, run as root, one from Debian's packages.
import { chromium } from 'playwright-core';
import { hasChineseFont, install, isExecutable, onPath } from './debian.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
// Nothing of the browser's own may go out: the tests run where there is no network.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a headless browser with an empty profile. Throws with what to install where there is none.
 * @param {{ chineseFont?: boolean }} [options] with `chineseFont` a font that has Chinese is made sure of
 */
export async function launchBrowser({ chineseFont = false } = {}) {
  const executablePath = await ensureBrowser(chineseFont);
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: asRoot ? ['--no-sandbox', ...QUIET] : QUIET });
}

/** @param {boolean} chineseFont @returns {Promise<string>} */
async function ensureBrowser(chineseFont) {
  const missing = [];
  if (!findBrowser()) missing.push('chromium');
  if (chineseFont && !hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length > 0) await install(missing);
  const found = findBrowser();
  if (!found)
    throw new Error('没有找到 Chromium；请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明它的位置');
  return found;
}

/** The browser to use: CHROMIUM_PATH, one on PATH or in its usual place; undefined where there is none. */
function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!isExecutable(given)) throw new Error(`CHROMIUM_PATH 指向的文件不能运行：${given}`);
    return given;
  }
  return onPath(NAMES) ?? APPLICATIONS.find(isExecutable);
}
