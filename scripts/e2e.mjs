// Installs the packaged .vsix in a real VS Code and runs the tests of test/e2e/suite in it; the exit status is that of the tests.
// Arguments choose the files whose path has one of them in it.
import { cpSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startHost } from './host.mjs';
import { packageExtension, packagePath } from './package.mjs';
import { root, say, start, temporaryDir } from './process.mjs';
import { previewed } from './steps.mjs';
import { runSuites } from './suites.mjs';
import { buildE2eTests } from './tests.mjs';

/** @typedef {import('playwright-core').Page} Page */

const HANDS = '[hands]'; // as in test/e2e/support/hands.ts
/** What runs in windows of each display language; test/e2e/index.ts knows by the language. */
const WINDOWS = { 'zh-cn': 'suite', en: 'english', 'zh-tw': 'traditional' };

start(async () => {
  const vsix = process.argv.includes('--packaged') ? packagePath() : await packageExtension();
  const folders = await buildE2eTests(process.argv.slice(2).filter((part) => !part.startsWith('--')));
  const dataDir = temporaryDir('e2e');
  const folder = path.join(dataDir, 'workspace');
  cpSync(path.join(root, 'test/e2e/workspace'), folder, { recursive: true });
  const host = await startHost({ dataDir, vsix });
  say(`${path.basename(vsix)} 已装进 VS Code，开始测试 · installed, testing`);
  for (const [language, suites] of Object.entries(WINDOWS)) {
    if (!folders.includes(suites)) continue;
    await runSuites(host, {
      folder,
      extension: path.join(root, 'test/e2e/extension'),
      tests: path.join(root, 'dist/test/e2e/index.js'),
      language,
      heed(line, page) {
        if (line.startsWith(HANDS)) void work(page, JSON.parse(line.slice(HANDS.length)));
      },
    });
  }
  process.exit(0);
});

/**
 * Does what a test asks of a user.
 * @param {Page} page
 * @param {{ html: string, plain: string } | { status: string } | { trust: true } | { seen: string, file: string } | { unseen: string, file: string } | { listed: string, file: string } | { previewed: string, file: string } | { walked: number, keys: readonly string[], file: string } | { marked: string, file: string } | { message: string, button: string, file: string } | { file: string, menu: string, command: string }} asked
 */
async function work(page, asked) {
  if ('html' in asked) return paste(page, asked);
  if ('seen' in asked) {
    await page.locator('.statusbar-item', { hasText: asked.seen }).waitFor();
    return note(asked.file, asked.seen);
  }
  if ('unseen' in asked) {
    await page.locator('.statusbar-item', { hasText: asked.unseen }).waitFor({ state: 'hidden' });
    return note(asked.file, asked.unseen);
  }
  if ('listed' in asked) return readList(page, asked);
  if ('previewed' in asked) {
    await previewed(asked.previewed, false)({ page, folder: '', file: '' });
    return note(asked.file, asked.previewed);
  }
  if ('walked' in asked) return walk(page, asked);
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
  if ('trust' in asked) return page.locator('.workspace-trust-buttons-row .monaco-button').first().click();
  if ('status' in asked) {
    const item = page.locator('.statusbar-item a', { hasText: asked.status });
    await item.waitFor();
    // An item that has just come is drawn anew as it settles, and a click in between goes astray.
    await page.waitForTimeout(1500);
    return item.click();
  }
  return takeFromExplorer(page, asked);
}

/**
 * Waits for words in a list to choose from, and notes the whole list.
 * @param {Page} page
 * @param {{ listed: string, file: string }} asked
 */
async function readList(page, { listed, file }) {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: listed }).waitFor();
  note(file, (await page.locator('.quick-input-list .monaco-list-row').allInnerTexts()).join('\n'));
}

/**
 * Presses keys at a table of the preview, and notes what is read out of it.
 * @param {Page} page
 * @param {{ walked: number, keys: readonly string[], file: string }} asked
 */
async function walk(page, { walked, keys, file }) {
  const drawn = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await drawn.locator('.scroll').nth(walked).focus();
  for (const key of keys) await page.keyboard.press(key);
  note(file, (await drawn.locator('#said').textContent()) ?? '');
}

/**
 * Takes a command of a submenu in the context menu of a file.
 * @param {Page} page
 * @param {{ file: string, menu: string, command: string }} asked
 */
async function takeFromExplorer(page, asked) {
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
