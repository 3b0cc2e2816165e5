// 截图：按清单操作 `npm start` 那样的 VS Code，写进 docs/images。`node scripts/screenshot.mjs 名字…` 只做其中几张。
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureHost, startHost } from './host.mjs';
import { cacheDir, root, run, say, start, temporaryDir } from './process.mjs';
import { closeAll, goTo, hover, lightbulb, open, palette, underlined } from './steps.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {{ name: string, steps: readonly import('./steps.mjs').Step[] }} Shot it begins with no editor open */

const FILE = '某年报.txt';

/** @type {readonly Shot[]} */
const SHOTS = [
  { name: 'check', steps: [open(FILE), underlined('error'), goTo('错'), hover()] },
  { name: 'fix', steps: [open(FILE), underlined('error'), goTo('错'), lightbulb()] },
  { name: 'commands', steps: [open(FILE), underlined('error'), palette('年报')] },
];

/** So that a picture shows the report and not the editor's habits. */
const SETTINGS = {
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'workbench.layoutControl.enabled': false,
};

start(async () => {
  const wanted = process.argv.slice(2);
  await run('node', ['esbuild.mjs'], { quiet: true });
  await ensureHost();
  const dataDir = temporaryDir('screenshots');
  const folder = path.join(dataDir, 'samples'); // a copy: the steps may type into the reports
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS));
  const host = await startHost({ dataDir });
  const { page } = await openWorkbench(host, {
    folder,
    payload: [['extensionDevelopmentPath', host.remote(root)]],
    chinese: true,
  });
  await page.getByRole('button', { name: 'Yes, I trust the authors' }).click();
  const stage = { page, folder, file: '' };
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  for (const { name, steps } of SHOTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      for (const step of steps) await step(stage);
    } catch (error) {
      await page.screenshot({ path: path.join(cacheDir, 'failed.png') });
      throw error;
    }
    await page.screenshot({ path: path.join(root, 'docs/images', `${name}.png`), animations: 'disabled' });
    say(`docs/images/${name}.png`);
    await closeAll()(stage);
  }
  process.exit(0);
});
