import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/report/finding';
import { changesBetween } from '../../../server/text/changes';

describe('the changes between two texts', () => {
  const pairs: readonly (readonly [before: string, after: string, replaced: readonly string[]])[] = [
    ['a | 1 | 2', 'a\t1\t2', [' | ', ' | ']],
    ['a\n1\n2\nb\n3\n4', 'a\t1\t2\nb\t3\t4', ['\n', '\n', '\n', '\n']],
    ['', 'a', ['']],
    ['a\t1', 'a\t1', []],
    ['a 1 b 2', 'b 2', ['a 1 ']],
    ['头 | 自然人\na | 0 | 0', '| 头 | 自然人 |\n| --- | --- |\n| a | 0 | 0 |', ['', '\n', '']],
    ['行政 许可 | 5', '行政许可\t5', ['行政 许可 | ']],
  ];
  for (const [before, after, replaced] of pairs) {
    it(`are between the words that stay: ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      const changes = changesBetween(before, after);
      assert.equal(applyEdits(before, changes), after);
      assert.deepEqual(
        changes.map(({ span }) => before.slice(span.start, span.end)),
        replaced,
      );
    });
  }

  it('are one where there are too many words to compare', () => {
    const words = (sign: string): string => Array<string>(2100).fill('0').join(sign);
    const changes = changesBetween(words(' '), words('\t'));
    assert.equal(changes.length, 1);
    assert.equal(applyEdits(words(' '), changes), words('\t'));
  });
});
