import type { Figure, ShareRelation } from '../../report/relation';
import { withCarriedOver } from './keys';
import { respectiveAt } from './respectively';
import { farthest, type Stream } from './stream';

/** What applications are counted as before they are divided. */
const undivided = new Set(['received', 'receivedNew', 'handled', withCarriedOver, 'answered']);

/** 占 …%, 办结率 …% at the percentage at `at`; empty where it is not clear what has this share. */
export function shareAt(stream: Stream, at: number): ShareRelation[] {
  const share = stream.figure(at);
  const marker = stream.lastBefore(at, '#', ',;.(n');
  if (!share) return [];
  const respective = respectiveAt(stream, at);
  if (respective === 'unclear') return [];
  if (respective) {
    const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
    return [{ kind: 'share', ...respective, share, decimals }];
  }
  if (marker < 0) return ofNumberBehind(stream, at, share) ?? rateAt(stream, at, share);
  const behind = ofPartBehind(stream, at, marker, share);
  if (behind) return behind;
  const partAt = stream.lastBefore(marker, 'n', '.;h');
  const part = stream.figure(partAt);
  if (!part) return [];
  // 占全市的, 占年度任务的: of something that the text does not count.
  if (stream.lexemes.slice(marker, at).some(({ letter }) => letter === 'x')) return [];
  if (/全[省市州县区]/u.test(stream.between(marker, at))) return [];
  // 予以公开的占 58.5%: a part whose number is not told.
  const words = stream.lexemes.slice(partAt + 1, marker);
  if (words.some(({ letter }) => !',:('.includes(letter))) return [];
  // 两项合计占: of the part is told with others.
  if (/[合共总]计|两项|以上|共占/u.test(stream.between(partAt, marker))) return [];
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return [{ kind: 'share', part, wholes: wholesOf(stream, partAt, part), share, decimals }];
}

/** 400 条，其中动态类占 75%，为 300 条: of the number behind it; undefined where none is said to be that. */
function ofPartBehind(
  stream: Stream,
  at: number,
  marker: number,
  share: Figure,
): ShareRelation[] | undefined {
  const partAt = at + 2;
  const isBehind = stream.letter(partAt) === 'n' && /^,(?:为|有|即)$/u.test(stream.between(at, partAt));
  const part = isBehind && marker === at - 1 ? stream.figure(partAt) : undefined;
  const wholeAt = stream.lastBefore(marker, 'n', '.;h');
  const whole = stream.figure(wholeAt);
  // Behind another share stands a part, not the whole.
  const isWhole = stream.lastBefore(wholeAt, 'h', '.;') < 0;
  if (!part || !isWhole || whole?.unit !== part.unit) return undefined;
  return [
    { kind: 'share', part, wholes: [whole], share, decimals: stream.lexemes[at]?.quantity?.decimals ?? 0 },
  ];
}

/** 150 条，占全年公开信息 250 条的 60%: of the number between 占 and the percentage; undefined where none stands there. */
function ofNumberBehind(stream: Stream, at: number, share: Figure): ShareRelation[] | undefined {
  const whole = stream.letter(at - 1) === 'n' && stream.between(at - 1, at) === '的' && stream.figure(at - 1);
  const marker = whole ? stream.lastBefore(at - 1, '#', ',;.(n') : -1;
  if (!whole || marker < 0) return undefined;
  const partAt = stream.lastBefore(marker, 'n', '.;h');
  const part = stream.figure(partAt);
  if (part?.unit !== whole.unit) return undefined;
  const isBeside = stream.lexemes.slice(partAt + 1, marker).every(({ letter }) => ',:('.includes(letter));
  if (!isBeside) return undefined;
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return [{ kind: 'share', part, wholes: [whole], share, decimals }];
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

/** 办结率 87.5%: of what was received, and of that with what was carried over. */
function rateAt(stream: Stream, at: number, share: Figure): ShareRelation[] {
  if (!stream.between(at - 1, at).includes('率') || share.value >= 100) return [];
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  const rated = 'DH'.includes(stream.letter(at - 1)) ? answeredRate(stream, at) : disclosedRate(stream, at);
  return rated ? [{ kind: 'share', ...rated, share, decimals }] : [];
}

type Rated = Pick<ShareRelation, 'part' | 'wholes'>;

function answeredRate(stream: Stream, at: number): Rated | undefined {
  const placeOf = (...keys: readonly string[]): number => stream.lastCounting(at, keys);
  const partAt = placeOf('answered', 'handled');
  if (partAt < 0) return repliedRate(stream, at);
  const receivedAt = placeOf('received', 'receivedNew');
  // A rate of something else that was counted since, or of what was due.
  const since = stream.lexemes.slice(partAt + 1, at);
  const isOther = since.some(
    ({ letter }, index) => 'nXT'.includes(letter) && partAt + 1 + index !== receivedAt,
  );
  const part = stream.figure(partAt);
  const received = stream.figure(receivedAt);
  if (isOther || !part || !received) return repliedRate(stream, at);
  const over = stream.figure(placeOf('carriedOver'))?.value ?? 0;
  return { part, wholes: [received, { ...received, value: received.value + over }] };
}

/** 收到留言 120 条，回复 110 条，回复率 91.7%: of whatever it is, where the same was done to the one number of the other. */
function repliedRate(stream: Stream, at: number): Rated | undefined {
  const partAt = stream.lastBefore(at, 'n', '.;hT');
  const wholeAt = stream.lastBefore(partAt, 'n', '.;h');
  const [part, whole] = [stream.figure(partAt), stream.figure(wholeAt)];
  const isSame =
    'DH'.includes(stream.letter(partAt - 1)) && stream.textAt(partAt - 1) === stream.textAt(at - 1);
  const isClear = isSame && stream.letter(partAt - 2) === ',' && part?.unit === whole?.unit;
  return isClear && part && whole ? { part, wholes: [whole] } : undefined;
}

const due = /应(?:当|予|主动)*公[开示]\D{0,6}$/u;
const disclosed = /公[开示]\D{0,6}$/u;
/** So far before a number the words stand that tell what it counts. */
const words = 14;

/** 应公开 250 条，已公开 240 条，公开率 96%: of the two numbers before it. */
function disclosedRate(stream: Stream, at: number): Rated | undefined {
  if (!disclosed.test(stream.textBefore(at, words).replace(/率\D{0,20}$/u, ''))) return undefined;
  const partsAt = [stream.lastBefore(at, 'n', '.;h')];
  partsAt.push(stream.lastBefore(partsAt[0] ?? -1, 'n', '.;h'));
  const isDue = (place: number): boolean => due.test(stream.textBefore(place, words));
  const whole = stream.figure(partsAt.find(isDue) ?? -1);
  const place = partsAt.find((each) => !isDue(each)) ?? -1;
  const part = disclosed.test(stream.textBefore(place, words)) ? stream.figure(place) : undefined;
  return part && whole && part.unit === whole.unit ? { part, wholes: [whole] } : undefined;
}
