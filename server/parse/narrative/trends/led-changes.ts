import { isLastYear } from '../parts/named-years';
import { ends, type Stream } from '../parts/paragraph-words';

// 与上年相比，新收增加 47 件，不予公开增加 15 件; 办结比上年增加 22 件，其中予以公开增加 3 件: changes that go on with what was said to be compared.

/** So many clauses may tell of changes side by side. */
const mostChanges = 8;

/** The comma behind what leads changes, and whether they are told to be from last year. */
interface Lead {
  readonly comma: number;
  readonly isOfLastYear: boolean;
}

/** What the clause from `start` on is compared with, by those before it; undefined where nothing leads it. */
export function leadOf(stream: Stream, start: number): Lead | undefined {
  let comma = start - 1;
  for (let count = 0; count < mostChanges && stream.letter(comma) === ','; count++) {
    if (stream.letter(comma - 1) === '~') return { comma, isOfLastYear: isLastYear(stream, comma - 2) };
    if (isShort(stream, comma)) return { comma, isOfLastYear: true };
    const isChange = stream.letter(comma - 1) === '5' || '^d'.includes(stream.letter(comma - 2) || '.');
    if (!isChange) return undefined;
    const comparison = stream.lastBefore(comma, '~', ends);
    if (comparison >= 0)
      return isPlain(stream, comparison, comma) ? { comma, isOfLastYear: true } : undefined;
    comma = stream.beginOf(comma, ends) - 1;
  }
  return undefined;
}

/** 较上年，: whether the clause that ends at a comma says no more than with what is compared. */
const isShort = (stream: Stream, comma: number): boolean =>
  isLastYear(stream, comma - 1) &&
  stream.letter(comma - 2) === '~' &&
  ends.includes(stream.letter(comma - 3) || '.');

/** 比上年增加 22 件，: whether the change before a comma is from last year, of the body itself and the whole year, in no more words than that. */
const isPlain = (stream: Stream, comparison: number, comma: number): boolean =>
  isLastYear(stream, comparison + 1) &&
  comparison + 2 === comma - 2 &&
  '^d'.includes(stream.letter(comma - 2) || '.') &&
  stream.lexemes
    .slice(stream.beginOf(comparison, ends), comparison)
    .every(({ letter }) => !'xXy*|'.includes(letter));
