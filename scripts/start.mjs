// `npm start`：打包扩展，启动真正的 VS Code，打印一个浏览器地址；Ctrl+C 结束。不需要桌面，也不需要这台机器上有浏览器。
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureHost, startHost } from './host.mjs';
import { cacheDir, root, run, say, start } from './process.mjs';

start(async () => {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, folder: { type: 'string', default: 'samples' } },
  });
  await run('node', ['esbuild.mjs'], { quiet: true });
  await ensureHost();
  const host = await startHost({ port: Number(values.port), dataDir: path.join(cacheDir, 'start') });
  const address = host.url(path.resolve(root, values.folder), [
    ['extensionDevelopmentPath', host.remote(root)],
    ['skipWelcome', 'true'],
  ]);
  say('VS Code 已启动，请在浏览器里打开（Ctrl+C 结束）· open in a browser, Ctrl+C ends it:');
  console.log(`\n  ${address}\n`);
  await host.ended;
  throw new Error(`VS Code 的服务器退出了\n${host.log()}`);
});
