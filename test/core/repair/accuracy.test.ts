import assert from 'node:assert/strict';
import { experiments, measure, together } from '../../../bench/support/measure';
import { edition2019 } from '../../../server/form/edition-2019';

// What the bench prints, on fewer tables: the least share of the truth among the explanations, and as the first of them.
const least: Readonly<Record<string, readonly [inSet: number, first: number]>> = {
  '表三 一格写错': [1, 1],
  '表三 两格写错': [1, 0.97],
  '表三 三格写错': [1, 0.95],
  '表三 六格写错': [0.3, 0.3],
  '移到下一行（空格）': [0.99, 0.45],
  '移到下一行（有数）': [0.99, 0.45],
  '移到下一列（空格）': [0.99, 0.45],
  '移到下一列（有数）': [0.99, 0.45],
  上下两格互换: [0.99, 0.45],
  左右两格互换: [0.99, 0.45],
  一列错下一行: [1, 0.8],
  一列错上一行: [1, 0.8],
  一行错后一列: [1, 0.8],
  错位并另有一格: [0.97, 0.8],
  互换并另有一格: [0.97, 0.8],
  // Where few figures are other than 0 each kind of dispute is explained by itself.
  '表四 各类一起错后一列': [0.7, 0.45],
  '表四 总计与一项互换': [1, 0.1],
  总计未随之改: [1, 1],
  缺一个总计: [1, 1],
  缺一个分项: [1, 1],
  缺一格并另有一格写错: [1, 0.97],
  '表四 一格写错（正文有述）': [1, 0.9],
  '表四 一格写错（正文无述）': [1, 0.15],
  // Any of the four parts may be the one.
  '表四 一项写错（正文述总计）': [1, 0.2],
  '上年结转 一格写错（有上年报告）': [1, 1],
  '上年结转 连总计写错（有上年报告）': [1, 1],
  '上年结转 连总计写错（无上年报告）': [1, 0.4],
};

describe('the cause of an error', function () {
  this.timeout(20_000);

  it('is expected of every kind of error', () => {
    assert.deepEqual(Object.keys(least).sort(), Object.keys(experiments).sort());
  });

  for (const [kind, experiment] of Object.entries(experiments)) {
    it(`is found as often as expected: ${kind}`, () => {
      const tables = [0, 5, 50, 500, 5000].map((size) => ({ size, rounds: 12 }));
      // In the trial form （六）其他处理 is a single row.
      const old = { form: edition2019, size: 60, rounds: 12 };
      const tally = together([...tables, old].map((each) => measure(experiment, each)));
      const [inSet = 1, first = 1] = least[kind] ?? [];
      assert.ok(tally.planted >= 15);
      assert.equal(tally.detected, tally.planted);
      assert.ok(
        tally.inSet >= inSet * tally.planted,
        `${tally.inSet} of ${tally.planted} among the explanations`,
      );
      assert.ok(tally.first >= first * tally.planted, `${tally.first} of ${tally.planted} first`);
    });
  }
});
