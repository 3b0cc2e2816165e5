import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { env } from 'vscode';

/** VS Code mixes what it has to say itself into the log; this marks what mocha says. */
const report = (...line: readonly unknown[]): void => console.log(`[mocha]${format(...line)}`);

/** The folder of the tests for a window of each display language. */
const folders: Readonly<Record<string, string>> = { 'zh-cn': 'suite', 'zh-tw': 'traditional', en: 'english' };

/** Runs the suites of the window's display language; called inside VS Code by its test runner. Rejects where a test failed or none was found. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = report;
  const mocha = new Mocha({
    timeout: 60_000,
    slow: 2_000,
    color: false,
    forbidOnly: true,
    forbidPending: true,
  });
  const language = process.env.E2E_LANGUAGE ?? env.language;
  const folder = path.join(__dirname, folders[language] ?? language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(path.join(folder, file));
  }
  const { failures, tests } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  if (tests === 0) throw new Error('没有运行任何测试');
  if (failures > 0) throw new Error(`${failures} 个测试没有通过`);
}
