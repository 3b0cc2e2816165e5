// Draws assets/icon.png (256 pixels) from assets/icon.svg.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root, start } from './process.mjs';

start(async () => {
  const svg = readFileSync(path.join(root, 'assets/icon.svg'), 'utf8');
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: path.join(root, 'assets/icon.png'), omitBackground: true });
  await browser.close();
});
