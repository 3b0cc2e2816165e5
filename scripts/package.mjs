// Packages the extension as nianbao-<version>.vsix; run as a script, it also checks what is in the package and how large it is.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles } from '@vscode/vsce';
import { root, run, say, start, tool } from './process.mjs';
import { writeSupply } from './shipped.mjs';

/** What reads PDF is counted apart: a library of another size, for a kind of file that few mend. */
const PDF = 'dist/pdf.js';
const LARGEST_BYTES = 2.2 * 1024 * 1024;

/** Everything that may be in the package; a file more or less is a failure, so that it is seen and decided. */
const CONTENTS = [
  'CHANGELOG.md',
  'LICENSE',
  'assets/icon.png',
  'assets/walkthrough/check.svg',
  'assets/walkthrough/mend.svg',
  'assets/walkthrough/see.svg',
  'assets/walkthrough/write.svg',
  'dist/NOTICE.txt',
  'dist/README.md',
  'dist/cli.js',
  'dist/client-web.js',
  'dist/client.js',
  'dist/mcp.js',
  'dist/pdf.js',
  'dist/preview.js',
  'dist/server-web.js',
  'dist/server.js',
  'dist/tongues/en.json',
  'dist/tongues/zh-TW.json',
  'dist/xls.js',
  'l10n/bundle.l10n.zh-cn.json',
  'l10n/bundle.l10n.zh-tw.json',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'package.nls.zh-tw.json',
  'schemas/demands.schema.json',
  'schemas/report-1.schema.json',
  'schemas/report-2.schema.json',
  'schemas/report.schema.json',
  'syntaxes/language-configuration.json',
  'syntaxes/nianbao.tmLanguage.json',
];

const README = 'dist/README.md';

/** Where the package of this version lies once it is made. */
export function packagePath() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

/** Builds and packages, with the bill of materials and the SHA-256 beside it; answers the path of the .vsix. */
export async function packageExtension() {
  await run('node', ['esbuild.mjs'], { quiet: true });
  writeFileSync(path.join(root, README), readmeOfPackage());
  const vsix = packagePath();
  await run(
    'node',
    [
      tool('@vscode/vsce', 'vsce'),
      ...['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
      ...['--readme-path', README, '--out', vsix],
    ],
    { quiet: true },
  );
  writeSupply(vsix);
  return vsix;
}

/**
 * What the extension's page in VS Code shows: both READMEs, without what that page cannot show, pictures that are not from the
 * web and links to files that are not in the package.
 */
function readmeOfPackage() {
  const texts = ['README.md', 'README.en.md'].map((file) => readFileSync(path.join(root, file), 'utf8'));
  return texts
    .map((text) => text.replace(/^\[[^\]]*\]\(README[^)]*\)\n\n/m, '').replace(/^!\[.*\n\n/gm, ''))
    .map((text) => text.replace(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1'))
    .join('\n---\n\n');
}

/** Throws where the package holds more or less than it should, or is too large. @param {string} vsix */
async function check(vsix) {
  const options = { cwd: root, packageManager: 2, readmePath: README }; // none; its type does not know the last
  const files = (await listFiles(options)).map((file) => file.split(path.sep).join('/'));
  const extra = files.filter((file) => !CONTENTS.includes(file));
  const missing = CONTENTS.filter((file) => !files.includes(file));
  if (extra.length + missing.length > 0) {
    const [more, less] = [extra, missing].map((names) => names.join('、') || '无');
    throw new Error(`包里的文件与 scripts/package.mjs 的清单不符；多出：${more}；缺少：${less}`);
  }
  const { size } = statSync(vsix);
  for (const file of files) {
    const bytes = statSync(path.join(root, file)).size;
    console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB  ${file}`);
  }
  const pdf = deflateRawSync(readFileSync(path.join(root, PDF))).length;
  const inKilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  say(
    `${path.basename(vsix)}：${files.length} 个文件，${inKilobytes(size)}，其中读 PDF 的 ${inKilobytes(pdf)}`,
  );
  if (size - pdf > LARGEST_BYTES) throw new Error(`扩展包不计读 PDF 的超过 ${inKilobytes(LARGEST_BYTES)}`);
}

if (process.argv[1] === import.meta.filename) start(async () => check(await packageExtension()));
