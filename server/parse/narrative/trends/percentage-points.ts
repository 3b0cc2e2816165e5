import type { ChangeRelation, Figure } from '../../../report/relation';
import { isLastYear } from '../parts/named-years';
import { farthest, type Stream } from '../parts/paragraph-words';

/** Of so many percentages before a change in points two are compared. */
const mostShares = 2;

/**
 * 公开率 40.5%，较上年的 30.5% 提高 10 个百分点: the change in points that the word at `at` tells of, with the two percentages before it;
 * empty where there are others, or none is said to be the earlier one.
 */
export function pointsAt(stream: Stream, at: number): ChangeRelation[] {
  const quantity = stream.lexemes[at + 1]?.quantity;
  if (!quantity?.unit.endsWith('百分点') || quantity.low !== quantity.high) return [];
  const places = sharesBefore(stream, at);
  const earlier = places.filter((place) => isEarlier(stream, place));
  const [beforeAt = -1] = earlier;
  const nowAt = places.find((place) => place !== beforeAt) ?? -1;
  const [now, before] = [stream.figure(nowAt), stream.figure(beforeAt)];
  if (!now || !before || earlier.length !== 1 || places.length !== mostShares) return [];
  const by: Figure = { value: quantity.value, unit: quantity.unit, span: stream.spanOf(at + 1) };
  const slack = slackOf(
    [nowAt, beforeAt].map((place) => stream.lexemes[place]?.quantity?.decimals ?? 0),
    quantity.decimals,
  );
  const range = { low: quantity.value - slack, high: quantity.value + slack };
  const step = {
    rise: stream.letter(at) === '^',
    word: stream.spanAt(at),
    by,
    decimals: quantity.decimals,
    range,
  };
  return [{ kind: 'change', now, before, steps: [step] }];
}

/** The percentages of the sentence before `at`, one more than are compared at the most. */
function sharesBefore(stream: Stream, at: number): number[] {
  const places: number[] = [];
  for (let place = at - 1; place > at - farthest && places.length <= mostShares; place--) {
    const letter = stream.letter(place) || '.';
    if ('.\n'.includes(letter)) break;
    if (letter === 'h' && stream.figure(place)) places.unshift(place);
  }
  return places;
}

/** Whether a percentage is said to be last year's: right behind the word for it, with no more than the name of the rate between. */
function isEarlier(stream: Stream, at: number): boolean {
  let place = at - 1;
  while (
    place > at - farthest &&
    !',;:(h.\n'.includes(stream.letter(place) || '.') &&
    !isLastYear(stream, place)
  )
    place--;
  return isLastYear(stream, place);
}

/** How far points may be from the difference of two percentages: each is rounded, and so are the points. */
function slackOf(shares: readonly number[], points: number): number {
  const fewest = Math.min(...shares);
  if (points < fewest) return 0.5 * 10 ** -points;
  return fewest === 0 ? 0.5 : 10 ** -fewest;
}
