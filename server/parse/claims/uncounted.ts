import type { Form } from '../../form/form';
import type { CellSum } from '../../report/claim';
import type { UncountedShare } from '../../report/relation';
import { keysOf, results, withCarriedOver } from './keys';
import { isInRow } from './respectively';
import { farthest, type Stream } from './stream';
import { sumsFor } from './subjects';
import { noTopic } from './topic';

/** What is divided, by what it was found to count, and as what the shares of it are counted. */
const wholes: Readonly<Record<string, string>> = {
  received: 'handled',
  receivedNew: 'handled',
  handled: 'handled',
  [withCarriedOver]: 'handled',
  answered: 'handled',
  reconsiderations: 'reconsiderations',
  litigations: 'litigations',
};
const parts: Readonly<Record<string, string>> = {
  ...results,
  C: 'naturalPersons',
  V: 'organizations',
  r: 'reason',
};
const lost: Readonly<Record<string, string>> = {
  reconsiderations: 'outcome:reconsideration:corrected',
  litigations: 'outcome:litigation:corrected',
};

/**
 * A share at the percentage at `at` of which the sentence tells no number, only what it is of (予以公开占 58.5%, 纠错率 18%); empty where
 * the tables do not have that, or nothing tells of what.
 */
export function uncountedAt(stream: Stream, at: number, form: Form): UncountedShare[] {
  const share = stream.figure(at);
  const wholeAt = wholeBefore(stream, at);
  const whole = stream.figure(wholeAt);
  const key = wholes[stream.key(wholeAt)];
  if (!share || !whole || key === undefined || isInRow(stream, at)) return [];
  const { plain, wider } = sumsFor(form);
  const sums = partsOf(stream, at, key).flatMap((each) => [
    ...(plain.get(each) ?? []),
    ...(wider.get(each) ?? []),
  ]);
  if (sums.length === 0) return [];
  const known: readonly CellSum[] = plain.get(key) ?? [];
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return [{ kind: 'uncounted', sums, whole, wholes: known, share, decimals }];
}

/** The place of the number that is divided: the last one before, but for parts of it, with nothing else between; -1 where there is none. */
function wholeBefore(stream: Stream, at: number): number {
  let isNarrower = false;
  for (let index = at - 1; index >= Math.max(0, at - farthest); index--) {
    const letter = stream.letter(index);
    // 涉及征地的占 30%，其中自然人占 90%: of what has a share itself.
    if (letter === 'X' || (letter === 'h' && isNarrower)) return -1;
    isNarrower ||= letter === 't';
    if (letter === 'n' && (stream.key(index) in wholes || stream.key(index) === '')) return index;
  }
  return -1;
}

/** The keys of what has the share, in the words between the mark before it and 占, or right before its 率. */
function partsOf(stream: Stream, at: number, whole: string): readonly string[] {
  const marker = stream.lastBefore(at, '#', ',;:.(nh');
  const isRate = marker < 0 && stream.between(at - 1, at).includes('率');
  const to = marker < 0 ? at - 1 : marker - 1;
  if (marker < 0 && !isRate) return [];
  if (isRate && isDisclosedRate(stream, to)) return whole === 'handled' ? ['granted'] : [];
  if (isRate && 'kb'.includes(stream.letter(to))) return [lost[whole] ?? ''];
  if (whole !== 'handled' || (marker >= 0 && marker !== at - 1)) return [];
  let from = to;
  while (from > to - farthest && !',;:.(hn\n'.includes(stream.letter(from))) from--;
  const lexemes = stream.lexemes.slice(from + 1, to + 1);
  const letters = lexemes.map(({ letter }) => letter).join('');
  const [named = ''] = /^[&tA]*(?:G&P|P&G|[GPQUKECVr])[aqA]*$/u.test(letters)
    ? (/[GPQUKECVr]/u.exec(letters) ?? [])
    : [];
  if (/[GP]&[GP]/u.test(letters)) return ['grantedOrPartially'];
  return named === '' ? [] : keysOf(parts[named] ?? '', { lexemes, letters }, noTopic);
}

/** 办结申请 37 件，公开率 40.5%: of what was answered, where nothing says of what else it is. */
const isDisclosedRate = (stream: Stream, at: number): boolean =>
  stream.letter(at) === 'g' && ',;:('.includes(stream.letter(at - 1) || ',');
