import assert from 'node:assert/strict';
import { read, sources } from './source';

const page = read('docs/reliability.md');
const lines = [...page.matchAll(/^\| (.+?) \| ([\d,]+) \| (\d+) \| \[.*\]\(\.\.\/(\S+)\) \|$/gmu)].map(
  ([, what = '', tried, lost, suite = '']) => ({
    what,
    tried: Number(tried?.replaceAll(',', '')),
    lost,
    suite,
  }),
);

describe('docs/reliability.md', () => {
  it('has a line of every suite that counts what it tries, in the words that stand there', () => {
    const counting = sources.filter(({ imports }) => imports.some((each) => each.endsWith('/support/trial')));
    assert.deepEqual([...new Set(lines.map(({ suite }) => suite))], counting.map(({ file }) => file).sort());
    for (const { what, suite } of lines) assert.ok(read(suite).includes(`'${what}'`), `${suite}: ${what}`);
  });

  it('tells of nothing that was lost, and of thousands that were tried', () => {
    assert.deepEqual(
      lines.filter(({ lost }) => lost !== '0'),
      [],
    );
    assert.ok(lines.reduce((sum, { tried }) => sum + tried, 0) > 2_000);
  });
});
