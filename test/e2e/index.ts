import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** VS Code mixes what it has to say itself into the log; this marks what mocha says. */
const report = (...line: readonly unknown[]): void => console.log(`[mocha]${format(...line)}`);

/** Runs the suites; called inside VS Code by its test runner. Rejects where a test failed or none was found. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = report;
  const mocha = new Mocha({
    timeout: 60_000,
    slow: 2_000,
    color: false,
    forbidOnly: true,
    forbidPending: true,
  });
  const folder = path.join(__dirname, 'suite');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.js'))) {
    mocha.addFile(path.join(folder, file));
  }
  const { failures, tests } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  if (tests === 0) throw new Error('没有运行任何测试');
  if (failures > 0) throw new Error(`${failures} 个测试没有通过`);
}
