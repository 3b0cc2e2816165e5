import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { withDeadline } from '../support/deadline';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

/** What people write between the figures of a list. */
const separators = [
  '、',
  ',',
  ', ',
  ' ,',
  '，',
  '， ',
  ';',
  '；',
  '; ',
  ' ',
  '  ',
  '\t',
  '|',
  ' | ',
  '/',
  ' / ',
];
const endings = ['', '件', '次。', ' 条', '等', '。', ';', ',', ' x', '\n'];

/** Figures as they are counted, and as larger ones are written. */
const kinds: readonly ((index: number) => string)[] = [
  (index) => `${index}`,
  (index) => `${index + 1},${100 + (index % 900)}`,
];

/** Figures between separators taken in turn, in one line behind a word of ours. */
function listOf(count: number, figure: (index: number) => string, between: readonly string[]): string {
  const parts = Array.from({ length: count }, (_, index) => [between[index % between.length], figure(index)]);
  return `各季度接听的电话：${parts.flat().slice(1).join('')}`;
}

describe('figures in one line', function () {
  this.timeout(30_000);
  const mixtures = [...separators.map((one) => [one]), separators, [', ', '、'], [' ', ', '], ['，', ' , ']];
  for (const between of mixtures) {
    it(`are read at once, however many they are: ${JSON.stringify(between.slice(0, 3).join('…'))}`, () => {
      for (const count of [40, 1000]) {
        const lists = kinds.map((figure) => listOf(count, figure, between));
        for (const list of lists)
          for (const ending of endings) withDeadline(10, () => void analyze(list + ending));
      }
    });
  }

  it('give up to the deadline where they hang', () => {
    assert.throws(() => withDeadline(0.05, () => /(?:,|, |,? )+x/u.test(', '.repeat(500))), /timed out/u);
  });
});

/** What is said over and over in a paragraph or line that has no end, or in several: where each is looked at from the begin, it is hours. */
const endless: readonly (readonly [piece: string, times: number, lines: number])[] = [
  ['比上年增加5件，', 3000, 12],
  ['办结率87%，', 4000, 12],
  ['收到申请12件。', 3500, 8],
  ['予以公开12件，占12%，', 2400, 20],
  ['XX年', 100_000, 1],
  ['□□年', 100_000, 1],
  ['总计 0 规章 1 ', 20_000, 1],
];

describe('a text without an end', function () {
  this.timeout(200_000);
  for (const [piece, times, lines] of endless) {
    it(`is read in time that grows with it: ${piece}`, () => {
      const text = `${piece.repeat(times)}\n`.repeat(lines);
      withDeadline(60, () => void analyze(text));
    });
  }
});

describe('a table with separators without an end', function () {
  this.timeout(60_000);
  const text = layoutCalled('tsv').render(sheetOf(2, 20));
  const many = 100_000;
  for (const [label, piece] of [
    ['（七）总计', '\t'],
    ['（七）总计', '|'],
    ['（七）总计', '| '],
    ['（七）总计', ' |'],
    ['（七）总计', '\n|'],
    ['（七）总计', '\n\t\t\t\t\t\t\t'],
    ['行政许可', '\t'],
  ] as const)
    it(`is read in time that grows with it: ${JSON.stringify(label + piece)}`, () => {
      const long = text.replace(label, label + piece.repeat(many / piece.length));
      assert.ok(long.length > many);
      withDeadline(5, () => void analyze(long));
    });
});
