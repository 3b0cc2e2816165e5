import assert from 'node:assert/strict';
import { type Numeral, numeralsOf } from '../../../server/census/numeral-census';
import { parseReport } from '../../../server/parse/parse';
import type { Span } from '../../../server/text/span';
import { cases } from './cases';

/** What each numeral of a stretch is read as: its class, and what it counts. */
const readIn = (text: string, { start, end }: Span): Numeral[] =>
  numeralsOf(parseReport(text), text).filter(({ span }) => start <= span.start && span.end <= end);

const told = (numerals: readonly Numeral[]): string[] =>
  numerals.map(({ class: kind, claim }) => `${kind} ${claim?.subject ?? ''}`);

/** The text with other digits in one numeral, as many and with no 0 before the others. */
function turned(text: string, { start, end }: Span, by: number): string {
  const digits = text.slice(start, end).replace(/\d/gu, (digit) => String(1 + ((Number(digit) + by) % 9)));
  return text.slice(0, start) + digits + text.slice(end);
}

/** By so many digits a number is turned, one after the other. */
const digits = 8;

describe('what a number is read as', function () {
  this.timeout(240_000);

  it('does not depend on whether it agrees', () => {
    let turns = 0;
    // Of each paragraph one number, not always the same, and each time by another digit.
    for (const [index, { text, span, line }] of cases.entries()) {
      const numerals = readIn(text, span);
      const counting = numerals.filter(({ class: kind }) => kind === 'claim' || kind === 'other-claim');
      const own = counting[index % counting.length]?.span;
      if (!own) continue;
      const other = turned(text, own, 1 + (index % digits));
      assert.deepEqual(
        told(readIn(other, span)),
        told(numerals),
        `${other.slice(own.start, own.end)}: ${line}`,
      );
      turns++;
    }
    assert.ok(turns > 1200, `${turns}`);
  });
});
