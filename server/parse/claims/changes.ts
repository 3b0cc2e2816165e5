import type { ChangeRelation, Figure } from '../../report/claim';
import { numbersApart } from './earlier';
import type { Stream } from './stream';

/** A change as it is told: where the word for it and the word of comparison stand, and by how much. */
interface Told {
  readonly at: number;
  readonly comparison: number;
  readonly by: Figure;
}

const clauseEnds = '.;';
const nouns = 'AaxXBLFJWYZ';

/** The change that the word at `at` tells of (比上年的 500 件增长 4.6%); empty where it is not clear what was compared. */
export function changeAt(stream: Stream, at: number): ChangeRelation[] {
  const by = stream.figure(at + 1);
  const comparison = comparisonOf(stream, at);
  if (!by || comparison < 0 || /[到至为]/u.test(stream.between(at, at + 1))) return [];
  // 与上年的 500 件相比: the number before the word is the earlier one, and the later one stands too far away.
  if (stream.textAt(comparison).startsWith('相') && !isFollowed(stream, comparison, at)) return [];
  const decimals = stream.lexemes[at + 1]?.quantity?.decimals ?? 0;
  const rise = stream.letter(at) === '^';
  const apart = numbersApart(stream, comparison, at);
  if (apart) {
    const isSame = by.unit === '%' || by.unit === apart.now.unit;
    return isSame ? [{ kind: 'change', ...apart, rise, by, decimals }] : [];
  }
  const changes = laterNumbers(stream, comparison).flatMap((now): ChangeRelation[] => {
    if (by.unit !== '%' && by.unit !== now.unit) return [];
    const before = earlierNumber(stream, { at, comparison, by }, now);
    return before === 'unclear' ? [] : [{ kind: 'change', now, before, rise, by, decimals }];
  });
  // Of several numbers the one that fits was compared.
  const change = changes.find(isFitting) ?? changes[0];
  return change ? [change] : [];
}

/** 相比上年的 500 件增长: the word is followed by what is compared with. */
function isFollowed(stream: Stream, comparison: number, at: number): boolean {
  const between = range(comparison + 1, at).map((index) => stream.letter(index));
  return between.includes('n') && !between.includes(',');
}

/** The word of comparison; of 较上年增加 3 件, 同比增长 60% that of the first change. */
function comparisonOf(stream: Stream, at: number): number {
  const comparison = stream.lastBefore(at, '~', clauseEnds);
  const told = comparison - 3;
  const isAgain =
    comparison === at - 1 &&
    stream.letter(comparison - 1) === ',' &&
    stream.letter(comparison - 2) === 'n' &&
    stream.letter(told) === stream.letter(at);
  return isAgain ? stream.lastBefore(told, '~', clauseEnds) : comparison;
}

/** The numbers that may be what was compared: the one before the word, then what stands before that in the sentence. */
function laterNumbers(stream: Stream, comparison: number): Figure[] {
  const numbers: number[] = [];
  let place = stream.lastBefore(comparison, 'n', clauseEnds + nouns);
  for (; place >= 0; place = stream.lastBefore(place, 'n', clauseEnds)) numbers.push(place);
  return stream.figures(numbers);
}

/** The earlier number as the sentence prints it, or as the difference gives it; undefined where it tells neither. */
function earlierNumber(
  stream: Stream,
  { at, comparison, by }: Told,
  now: Figure,
): Figure | undefined | 'unclear' {
  let first = comparison + 1;
  while (first < at && !'^d'.includes(stream.letter(first))) first++;
  const printed = stream.figures(range(comparison + 1, first));
  const [before] = printed;
  if (printed.length > 1 || (before && before.unit !== now.unit)) return 'unclear';
  if (first === at) return before;
  // 增加 300 件，增长 13.6%: the second says the first again.
  const difference = stream.figure(first + 1);
  const isSame = stream.letter(first) === stream.letter(at) && by.unit === '%';
  const between = range(first + 2, at).every((index) => ',~'.includes(stream.letter(index)));
  if (!isSame || !between || difference?.unit !== now.unit) return 'unclear';
  if (before) return before;
  const value = stream.letter(at) === '^' ? now.value - difference.value : now.value + difference.value;
  return value > 0 ? { ...difference, value } : 'unclear';
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

function isFitting({ now, before, rise, by, decimals }: ChangeRelation): boolean {
  if (!before) return true;
  const difference = rise ? now.value - before.value : before.value - now.value;
  if (by.unit !== '%') return difference === by.value;
  return Math.abs((100 * difference) / before.value - by.value) < 10 ** -decimals + 1e-9;
}
