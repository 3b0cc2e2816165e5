import type { Figure, Ratio, ShareRelation } from '../../report/relation';
import type { Report } from '../../report/report';
import { withCarriedOver } from './keys';
import { rateAt } from './rates';
import { ratiosOf } from './ratios';
import { respectiveAt } from './respectively';
import { countedAt, markerOf, ofWhole } from './share-subjects';
import { farthest, type Stream } from './stream';

/** What applications are counted as before they are divided. */
const undivided = new Set(['received', 'receivedNew', 'handled', withCarriedOver, 'answered']);

/** What the percentage at `at` is a share of, as far as it is told beside it. */
export type Told = Pick<ShareRelation, 'part' | 'wholes'> & Partial<Pick<ShareRelation, 'ratios'>>;

/** 占 …%, 办结率 …% at the percentage at `at`; empty where it is not clear what has this share. */
export function shareAt(stream: Stream, at: number, report: Report): ShareRelation[] {
  const share = stream.figure(at);
  const respective = share && respectiveAt(stream, at);
  if (!share || respective === 'unclear') return [];
  const told = respective ?? toldAt(stream, at, report);
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return told ? [{ kind: 'share', ratios: [], ...told, share, decimals }] : [];
}

function toldAt(stream: Stream, at: number, report: Report): Told | undefined {
  const marker = markerBefore(stream, at);
  if (marker < 0) return ofNumberBehind(stream, at) ?? rateAt(stream, at);
  return ofPartBehind(stream, at, marker) ?? ofPartBefore(stream, at, marker, report);
}

const markerBefore = (stream: Stream, at: number): number => {
  const marker = markerOf(stream, at);
  return marker < 0 ? stream.lastBefore(at, '#', ',;.(n') : marker;
};

/** 予以公开 15 件，占 40.5%: of the number before it. */
function ofPartBefore(stream: Stream, at: number, marker: number, report: Report): Told | undefined {
  const partAt = stream.lastBefore(marker, 'n', '.;h');
  const part = stream.figure(partAt);
  if (!part) return undefined;
  // 占全市的, 占年度任务的: of something that the text does not count.
  if (stream.lexemes.slice(marker, at).some(({ letter }) => letter === 'x')) return undefined;
  if (/全[省市州县区]/u.test(stream.between(marker, at))) return undefined;
  // 予以公开的占 58.5%: a part whose number is not told.
  const words = stream.lexemes.slice(partAt + 1, marker);
  if (words.some(({ letter }) => !',:('.includes(letter))) return undefined;
  // 两项合计占: of the part is told with others.
  if (/[合共总]计|两项|以上|共占/u.test(stream.between(partAt, marker))) return undefined;
  return {
    part,
    wholes: wholesOf(stream, partAt, part),
    ratios: ratiosAt(stream, partAt, [marker, at], report),
  };
}

/** What the tables may have for the number at `partAt`, where it is told as a part of applications: 占全部办结件的. */
export function ratiosAt(
  stream: Stream,
  partAt: number,
  [marker, at]: readonly [marker: number, at: number],
  report: Report,
): Ratio[] {
  const isOfApplications = stream.topicAt(at)?.letter === 'A' || ofWhole(stream, marker, at);
  const key = stream.key(partAt);
  const keys = !isOfApplications ? [] : key === '' ? countedAt(stream, partAt) : [key];
  return keys.flatMap((key) => ratiosOf(key, report));
}

/** 400 条，其中动态类占 75%，为 300 条: of the number behind it; undefined where none is said to be that. */
function ofPartBehind(stream: Stream, at: number, marker: number): Told | undefined {
  const partAt = at + 2;
  const isBehind = stream.letter(partAt) === 'n' && /^,(?:为|有|即)$/u.test(stream.between(at, partAt));
  const part = isBehind && marker === at - 1 ? stream.figure(partAt) : undefined;
  const wholeAt = stream.lastBefore(marker, 'n', '.;h');
  const whole = stream.figure(wholeAt);
  // Behind another share stands a part, not the whole.
  const isWhole = stream.lastBefore(wholeAt, 'h', '.;') < 0;
  return part && isWhole && whole?.unit === part.unit ? { part, wholes: [whole] } : undefined;
}

/** 150 条，占全年公开信息 250 条的 60%: of the number between 占 and the percentage; undefined where none stands there. */
function ofNumberBehind(stream: Stream, at: number): Told | undefined {
  const whole = stream.letter(at - 1) === 'n' && stream.between(at - 1, at) === '的' && stream.figure(at - 1);
  const marker = whole ? stream.lastBefore(at - 1, '#', ',;.(n') : -1;
  if (!whole || marker < 0) return undefined;
  const partAt = stream.lastBefore(marker, 'n', '.;h');
  const part = stream.figure(partAt);
  if (part?.unit !== whole.unit) return undefined;
  const isBeside = stream.lexemes.slice(partAt + 1, marker).every(({ letter }) => ',:('.includes(letter));
  return isBeside ? { part, wholes: [whole] } : undefined;
}

/** The numbers that a part may be a share of: of which whole is not said, so that every one before it may be meant; the likeliest last. */
export function wholesOf(stream: Stream, partAt: number, part: Figure): Figure[] {
  const from = Math.max(0, partAt - farthest);
  const places: number[] = [];
  for (let at = from; at < partAt; at++) {
    const isCounted = stream.figure(at)?.unit === part.unit;
    if (isCounted && !isBesides(stream, at, partAt)) places.push(at);
  }
  const listed = listedIn(stream, places);
  // 118 件，包括上年结转 6 件。其中…: what is divided is the whole, not what it takes in.
  const isWhole = (at: number): boolean =>
    !listed.has(at) &&
    stream.lastBefore(at, 's', ',;.:(') < 0 &&
    (stream.figure(at)?.value ?? 0) >= part.value;
  const isUndivided = (at: number): boolean => undivided.has(stream.key(at)) && !stream.isAside(at);
  const nearest = places.findLast(isWhole);
  const likeliest = stream.key(partAt) === '' ? nearest : (places.findLast(isUndivided) ?? nearest);
  const others = places.filter((at) => at !== likeliest);
  return stream.figures(likeliest === undefined ? others : [...others, likeliest]);
}

/** The places of numbers that together make up one before them: 8 件，涉及政策 1 件、机构 1 件、备案 6 件. */
function listedIn(stream: Stream, places: readonly number[]): ReadonlySet<number> {
  const listed = new Set<number>();
  for (const [index, whole] of places.entries()) {
    if (listed.has(whole)) continue;
    let left = stream.figure(whole)?.value ?? 0;
    for (let next = index + 1; next < places.length && left > 0; next++) {
      left -= stream.figure(places[next] ?? -1)?.value ?? 0;
      if (left === 0 && next > index + 1) for (const at of places.slice(index + 1, next + 1)) listed.add(at);
    }
  }
  return listed;
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
