import assert from 'node:assert/strict';
import { nothingTicked, whatToTick } from '../../client/editing/ticking';
import { agencyItems } from '../../client/editing/whose';

describe('the list of agencies', () => {
  const known = [
    { agency: '甲县林业局', year: 2023 },
    { agency: '甲县林业局执法队', year: 2022 },
  ];
  const shown = (typed: string): readonly (string | undefined)[] =>
    agencyItems(known, typed).map(({ agency }) => agency);

  it('has the known ones, and asks for another', () => {
    assert.deepEqual(shown(''), ['甲县林业局', '甲县林业局执法队', undefined]);
    assert.deepEqual(shown('  '), shown(''));
  });

  it('takes what is typed where that is none of them, whatever the search leaves', () => {
    assert.deepEqual(shown(' 乙县水务局 '), ['甲县林业局', '甲县林业局执法队', '乙县水务局']);
    const [last] = agencyItems(known, '乙县水务局').slice(-1);
    assert.ok(last?.alwaysShow);
    assert.ok(last.label.includes('乙县水务局'));
    assert.deepEqual(shown('甲县林业局'), ['甲县林业局', '甲县林业局执法队']);
    assert.deepEqual(shown('局'.repeat(61)), ['甲县林业局', '甲县林业局执法队']);
  });
});

describe('the list of totals', () => {
  it('does not say that some are ticked where none is, and tells what it means to tick none', () => {
    assert.match(whatToTick([{ isCertain: false }, { isCertain: true }]), /已经勾上/u);
    assert.doesNotMatch(whatToTick([{ isCertain: false }]), /已经勾上/u);
    assert.match(nothingTicked(), /没有改动/u);
  });
});
