import 'mocha/mocha.js';
import { env } from 'vscode';

/** As in ../index.ts; mocha's lines have words in place of %s, %d and %j. */
const report = (text: unknown = '', ...words: readonly unknown[]): void => {
  const rest = [...words];
  const line = String(text).replace(/%[sdj]/gu, () => String(rest.shift()));
  console.log(`[mocha]${[line, ...rest].join(' ')}`);
};

/** Runs the suites in the worker of a browser; called by VS Code's test runner. Rejects where a test failed or none was found. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = report;
  mocha.setup({
    ui: 'bdd',
    reporter: Mocha.reporters.Spec,
    timeout: 60_000,
    slow: 2_000,
    color: false,
    forbidOnly: true,
    forbidPending: true,
  });
  await (env.language === 'en' ? import('./english') : import('./suites'));
  const { failures, tests } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  if (tests === 0) throw new Error('没有运行任何测试');
  if (failures > 0) throw new Error(`${failures} 个测试没有通过`);
}
