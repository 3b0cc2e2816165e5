// Takes the pictures of docs/images by working through a list of steps in a VS Code like that of `npm start`.
// `node scripts/screenshot.mjs NAME…` takes only those.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startHost } from './host.mjs';
import { packageExtension } from './package.mjs';
import { cacheDir, root, say, start, temporaryDir } from './process.mjs';
import {
  click,
  closeAll,
  command,
  gone,
  goTo,
  hover,
  keys,
  lightbulb,
  open,
  previewed,
  seen,
  underlined,
} from './steps.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {readonly import('./steps.mjs').Step[]} Steps */
/** @typedef {{ name: string, steps: Steps, after?: Steps }} Shot it begins with no editor open; `after` tidies up */

const TABS = '青岚市水务局2024年政府信息公开工作年度报告.txt';
const LINES = '松涧县教育局2023年政府信息公开工作年度报告.txt';

/** The total of a row is bold only once the server has said what is what. */
const coloured = () => seen('.view-line .mtkb >> text="27"');

/** @type {readonly Shot[]} */
const SHOTS = [
  {
    name: 'check',
    steps: [
      open(TABS),
      goTo('（一）予以公开', '31'),
      underlined('error'),
      coloured(),
      hover(),
      seen('.monaco-hover:not(.hidden) >> text=表三 · 予以公开 · 总计'),
    ],
  },
  {
    name: 'fix',
    steps: [open(TABS), goTo('（一）予以公开', '31'), underlined('error'), coloured(), lightbulb()],
  },
  {
    name: 'reading',
    steps: [
      open(TABS),
      goTo('全年新收政府信息公开申请', '27'),
      command('年报: 显示识别结果'),
      seen('.statusbar-item:has-text("表格的数 200")'),
      hover(),
    ],
    after: [command('年报: 显示识别结果')],
  },
  {
    name: 'workspace',
    steps: [
      command('年报: 检查工作区'),
      click('.notification-toast >> text=查看汇总'),
      seen('.tab[aria-label*="检查汇总"]'),
      previewed('按规则'),
      keys('Control+Shift+m'),
      seen('.markers-panel >> text=疑似漏填'),
    ],
    after: [keys('Control+Shift+m')],
  },
  { name: 'explain', steps: [open(LINES), goTo('2.重复申请', '0'), hover()] },
  {
    name: 'form',
    steps: [
      keys('Control+b'),
      open(TABS),
      goTo('（一）予以公开', '31'),
      underlined('error'),
      command('年报: 打开预览'),
      previewed('予以公开', false),
    ],
    after: [keys('Control+b')],
  },
  {
    name: 'preview',
    steps: [
      keys('Control+b'),
      open(TABS),
      goTo('（七）总计'),
      underlined('error'),
      command('年报: 预览 JSON'),
      seen('.tab[aria-label*=".json"]'),
      seen('.mtk1 >> text=青岚市水务局'),
      gone('.statusbar-item:has-text("Activating Extensions")'),
    ],
    after: [keys('Control+b')],
  },
];

/** So that a picture shows the report and not the editor's habits. */
const SETTINGS = {
  'files.autoSave': 'off',
  'files.exclude': { '**/.vscode': true },
  'editor.minimap.enabled': false,
  'editor.hover.above': false,
  'editor.cursorBlinking': 'solid',
  'editor.unicodeHighlight.ambiguousCharacters': false, // as in a Chinese VS Code
  'workbench.layoutControl.enabled': false,
};

start(async () => {
  const wanted = process.argv.slice(2);
  const vsix = await packageExtension();
  const dataDir = temporaryDir('screenshots');
  const folder = path.join(dataDir, 'samples'); // a copy: the steps may type into the reports
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(SETTINGS));
  const host = await startHost({ dataDir, vsix });
  const { page } = await openWorkbench(host, { folder, payload: [], isSeen: true });
  await page.getByRole('button', { name: 'Yes, I trust the authors' }).click();
  const stage = { page, folder, file: '' };
  mkdirSync(path.join(root, 'docs/images'), { recursive: true });
  for (const { name, steps, after = [] } of SHOTS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      for (const step of steps) await step(stage);
    } catch (error) {
      await page.screenshot({ path: path.join(cacheDir, 'failed.png') });
      throw error;
    }
    await page.screenshot({ path: path.join(root, 'docs/images', `${name}.png`), animations: 'disabled' });
    say(`docs/images/${name}.png`);
    for (const step of [...after, closeAll()]) await step(stage);
  }
  process.exit(0);
});
