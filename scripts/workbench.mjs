// Opens VS Code's window in a browser.
import { launchBrowser } from './browser.mjs';

const PATIENCE_MS = 120_000;

/**
 * Opens a folder in VS Code and answers the page once its window is drawn. Throws where that does not happen.
 * @param {import('./host.mjs').Host} host
 * @param {object} options
 * @param {string} options.folder
 * @param {readonly (readonly [string, string])[]} options.payload
 * @param {string} [options.language] the display language: `zh-cn`, `zh-tw` or `en`
 * @param {boolean} [options.isSeen] whether somebody looks at it, who needs a font for Chinese
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.before] what the page needs before it loads
 */
export async function openWorkbench(host, { folder, payload, language = 'zh-cn', isSeen = false, before }) {
  const browser = await launchBrowser({ chineseFont: isSeen });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: language,
  });
  // A machine that has other work takes its time.
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await before?.(page);
  await page.goto(host.url(folder, [...payload, ['skipWelcome', 'true']], language));
  await page.locator('.monaco-workbench').waitFor();
  return { browser, page };
}
