import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { balancedFacts } from '../support/facts';
import { written } from '../support/written';

/** A report in which words stand instead of three figures that lead to each other. */
function withWords(words: string): string {
  const lines = written('gfm', { seed: 2, size: 60, figures: balancedFacts(2, 60) }).split('\n');
  const at = lines.findIndex((line) => line.includes('本年新收政府信息公开申请数量'));
  const cells = (lines[at] ?? '').split('|');
  const [person, lawyers, total] = [cells.length - 8, cells.length - 4, cells.length - 2];
  assert.ok(Number(cells[lawyers]) > 0, lines[at]);
  lines[at] = cells
    .map((cell, index) =>
      index === person || index === total ? ` ${words} ` : index === lawyers ? ' 0 ' : cell,
    )
    .join('|');
  return lines.join('\n');
}

describe('a cause in cells that have words', () => {
  it('offers a figure in the place of a word that says none, and of none that says more', () => {
    const offered = (words: string): string[] =>
      analyze(withWords(words)).findings.flatMap(({ repairs }) =>
        repairs.flatMap(({ edits }) =>
          edits.filter(({ from }) => from === null).map(({ newText }) => newText),
        ),
      );
    assert.ok(offered('待核').some((each) => /^\d+$/u.test(each)));
    assert.deepEqual(offered('见附表'), []);
  });

  it('says what stands there, and never that nothing does', () => {
    const { findings } = analyze(withWords('x'));
    const told = findings.flatMap(({ message, related, repairs }) => [
      message,
      ...related.map((each) => each.message),
      ...repairs.map(({ title }) => title),
    ]);
    assert.ok(
      told.some((each) => /「总计」列填的不是件数，应为 \d/u.test(each)),
      told.join('\n'),
    );
    assert.ok(
      told.some((each) => /「总计」列由“x” 改为 \d/u.test(each)),
      told.join('\n'),
    );
    assert.deepEqual(
      told.filter((each) => /现为 空|「(?:自然人|总计)」列缺少/u.test(each)),
      [],
    );
  });
});
