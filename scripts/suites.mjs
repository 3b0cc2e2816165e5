// Runs suites of tests inside VS Code, wherever that runs, and prints what mocha prints there.
import { format } from 'node:util';
import { countTests } from './tests.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Suites
 * @property {string} folder what VS Code opens
 * @property {string} extension the folder of the extension that the tests stand in
 * @property {string} tests the file that runs them
 * @property {string} [language] the display language of VS Code
 * @property {(line: string, page: Page) => void} [heed] what is done about a line that they log
 */

const WITHIN_MS = Number(process.env.E2E_TIMEOUT_MS ?? 1_200_000);
const MARK = '[mocha]'; // as in test/e2e/index.ts

/**
 * Runs the suites to the end. Throws where VS Code reports a failure or no test, or reports nothing at all: a crash, a
 * lost server, no end in time.
 * @param {import('./host.mjs').Host} host
 * @param {Suites} suites
 */
export async function runSuites(host, suites) {
  /** @type {string[]} */
  const mocha = [];
  /** @type {string[]} */
  const rest = [];
  const code = await codeOf(host, suites, (line, page) => {
    suites.heed?.(line, page);
    if (!line.startsWith(MARK)) return void rest.push(line);
    mocha.push(line.slice(MARK.length));
    console.log(mocha.at(-1));
  }).catch((error) => {
    throw new Error([error.message, 'VS Code 的最后几行：', ...rest.slice(-20), host.log()].join('\n'));
  });
  const { passed, failed } = countTests(mocha.join('\n'));
  if (passed + failed === 0) throw new Error(['没有运行任何测试。', ...rest.slice(-20)].join('\n'));
  if (code !== 0 || failed > 0) throw new Error(`VS Code 里有测试没有通过（退出码 ${code}）`);
}

/**
 * The exit code that VS Code reports for the tests.
 * @param {import('./host.mjs').Host} host
 * @param {Suites} suites
 * @param {(line: string, page: Page) => void} log
 * @returns {Promise<number>}
 */
function codeOf(host, { folder, extension, tests, language }, log) {
  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    const fail = (reason) => reject(new Error(reason));
    setTimeout(() => fail(`测试超过 ${WITHIN_MS / 1000} 秒没有结束`), WITHIN_MS).unref();
    host.ended.then(() => fail('VS Code 的服务器中途退出'));
    const opened = openWorkbench(host, {
      folder,
      ...(language && { language }),
      payload: [
        ['extensionDevelopmentPath', host.remote(extension)],
        ['extensionTestsPath', host.remote(tests)],
      ],
      before: async (page) => {
        page.on('crash', () => fail('浏览器页面崩溃'));
        page.on('close', () => fail('浏览器中途退出'));
        await page.exposeFunction(
          'codeAutomationLog',
          (/** @type {string} */ _type, /** @type {unknown[]} */ args) => log(format(...args), page),
        );
        await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
          resolve(code);
          // Others may follow in a window of their own.
          void opened.then(({ browser }) => browser.close());
        });
      },
    });
    opened.catch(reject);
  });
}
