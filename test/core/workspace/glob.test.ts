import assert from 'node:assert/strict';
import { globOf, splitGlob } from '../../../server/workspace/glob';
import { trial } from '../support/trial';

const names: Readonly<
  Record<string, { readonly has: readonly string[]; readonly hasNot: readonly string[] }>
> = {
  '*.txt': { has: ['甲.txt', '.txt', '.甲.txt'], hasNot: ['甲/乙.txt', '甲.TXT', '甲.txt.bak'] },
  '**/*.txt': { has: ['甲.txt', '甲/乙.txt', '.甲/乙/丙.txt'], hasNot: ['甲.md'] },
  '年报/**': { has: ['年报/甲.txt', '年报/甲/乙'], hasNot: ['旧/年报/甲.txt'] },
  '年报/{2023,2024}?/[一-丙]*': {
    has: ['年报/2023年/丁.txt'],
    hasNot: ['年报/2023/丁.txt', '年报/2022年/丁'],
  },
  '{甲,乙/**}/*.md': { has: ['甲/a.md', '乙/c/d/a.md'], hasNot: ['丙/a.md'] },
  '[^甲]*': { has: ['乙'], hasNot: ['甲乙'] },
  '甲\\(1\\)\\*.txt': { has: ['甲(1)*.txt'], hasNot: ['甲(1)乙.txt'] },
  '甲(1).txt': { has: ['甲(1).txt'], hasNot: ['甲1.txt'] },
  '#甲': { has: ['#甲'], hasNot: ['甲'] },
  '某县*局': { has: ['某县水务局'], hasNot: ['某县水务局办公室', '甲某县水务局'] },
  '𠀀?': { has: ['𠀀𠀁'], hasNot: ['𠀀'] },
  '[': { has: ['['], hasNot: ['甲', ''] },
  '': { has: [], hasNot: ['甲', '/'] },
};

/** What engines that go back and forth over a name need years for. */
const heavy: Readonly<Record<string, (times: number) => string>> = {
  stars: (times) => `${'*a'.repeat(times)}b`,
  'stars and single characters': (times) => `${'?*'.repeat(times)}b`,
  'stars in folders': (times) => `${'**/*a'.repeat(times)}b`,
  'folders at any depth': (times) => `${'**/a/'.repeat(times)}b`,
  classes: (times) => `${'[a-c]*'.repeat(times)}d`,
  'repeated groups': (times) => `${'*(a|aa)'.repeat(times)}b`,
  'groups in groups': (times) => `${'+(a|+(a|+(a|aa)))'.repeat(times)}b`,
  'what must not be': (times) => `${'!(a*a)'.repeat(times)}b`,
  'groups without an end': (times) => '!('.repeat(times) + 'a'.repeat(times),
  'deep groups': (times) => `${'*('.repeat(times)}a${')'.repeat(times)}`,
  braces: (times) => `${'{a,b}'.repeat(times)}c`,
  'deep braces': (times) => `${'{a,'.repeat(times)}b${'}'.repeat(times)}`,
  'a long range': (times) => `{1..${'9'.repeat(times)}}{1..${'9'.repeat(times)}}`,
};

const paths = ['a'.repeat(255), 'ab'.repeat(127), 'a/'.repeat(1_000), `${'a'.repeat(255)}/`.repeat(15)];
const endure = trial('满是星号、括号、花括号的通配符：很快答完，用不了的说明为什么');

describe('a pattern of paths', () => {
  for (const [pattern, { has, hasNot }] of Object.entries(names))
    it(`is what it is for users: ${pattern}`, () => {
      const { fault, matches } = globOf(pattern);
      assert.equal(fault, undefined);
      assert.deepEqual(has.filter(matches), has);
      assert.deepEqual(hasNot.filter(matches), []);
    });

  it('does without capitals where they do not count', () => {
    assert.ok(globOf('*.{TXT,md}', { nocase: true }).matches('甲.txt'));
    assert.ok(!globOf('*.{TXT,md}').matches('甲.txt'));
  });

  for (const [what, make] of Object.entries(heavy))
    it(`is answered, or refused, whatever it is made of: ${what}`, () => {
      for (const times of [1, 5, 30, 300, 100_000])
        endure(() => {
          const { fault, matches } = globOf(make(times));
          const found = paths.filter(matches);
          if (fault !== undefined) {
            assert.match(fault, /^太长（超过 1000 字）$|^花括号里的写法太多（超过 500 种）$|^太复杂$/u);
            assert.deepEqual(found, []);
          }
          assert.ok(fault === undefined || times > 1, fault);
        });
    });

  it('is not refused for what people write', () => {
    const years = Array.from({ length: 20 }, (_, index) => 2008 + index).join();
    for (const pattern of [
      `**/*{${years}}*/**/*{年报,年度报告}*.{txt,md,html,docx,doc,wps}`,
      '*'.repeat(1_000),
    ])
      assert.equal(globOf(pattern).fault, undefined, pattern);
  });
});

describe('a pattern on the command line', () => {
  for (const [text, expected] of [
    ['甲/*.txt', { base: '甲', below: '*.txt' }],
    ['./甲/乙/**/a?.txt', { base: './甲/乙', below: '**/a?.txt' }],
    ['*.txt', { base: '', below: '*.txt' }],
    ['/tmp/*', { base: '/tmp', below: '*' }],
    ['/*', { base: '/', below: '*' }],
    ['../甲/{乙/丙,丁}/*', { base: '../甲', below: '{乙/丙,丁}/*' }],
    ['甲(1).txt', undefined],
    ['甲[.txt', undefined],
    ['甲/乙.txt', undefined],
  ] as const)
    it(`begins with a folder, or is none: ${text}`, () => assert.deepEqual(splitGlob(text), expected));
});
