// The same tests in a desktop VS Code: the one that VSCODE_PATH names, or one that @vscode/test-electron downloads.
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
  execFileSync(cli, [...profile, '--install-extension', vsix], { stdio: 'inherit', shell });
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: path.join(root, 'test/e2e/extension'),
    extensionTestsPath: path.join(root, 'dist/test/e2e/index.js'),
    launchArgs: [folder, ...profile],
  });
});
