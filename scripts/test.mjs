// `npm test`: all checks one after the other; the last line is `N passed, N failed`. A suite that fails does not keep the others
// from running, so that one run tells all; anything else that fails ends it.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { runAudit } from './audit.mjs';
import { runEngines } from './engines.mjs';
import { runNeovim } from './neovim.mjs';
import { runOffice } from './office.mjs';
import { NotRun, root, run, tool } from './process.mjs';
import { countTests, failuresIn, runCoreTests } from './tests.mjs';

/** @typedef {{ name: string, isSuite?: true, run: () => Promise<string | void> }} Step what it answers is read for mocha's summary */

/** @type {readonly Step[]} */
const STEPS = [
  { name: '打包各个入口 build', run: () => run('node', ['esbuild.mjs']) },
  { name: '类型 check', run: checkTypes },
  {
    name: '格式与写法 lint',
    run: () => run('node', [tool('@biomejs/biome'), 'check', '--error-on-warnings']),
  },
  { name: '无用代码 knip', run: () => run('node', [tool('knip'), '--no-progress']) },
  { name: '核心与协议 test:core', isSuite: true, run: runCoreTests },
  { name: '别家的编辑器 test:neovim', isSuite: true, run: runNeovim },
  { name: '别家的文档程序 test:office', isSuite: true, run: runOffice },
  { name: '成千上万份 test:engines', isSuite: true, run: runEngines },
  { name: '已知的漏洞 audit', run: runAudit },
  { name: '扩展包 package', run: () => run('node', ['scripts/package.mjs']) },
  { name: '真实 VS Code test:e2e', isSuite: true, run: () => run('node', ['scripts/e2e.mjs', '--packaged']) },
  {
    name: '浏览器里的 VS Code test:web',
    isSuite: true,
    run: () => run('node', ['scripts/web.mjs', '--packaged']),
  },
];

/** What runs in Node, and what runs in a page. */
async function checkTypes() {
  for (const project of ['.', 'client/webview'])
    await run('node', [tool('typescript', 'tsc'), '--noEmit', '--project', project]);
}

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const notRun = [];
/** What failed, told again at the end: thousands of lines may stand between. @type {string[]} */
const failures = [];
for (const [index, step] of STEPS.entries()) {
  console.log(`\n=== ${index + 1}/${STEPS.length} ${step.name}`);
  const started = performance.now();
  const { output, error } = await outcome(step);
  if (error instanceof NotRun) {
    notRun.push(`没有运行 ${step.name}：${error.message}`);
    console.log(`=== ${notRun.at(-1)}`);
    continue;
  }
  const { passed, failed } = countTests(output);
  total.passed += passed;
  // A step that fails without a failing test is a failure all the same.
  total.failed += error ? Math.max(1, failed) : failed;
  console.log(
    `=== ${step.name}：${error ? '失败' : '通过'}，${((performance.now() - started) / 1000).toFixed(1)} 秒`,
  );
  if (!error) continue;
  console.error(error.message);
  failures.push([`=== ${step.name}：失败`, ...failuresIn(output)].join('\n'));
  if (!step.isSuite) break;
}
if (total.failed === 0) printSizes();
for (const line of [...notRun, ...failures]) console.log(`\n${line}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** @param {Step} step @returns {Promise<{ output: string, error?: Error }>} */
async function outcome(step) {
  try {
    return { output: (await step.run()) ?? '' };
  } catch (error) {
    const output = error && typeof error === 'object' && 'output' in error ? String(error.output) : '';
    return { output, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

function printSizes() {
  const packages = readdirSync(root).filter((file) => file.endsWith('.vsix'));
  const bundles = ['client', 'client-web', 'preview', 'server', 'server-web', 'cli', 'mcp', 'pdf', 'xls'].map(
    (name) => `dist/${name}.js`,
  );
  console.log('');
  for (const file of [...bundles, ...packages]) {
    const { size } = statSync(path.join(root, file));
    console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${file}`);
  }
}
