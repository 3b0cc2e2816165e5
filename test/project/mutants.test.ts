import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './source';

// `npm run mutants` says which changes of the code no test notices: of changes planted here it names just those.

const code = `export const half = (n: number): number => (n > 10 ? n / 2 : n);
export function sum(numbers: readonly number[]): number {
  let all = 0;
  for (let at = 0; at !== numbers.length; at++) all += numbers[at] ?? 0;
  return all;
}
export const forgotten = (n: number): number => n + 1;
const table = [1, 2].map((n) => n + n);
export const doubled = (n: number): number | undefined => table[n - 1];
`;
const test = `import assert from 'node:assert/strict';
import { doubled, half, sum } from './code';
it('halves what is large', () => assert.deepEqual([half(20), half(3)], [10, 3]));
it('sums', () => assert.equal(sum([4, 5]), 9));
it('doubles', () => assert.deepEqual([doubled(1), doubled(2)], [2, 4]));
`;

/** What an expression over the exports of one of the scripts gives, in a process of its own. */
function answerOf(script: string, expression: string): unknown {
  const href = pathToFileURL(path.join(root, 'scripts', script)).href;
  const program = `const script = await import('${href}'); console.log(JSON.stringify(await ${expression}));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return JSON.parse(output);
}

describe('mutants', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-planted-'));
    writeFileSync(path.join(folder, 'code.ts'), code);
    writeFileSync(path.join(folder, 'code.test.ts'), test);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const tried = (): unknown =>
    answerOf(
      'mutants.mjs',
      `(async () => {
        const told = [];
        const tell = (line) => told.push(line);
        const stretches = [{ file: 'code.ts', from: 1, to: 9 }];
        const count = await script.tryMutants(${JSON.stringify(folder)}, stretches, ['code.test.ts'], { tell });
        return { count, told: told.slice(1, -1) };
      })()`,
    );

  it('are found by tests, or named; endless ones and those in what is computed once, too', () =>
    assert.deepEqual(tried(), {
      count: { killed: 16, hung: 0, survived: 2, unreached: 1 },
      told: [
        'code.ts:1:45 EqualityOperator 没有被发现：n > 10 → n >= 10',
        'code.ts:7:26 ArrowFunction 没有被发现：(n: number): number => n + 1 → () => undefined',
        'code.ts:7:49 ArithmeticOperator 没有测试执行到：n + 1 → n - 1',
      ],
    }));

  it('are nothing to be told of where the tests fail without them', () => {
    writeFileSync(path.join(folder, 'code.test.ts'), test.replace('[10, 3]', '[10, 4]'));
    assert.throws(tried, /没有改动时测试就不通过：halves what is large/u);
  });

  it('are drawn by a seed, the same ones by the same', () => {
    const draw = (seed: string) => {
      const all = `Array.from({ length: 9 }, (_, line) => ({ place: 'code.ts:' + line, becomes: '' }))`;
      return `script.sample(${all}, 4, '${seed}').map(({ place }) => place)`;
    };
    const drawn = answerOf('mutants/instrument.mjs', `[${draw('1')}, ${draw('1')}, ${draw('2')}]`);
    const [once, again, others] = drawn as readonly (readonly string[])[];
    assert.equal(once?.length, 4);
    assert.deepEqual(again, once);
    assert.notDeepEqual(others, once);
  });
});

describe('the lines that are mutated', () => {
  it('are those that are named, and of those the changed ones', () => {
    const files = `['server/text/fold.ts', 'server/text/span.ts']`;
    const diff = [
      'diff --git a/server/text/span.ts b/server/text/span.ts',
      '--- a/server/text/span.ts',
      '+++ b/server/text/span.ts',
      '@@ -3 +3,2 @@ one line has become two',
      '-old',
      '+new',
      '+newer',
      '@@ -9,2 +10,0 @@ what has gone has no mutants',
      '-gone',
      '-gone',
      '@@ -20 +19 @@',
      '-old',
      '+new',
    ].join('\n');
    const changed = `script.changedLines(${JSON.stringify(diff)})`;
    assert.deepEqual(
      answerOf(
        'mutants/stretches.mjs',
        `[script.named(${files}, ['text/fold:3-5', 'span.ts:7']), ${changed},
          script.common(script.named(${files}, ['text:4-99']), ${changed})]`,
      ),
      [
        [
          { file: 'server/text/fold.ts', from: 3, to: 5 },
          { file: 'server/text/span.ts', from: 7, to: 7 },
        ],
        [
          { file: 'server/text/span.ts', from: 3, to: 4 },
          { file: 'server/text/span.ts', from: 19, to: 19 },
        ],
        [
          { file: 'server/text/span.ts', from: 4, to: 4 },
          { file: 'server/text/span.ts', from: 19, to: 19 },
        ],
      ],
    );
  });
});
