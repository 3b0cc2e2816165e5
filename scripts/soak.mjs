// `npm run soak -- 2000`: the properties of test/properties, and that safe repairs harm nothing, on so many texts each; `-- 10m`: for so
// many minutes each (safe repairs by number only). A second number is the seed; without it each soak takes other texts, and says which.
import { say, start } from './process.mjs';
import { runCoreTests } from './tests.mjs';

const PARTS = ['test/properties/', 'features/safe-fixes'];

start(async () => {
  const [much = '1000', seed = String(Date.now() % 1_000_000_007)] = process.argv.slice(2);
  const [, number = '', isMinutes] = /^(\d+)(m)?$/.exec(much) ?? [];
  if (number === '' || !/^\d+$/.test(seed))
    throw new Error(
      '用法：npm run soak -- 次数|分钟m [种子]，例如 npm run soak -- 2000 或 npm run soak -- 10m 7',
    );
  Object.assign(process.env, { SEED: seed, [isMinutes ? 'MINUTES' : 'RUNS']: number });
  say(`种子 ${seed} · seed`);
  await runCoreTests(PARTS);
});
