import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

// A table whose zeros stand blank, in columns that nothing shows: what is not read is said once, and is no error of the clerk's.

const flawless = layoutCalled('tsv').render(sheetOf(3, 5));

/** The report with two zeros less in so many rows that have three beside each other. */
function withGaps(rows: number): string {
  let left = rows;
  const text = flawless.replace(/^.*\t0\t0\t0\t.*$/gmu, (line) => {
    if (left === 0 || !/(?:\t\d+){7}$/u.test(line)) return line;
    left--;
    return line.replace('\t0\t0\t0', '\t0');
  });
  assert.equal(left, 0, 'so many rows with zeros');
  return text;
}

const told = (text: string): string[] => [
  ...new Set(
    analyze(text).findings.flatMap(({ rule }) =>
      rule === 'missing-cell' || rule === 'unread-table' ? [rule] : [],
    ),
  ),
];

describe('rows with fewer figures than cells', () => {
  it('are told one by one where they are few', () => assert.deepEqual(told(withGaps(3)), ['missing-cell']));

  it('are told once where they are many, and not as errors', () =>
    assert.deepEqual(told(withGaps(4)), ['unread-table']));
});
