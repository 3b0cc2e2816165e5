// Single steps in VS Code's window, for the list of screenshots. Each is done only when what it brings about is seen.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page, folder: string, file: string }} Stage `file` is the one opened last, in `folder` */
/** @typedef {(stage: Stage) => Promise<void>} Step */

/**
 * Waits until what a list offers first, and would do at Enter, has a text in it.
 * @param {Page} page
 * @param {string} text
 */
const offered = (page, text) =>
  page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();

/** Opens a file of the folder. @param {string} file @returns {Step} */
export const open = (file) => async (stage) => {
  stage.file = file;
  await stage.page.keyboard.press('Control+p');
  await stage.page.locator('.quick-input-box input').fill(file);
  await offered(stage.page, file);
  await stage.page.keyboard.press('Enter');
  await stage.page.locator('.tab.active', { hasText: file }).waitFor();
};

/**
 * Puts the cursor at the first place where a text stands in the file that was opened last.
 * @param {string} text
 * @param {string} [then] a text after it, at which the cursor is put instead
 * @returns {Step}
 */
export const goTo = (text, then) => async (stage) => {
  const content = readFileSync(path.join(stage.folder, stage.file), 'utf8');
  const first = content.indexOf(text);
  const offset = then === undefined ? first : content.indexOf(then, first + text.length);
  if (first < 0 || offset < 0) throw new Error(`${stage.file} 里没有「${text}」${then ?? ''}`);
  const before = content.slice(0, offset).split('\n');
  const line = before.length;
  const character = (before.at(-1) ?? '').length + 1;
  await stage.page.keyboard.press('Control+g');
  await stage.page.locator('.quick-input-box input').fill(`:${line}:${character}`);
  await offered(stage.page, `line ${line} and character ${character}`);
  await stage.page.keyboard.press('Enter');
  await stage.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
};

/** Waits until something is underlined. @param {'error' | 'warning' | 'info' | 'hint'} kind @returns {Step} */
export const underlined =
  (kind) =>
  ({ page }) =>
    page.locator(`.squiggly-${kind}`).first().waitFor();

/** Shows the hover of the place where the cursor is. @returns {Step} */
export const hover =
  () =>
  async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor();
  };

/** Opens the list of quick fixes. @returns {Step} */
export const lightbulb =
  () =>
  async ({ page }) => {
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
  };

/** Shows the commands that a text finds in the palette. @param {string} text @returns {Step} */
const palette =
  (text) =>
  async ({ page }) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-box input').fill(`>${text}`);
    await offered(page, text);
  };

/** Runs a command of the palette. @param {string} title @returns {Step} */
export const command = (title) => async (stage) => {
  await palette(title)(stage);
  await stage.page.keyboard.press('Enter');
  await stage.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
};

/** Presses keys. @param {string} chord @returns {Step} */
export const keys =
  (chord) =>
  ({ page }) =>
    page.keyboard.press(chord);

/** Waits until something that a selector names is seen. @param {string} selector @returns {Step} */
export const seen =
  (selector) =>
  ({ page }) =>
    page.locator(selector).first().waitFor();

/** Waits until nothing is seen that a selector names. @param {string} selector @returns {Step} */
export const gone =
  (selector) =>
  ({ page }) =>
    page.locator(selector).first().waitFor({ state: 'hidden' });

/** Waits until a page in the editor shows a text. @param {string} text @param {boolean} [exact] @returns {Step} */
export const previewed =
  (text, exact = true) =>
  ({ page }) =>
    page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .getByText(text, { exact })
      .first()
      .waitFor();

/** Clicks something that a selector names. @param {string} selector @returns {Step} */
export const click =
  (selector) =>
  ({ page }) =>
    page.locator(selector).first().click();

/** Leaves lists and hovers, undoes nothing, and closes all editors without saving. @returns {Step} */
export const closeAll = () => async (stage) => {
  await stage.page.keyboard.press('Escape');
  await stage.page.keyboard.press('Escape');
  await command('View: Revert and Close Editor')(stage);
  await command('View: Close All Editors')(stage);
};
