// Installs the packaged .vsix in a real VS Code, runs the tests of test/e2e/suite in it and prints what mocha prints there; the
// exit status is that of the tests. Arguments choose the files whose path has one of them in it.
import { cpSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { startHost } from './host.mjs';
import { packageExtension, packagePath } from './package.mjs';
import { root, say, start, temporaryDir } from './process.mjs';
import { buildE2eTests, countTests } from './tests.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const WITHIN_MS = Number(process.env.E2E_TIMEOUT_MS ?? 1_200_000);
const MARK = '[mocha]'; // as in test/e2e/index.ts
const HANDS = '[hands]'; // as in test/e2e/support/hands.ts

start(async () => {
  const vsix = process.argv.includes('--packaged') ? packagePath() : await packageExtension();
  await buildE2eTests(process.argv.slice(2).filter((part) => !part.startsWith('--')));
  const dataDir = temporaryDir('e2e');
  const folder = path.join(dataDir, 'workspace');
  cpSync(path.join(root, 'test/e2e/workspace'), folder, { recursive: true });
  const host = await startHost({ dataDir, vsix });
  say(`${path.basename(vsix)} 已装进 VS Code，开始测试 · installed, testing`);
  await runSuites(host, folder);
  process.exit(0);
});

/**
 * Runs the suites to the end. Throws where VS Code reports a failure or no test, or reports nothing at all: a crash, a
 * lost server, no end in time.
 * @param {import('./host.mjs').Host} host
 * @param {string} folder
 */
async function runSuites(host, folder) {
  /** @type {string[]} */
  const mocha = [];
  /** @type {string[]} */
  const rest = [];
  const code = await codeOf(host, folder, (line, page) => {
    if (line.startsWith(HANDS)) return void work(page, JSON.parse(line.slice(HANDS.length)));
    if (!line.startsWith(MARK)) return void rest.push(line);
    mocha.push(line.slice(MARK.length));
    console.log(mocha.at(-1));
  }).catch((error) => {
    throw new Error([error.message, 'VS Code 的最后几行：', ...rest.slice(-20), host.log()].join('\n'));
  });
  const { passed, failed } = countTests(mocha.join('\n'));
  if (passed + failed === 0) throw new Error(['没有运行任何测试。', ...rest.slice(-20)].join('\n'));
  if (code !== 0 || failed > 0) throw new Error(`VS Code 里有测试没有通过（退出码 ${code}）`);
}

/**
 * The exit code that VS Code reports for the tests.
 * @param {import('./host.mjs').Host} host
 * @param {string} folder
 * @param {(line: string, page: Page) => void} log
 * @returns {Promise<number>}
 */
function codeOf(host, folder, log) {
  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    const fail = (reason) => reject(new Error(reason));
    setTimeout(() => fail(`测试超过 ${WITHIN_MS / 1000} 秒没有结束`), WITHIN_MS).unref();
    host.ended.then(() => fail('VS Code 的服务器中途退出'));
    openWorkbench(host, {
      folder,
      payload: [
        ['extensionDevelopmentPath', host.remote(path.join(root, 'test/e2e/extension'))],
        ['extensionTestsPath', host.remote(path.join(root, 'dist/test/e2e/index.js'))],
      ],
      before: async (page) => {
        page.on('crash', () => fail('浏览器页面崩溃'));
        page.on('close', () => fail('浏览器中途退出'));
        await page.exposeFunction(
          'codeAutomationLog',
          (/** @type {string} */ _type, /** @type {unknown[]} */ args) => log(format(...args), page),
        );
        await page.exposeFunction('codeAutomationExit', resolve);
      },
    }).catch(reject);
  });
}

/**
 * Does what a test asks of a user.
 * @param {Page} page
 * @param {{ html: string, plain: string } | { status: string } | { button: string } | { seen: string, file: string } | { marked: string, file: string } | { message: string, button: string, file: string } | { file: string, menu: string, command: string }} asked
 */
async function work(page, asked) {
  if ('html' in asked) return paste(page, asked);
  if ('seen' in asked) {
    await page.locator('.statusbar-item', { hasText: asked.seen }).waitFor();
    return note(asked.file, asked.seen);
  }
  if ('message' in asked) {
    const all = page.locator('.notification-list-item');
    const button = all.filter({ hasText: asked.message }).getByRole('button', { name: asked.button });
    await button.waitFor();
    const seen = await all.locator('.notification-list-item-message').allInnerTexts();
    await button.click();
    return note(asked.file, JSON.stringify(seen));
  }
  if ('marked' in asked) {
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: asked.marked });
    await row.locator('[class*="monaco-decoration-itemBadge"]').waitFor();
    return note(asked.file, asked.marked);
  }
  if ('button' in asked)
    return page.locator('.notifications-toasts .monaco-button', { hasText: asked.button }).click();
  if ('status' in asked) {
    const item = page.locator('.statusbar-item a', { hasText: asked.status });
    await item.waitFor();
    // An item that has just come is drawn anew as it settles, and a click in between goes astray.
    await page.waitForTimeout(1500);
    return item.click();
  }
  await page
    .locator('.explorer-folders-view .monaco-list-row', { hasText: asked.file })
    .click({ button: 'right' });
  // A menu takes no notice of a mouse that is there too soon.
  await page.waitForTimeout(1500);
  await page.locator('.monaco-menu .action-label', { hasText: asked.menu }).hover();
  await page.waitForTimeout(1500);
  await page.locator('.monaco-submenu .action-label', { hasText: asked.command }).click();
}

/** Writes what a test waits for, at once: it may look in between. @param {string} file @param {string} text */
function note(file, text) {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

/**
 * Copies a piece of a page as a browser does and pastes it with the keyboard.
 * @param {Page} page
 * @param {{ html: string, plain: string }} copied the same piece in both kinds
 */
async function paste(page, { html, plain }) {
  /** @param {string} type @param {string} text */
  const kind = (type, text) => `'${type}': new Blob([${JSON.stringify(text)}], { type: '${type}' })`;
  const kinds = [kind('text/html', html), kind('text/plain', plain)].join();
  await page.evaluate(`navigator.clipboard.write([new ClipboardItem({ ${kinds} })])`);
  await page.keyboard.press('Control+v');
}
