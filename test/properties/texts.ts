import fc from 'fast-check';
import { damages } from '../core/support/damage';
import { damaged } from '../core/support/damage/damage';
import { layouts } from '../core/support/layouts';
import { sheetOf } from '../core/support/layouts/sheet';

/** What does not belong into a report, or not there. */
const strewn = fc.oneof(
  fc.constantFrom(
    ...[
      '\0',
      '\ud800',
      '\ufeff',
      '\u200b',
      '\r',
      '\t',
      '|',
      '\n',
      '\f',
      '<',
      '</td>',
      '<!--',
      '-->',
      '<del>',
      '</del>',
    ],
    ...[
      '&#51;',
      '&#x33',
      '&',
      '"',
      ',',
      '**',
      '（',
      '）',
      '一、',
      '五、',
      '0',
      '/',
      '1,2',
      '9'.repeat(20),
      '𠀀',
      '　',
      ' ',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

const places = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), text: strewn, lost: fc.nat(4) }),
  {
    maxLength: 4,
  },
);

/** Something is put in, and some characters behind it are lost. */
function strew(text: string, at: number, put: string, lost: number): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + lost);
}

const made = fc.record({
  seed: fc.nat(2000),
  size: fc.constantFrom(5, 30, 30, 400),
  edition: fc.constantFrom('2021' as const, '2021' as const, '2019' as const),
  layout: fc.constantFrom(...layouts),
  kinds: fc.uniqueArray(fc.constantFrom(...damages), { maxLength: 2 }),
});

/** Reports in all layouts and with all kinds of damage that tests know. */
export const damagedReports: fc.Arbitrary<string> = made.map(({ seed, size, edition, layout, kinds }) => {
  const sheet = sheetOf(seed, size, edition);
  return damaged(sheet, layout, kinds, seed)?.text ?? layout.render(sheet);
});

/** The same with foreign characters strewn in and others lost, and now and then no report at all. */
export const anyTexts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(damagedReports, places)
      .map(([text, all]) => all.reduce((each, { at, text: put, lost }) => strew(each, at, put, lost), text)),
  },
  { weight: 1, arbitrary: fc.array(strewn, { maxLength: 200 }).map((parts) => parts.join('')) },
);

/** Places of a text by its length. */
export const somePlaces = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 6,
  maxLength: 6,
});

/** What somebody types: at a place, so many characters away, and something else there. */
export const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    lost: fc.oneof(fc.nat(3), fc.nat(300)),
    text: strewn,
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);
