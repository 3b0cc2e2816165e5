import type { Figure, Relation, ShareRelation } from '../../report/claim';
import { changeAt } from './changes';
import type { Draft } from './draft';
import { listAt } from './lists';
import type { Prose } from './prose';
import type { Lexeme } from './scan';
import { farthest, Stream } from './stream';

/** Finds how the numbers of a paragraph hang together, in the order of the text. */
export function relationsOf(
  lexemes: readonly Lexeme[],
  drafts: readonly Draft[],
  prose: Prose,
  year: number | undefined,
): Relation[] {
  const relations: Relation[] = [];
  let stream: Stream | undefined;
  for (let at = 1; at < lexemes.length; at++) {
    const letter = lexemes[at]?.letter ?? '';
    if (!'tsh^d'.includes(letter)) continue;
    stream ??= new Stream(lexemes, drafts, prose, year);
    relations.push(...relationAt(stream, at, letter));
  }
  return relations;
}

/** The relation that a word of this class tells of, if it tells of one. */
function relationAt(stream: Stream, at: number, letter: string): Relation[] {
  if (letter === 't' || letter === 's') return listAt(stream, at);
  return letter === 'h' ? shareAt(stream, at) : changeAt(stream, at);
}

/** 占 …%: of which whole is not said, so that every greater number before it may be meant. */
function shareAt(stream: Stream, at: number): ShareRelation[] {
  const share = stream.figure(at);
  const marker = stream.lastBefore(at, '#', ',;.(n');
  if (!share) return [];
  if (marker < 0) return rateAt(stream, at, share);
  const partAt = stream.lastBefore(marker, 'n', '.;h');
  const part = stream.figure(partAt);
  // 占全市的, 占年度任务的: of something that the text does not count.
  if (stream.lexemes.slice(marker, at).some(({ letter }) => letter === 'x')) return [];
  if (share.value > 100 || /全[省市州县区]/u.test(stream.between(marker, at))) return [];
  // 予以公开的占 58.5%: a part whose number is not told.
  const words = stream.lexemes.slice(partAt + 1, marker);
  if (!part || words.some(({ letter }) => !',:('.includes(letter))) return [];
  // 两项合计占: of the part is told with others.
  if (/[合共总]计|两项|以上|共占/u.test(stream.between(partAt, marker))) return [];
  const from = Math.max(0, partAt - farthest);
  const wholes = stream.lexemes
    .slice(from, partAt)
    .flatMap((_, index) => {
      const figure = stream.figure(from + index);
      return figure && !isBesides(stream, from + index, partAt) ? [figure] : [];
    })
    .filter(({ unit, value }) => unit === part.unit && value >= part.value);
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return [{ kind: 'share', part, wholes, share, decimals }];
}

/** Whether a number has a share of its own and the part is not among what it takes in: both are parts of the same. */
function isBesides(stream: Stream, at: number, part: number): boolean {
  let isShared = false;
  for (let index = at + 1; index < part; index++) {
    const letter = stream.letter(index);
    if (letter === 't' || letter === 's') return false;
    if (letter === 'n' && !isShared) return false;
    if (letter === '#') isShared = true;
  }
  return isShared;
}

/** 办结率 87.5%: of what was received, and of that with what was carried over. */
function rateAt(stream: Stream, at: number, share: Figure): ShareRelation[] {
  if (stream.letter(at - 1) !== 'D' || !stream.between(at - 1, at).includes('率') || share.value >= 100)
    return [];
  const placeOf = (...keys: readonly string[]): number =>
    stream.lexemes.findLastIndex((_, index) => index < at && keys.includes(stream.key(index)));
  const partAt = placeOf('answered', 'handled');
  const receivedAt = placeOf('received', 'receivedNew');
  // A rate of something else that was counted since, or of what was due.
  const since = stream.lexemes.slice(partAt + 1, at);
  const isOther = since.some(
    ({ letter }, index) => 'nXT'.includes(letter) && partAt + 1 + index !== receivedAt,
  );
  if (isOther) return [];
  const part = stream.figure(partAt);
  const received = stream.figure(receivedAt);
  if (!part || !received || part.value > received.value) return [];
  const over = stream.figure(placeOf('carriedOver'))?.value ?? 0;
  const wholes = [received, { ...received, value: received.value + over }];
  return [{ kind: 'share', part, wholes, share, decimals: stream.lexemes[at]?.quantity?.decimals ?? 0 }];
}
