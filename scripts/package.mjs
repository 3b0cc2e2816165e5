// 打包成 nianbao-<版本>.vsix，并核对包里有什么、有多大。
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { root, run, say, start } from './process.mjs';

const LARGEST_BYTES = 1.5 * 1024 * 1024;

/** Everything that may be in the package; a file more or less is a failure, so that it is seen and decided. */
const CONTENTS = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'assets/icon.png',
  'dist/NOTICE.txt',
  'dist/cli.js',
  'dist/client.js',
  'dist/server.js',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'schemas/report-1.schema.json',
  'syntaxes/language-configuration.json',
  'syntaxes/nianbao.tmLanguage.json',
];

/** Where the package of this version lies once it is made. */
export function packagePath() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

/** Builds and packages; answers the path of the .vsix. Throws where its contents or size are not as they should be. */
export async function packageExtension() {
  await run('node', ['esbuild.mjs']);
  const vsix = packagePath();
  const files = await listFiles({ cwd: root, packageManager: 0 });
  compare(files.map((file) => file.split(path.sep).join('/')));
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(vsix);
  say(`${path.basename(vsix)}：${files.length} 个文件，${(size / 1024).toFixed(0)} KB`);
  if (size > LARGEST_BYTES) throw new Error(`.vsix 超过 ${LARGEST_BYTES / 1024} KB`);
  return vsix;
}

/** @param {readonly string[]} files */
function compare(files) {
  const extra = files.filter((file) => !CONTENTS.includes(file));
  const missing = CONTENTS.filter((file) => !files.includes(file));
  if (extra.length + missing.length === 0) return;
  throw new Error(
    `.vsix 的内容与 scripts/package.mjs 里的清单不符；多出：${extra.join('、') || '无'}；缺少：${missing.join('、') || '无'}`,
  );
}

if (process.argv[1] === import.meta.filename) start(async () => void (await packageExtension()));
