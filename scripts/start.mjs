// `npm start`: packages the extension, installs it in a real VS Code, starts that and prints an address for a browser. Needs no
// desktop, and no browser of its own. `--language en` or `zh-tw` opens it in another tongue. Ctrl+C ends it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startHost } from './host.mjs';
import { packageExtension } from './package.mjs';
import { cacheDir, root, say, start } from './process.mjs';

/** What VS Code would ask about this repository, which is not what one has come to see. */
const SETTINGS = { 'git.openRepositoryInParentFolders': 'never' };

start(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      folder: { type: 'string', default: 'samples' },
      language: { type: 'string', default: 'zh-cn' },
    },
  });
  const vsix = await packageExtension();
  const dataDir = path.join(cacheDir, 'start');
  const machine = path.join(dataDir, 'data/Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(path.join(machine, 'settings.json'), JSON.stringify(SETTINGS));
  const host = await startHost({ port: Number(values.port), dataDir, vsix });
  const payload = /** @type {const} */ ([
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', host.remote(path.join(root, 'scripts/welcome'))],
  ]);
  const address = host.url(path.resolve(root, values.folder), payload, values.language);
  say('VS Code 已启动，请在浏览器里打开（Ctrl+C 结束）· open in a browser, Ctrl+C ends it:');
  console.log(`\n  ${address}\n`);
  await host.ended;
  throw new Error(`VS Code 的服务器退出了\n${host.log()}`);
});
