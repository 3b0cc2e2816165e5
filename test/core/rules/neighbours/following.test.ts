import assert from 'node:assert/strict';
import { edition2021 } from '../../../../server/form/edition-2021';
import type { Finding } from '../../../../server/report/finding';
import { at, found } from '../../support/checking';
import { filed, tell } from '../../support/neighbours';

const form = edition2021;

describe('figures that follow from last year’s', function () {
  // The machine may be busy with other things.
  this.timeout(30_000);

  const path = (column: string): number => at(`proactiveDisclosure.normativeDocuments.${column}`);
  const with4 = (issued: number, repealed: number, inForce: number): number[] =>
    form.cells.map((_, cell) =>
      cell === path('issued')
        ? issued
        : cell === path('repealed')
          ? repealed
          : cell === path('inForce')
            ? inForce
            : 0,
    );
  const check = (inForce: number, more: readonly string[] = []): readonly Finding[] =>
    found(
      tell({ seed: 1, size: 0, year: 2023, figures: with4(4, 2, inForce), more }),
      { lastYear: filed(tell({ seed: 1, size: 0, year: 2022, figures: with4(9, 9, 20) })) },
      'stock-mismatch',
    );

  it('documents in force are found where they are not what the three columns come to', () => {
    assert.deepEqual(check(22), []);
    for (const inForce of [23, 372, 21, 10, 0]) assert.equal(check(inForce).length, 1);
    assert.match(check(21)[0]?.message ?? '', /自然失效/);
  });

  it('documents in force are not found where the text accounts for them', () => {
    const told = [
      '开展行政规范性文件清理，重新公布目录。',
      '部分行政规范性文件有效期届满后自然失效。',
      '规章修订后重新计数。',
      '因机构改革，承接了原两局的职责。',
      '现行有效的规范性文件统计口径有变化。',
    ];
    for (const sentence of told) assert.deepEqual(check(60, [sentence]), [], sentence);
    assert.equal(check(60, ['清理过期栏目3个。']).length, 1);
  });

  it('documents in force are told of with the table where all of it is last year’s', () => {
    const copied = with4(4, 2, 20).with(at('proactiveDisclosure.administrativeLicenses'), 31_846);
    const rulesOn = (figures: readonly number[]): string[] =>
      found(tell({ seed: 1, size: 0, year: 2023, figures }), {
        lastYear: filed(tell({ seed: 1, size: 0, year: 2022, figures: copied })),
      }).map(({ rule }) => rule);
    assert.deepEqual(rulesOn(copied), ['stale-table']);
    assert.deepEqual(rulesOn(copied.with(at('proactiveDisclosure.administrativeCoercions'), 1)), [
      'stock-mismatch',
    ]);
  });

  it('fees are found where they are ten thousand times as high or as low', () => {
    const fee = at('proactiveDisclosure.administrativeFees');
    const of = (amount: number): number[] => form.cells.map((_, cell) => (cell === fee ? amount : 0));
    const fees = (last: number, own: number): readonly Finding[] =>
      found(
        tell({ seed: 1, size: 0, year: 2023, figures: of(own) }),
        { lastYear: filed(tell({ seed: 1, size: 0, year: 2022, figures: of(last) })) },
        'fee-magnitude',
      );
    const silent = [
      [31, 31],
      [31, 310],
      [31, 0],
      [0, 310000],
      [31, 31000],
      [0.5, 900],
      [31.4, 3140],
    ] as const;
    for (const [last, own] of silent) assert.deepEqual(fees(last, own), []);
    assert.equal(fees(31.4, 298000)[0]?.repairs[0]?.edits[0]?.newText, '29.8');
    assert.deepEqual(fees(298000, 31.4)[0]?.repairs, []);
    assert.match(fees(298000, 31.4)[0]?.message ?? '', /上年是否误填为元/u);
  });
});
