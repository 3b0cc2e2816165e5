// The tests of a Chinese window in a desktop VS Code: the one that VSCODE_PATH names, or one that @vscode/test-electron downloads, with the
// language pack of the marketplace.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { packageExtension } from './package.mjs';
import { root, start, temporaryDir } from './process.mjs';
import { buildE2eTests } from './tests.mjs';

/** Without it there is no other display language than English on a desktop. */
const LANGUAGE_PACK = 'MS-CEINTL.vscode-language-pack-zh-hans';

start(async () => {
  const vsix = await packageExtension();
  await buildE2eTests();
  const vscodeExecutablePath = process.env.VSCODE_PATH ?? (await downloadAndUnzipVSCode('stable'));
  const folder = path.join(temporaryDir('electron'), 'workspace');
  cpSync(path.join(root, 'test/e2e/workspace'), folder, { recursive: true });
  const profile = [
    `--extensions-dir=${temporaryDir('extensions')}`,
    `--user-data-dir=${temporaryDir('user')}`, // short, or the socket in it gets too long a name
  ];
  const [cli = vscodeExecutablePath] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
  const shell = process.platform === 'win32';
  execFileSync(cli, [...profile, ...[vsix, LANGUAGE_PACK].flatMap((each) => ['--install-extension', each])], {
    stdio: 'inherit',
    shell,
  });
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: path.join(root, 'test/e2e/extension'),
    extensionTestsPath: path.join(root, 'dist/test/e2e/index.js'),
    extensionTestsEnv: { E2E_LANGUAGE: 'zh-cn' },
    launchArgs: [folder, ...profile, '--locale=zh-cn'],
  });
});
