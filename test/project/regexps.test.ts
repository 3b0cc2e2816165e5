import assert from 'node:assert/strict';
import { withDeadline } from '../core/support/deadline';
import { type Found, grammars, literals, madeDuring, makings } from './regexps/collect';
import { whyLinear } from './regexps/growth';
import { read, tracked } from './source';

/** A pattern that is not proven, and the piece of a line on which it would take the square of its length. */
interface Bounded {
  readonly why: string;
  readonly piece: string;
}

const shortRow = 'reads a line of a table, of less than 600 characters';
const bounded = new Map<string, Bounded>([
  [
    String.raw`/(?<=^|,)([ \t]*"(?:[^"\n]|"")*"[ \t]*|[^,"\n]*)(?=,|\r?$)/gmu`,
    { why: shortRow, piece: '\t' },
  ],
  [String.raw`/\d{1,3}(?:,\d{3})+(?!\d)/gu`, { why: shortRow, piece: ',0000' }],
]);
/** The grammar's pattern of a note is too large to be decided: all of its parts but the last are short, and that ends where another begins. */
const note = '<!--[ 　]*(年报核对)';
const rowsOfTable = '规章,0,0,0\n'.repeat(6);
/** So many pieces: the square of them would take hours. */
const many = 1_000_000;

const spelt = ({ source, flags }: Found): string => `/${source}/${flags}`;

const proven = new Map<string, boolean>();

function isProven(pattern: Found): boolean {
  const key = `${pattern.repeated} ${spelt(pattern)}`;
  const known = proven.get(key) ?? whyLinear(pattern) !== undefined;
  proven.set(key, known);
  return known;
}

/** The patterns whose time may grow faster than the text, and where they are written. */
const unproven = (patterns: readonly Found[]): string[] =>
  patterns
    .filter((each) => !bounded.has(spelt(each)) && !isProven(each))
    .map((each) => `${each.place}: ${spelt(each)}`);

/** Has reports read and shown, with the modules for that loaded only now. */
async function readReports(): Promise<void> {
  const { analyze } = await import('../../server/analysis');
  const { readingOf } = await import('../../server/features/showing/reading');
  await import('../../server/cli/run');
  for (const file of tracked.filter((each) => /^samples\/.*\.(?:txt|md|html)$/u.test(each)))
    readingOf(analyze(`${read(file)}\nXX市有____件。`));
}

describe('the time that a regular expression takes', function () {
  this.timeout(300_000);

  it('is seen to grow too fast where it does', () => {
    for (const [source, flags] of [
      ['(?:,|, |,? )+x', 'u'],
      [String.raw`\s+$`, 'u'],
      [String.raw`\d+(?=(?:\d{3})+x)`, 'gu'],
      [String.raw`:[ \t]*\d+(?:(?:,[ \t]*|,?[ \t]+)\d+)+(?=[ \t]*$)`, 'gmu'],
      ['a.*b|a', 'gu'],
    ] as const)
      assert.equal(whyLinear({ source, flags, repeated: flags.includes('g') }), undefined, source);
  });

  it('grows with the text and no faster', () => assert.deepEqual(unproven(literals), []));

  it('does so in the grammar', () => {
    const [notes, others] = [true, false].map((is) =>
      grammars.filter((each) => each.source.startsWith(note) === is),
    );
    assert.deepEqual(unproven(others ?? []), []);
    assert.equal(notes?.length, 1);
    for (const piece of ['<!--', '<!--年报核对 a', '（', '<!-- 年报核对（1', 'a-', ' ', '-', '：'])
      for (const { source } of notes ?? []) {
        const line = `<!--年报核对${piece.repeat(many / 10)}`;
        assert.doesNotThrow(
          () => withDeadline(60, () => void line.replace(new RegExp(source, 'gu'), '')),
          piece,
        );
      }
  });

  it('does so where a pattern is made of strings, and every such place is seen', async () => {
    const made = await madeDuring(readReports);
    const seen = new Set(made.map(({ place }) => place));
    const unseen = makings.filter((place) => !seen.has(place));
    assert.deepEqual(unseen, []);
    assert.deepEqual(unproven(made), []);
  });

  it('does not matter where what is searched is short', async () => {
    const { analyze } = await import('../../server/analysis');
    const all = new Set(literals.map(spelt));
    for (const [pattern, { why, piece }] of bounded) {
      assert.ok(all.has(pattern), `${pattern} is written nowhere`);
      const text = `${rowsOfTable}a,${piece.repeat(many)}x`;
      assert.doesNotThrow(() => withDeadline(60, () => void analyze(text)), why);
    }
  });
});
