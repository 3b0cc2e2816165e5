import type { Figure } from '../../../report/relation';
import { farthest, type Stream } from '../parts/paragraph-words';
import type { Told } from './told-share';

// Rates of which the text itself tells both numbers: 收回问卷 188 份，回收率 94%.

/** 办结率 87.5%: of what was received, and of that with what was carried over; 解读率 75%: of the numbers of its sentence. */
export function rateAt(stream: Stream, at: number): Told | undefined {
  const value = stream.figure(at)?.value ?? 100;
  if (!/[率度][^,;。\d]{0,4}$/u.test(stream.textBefore(at, longestRate))) return undefined;
  const granted = grantedRate(stream, at);
  if (granted || value >= 100) return granted;
  const isAnswered = 'DH'.includes(stream.letter(at - 1));
  return (
    wholeRate(stream, at) ??
    (isAnswered ? answeredRate(stream, at) : disclosedRate(stream, at)) ??
    namedRate(stream, at)
  );
}

const inTime = /(?:按[时期]|如期|及时)(?:答复|办结|办理|回复)率/u;
const allInTime = /(?:全部|均|都)[^,;。\d]{0,8}(?:按[时期]|如期|及时|期限|时限|期内)/u;
/** What is told of all stands within so many characters. */
const longestTold = 40;

/** 答复 261 件，全部在法定期限内作出，按期答复率 98.5%: of all that were answered in time, as the sentence itself says. */
function wholeRate(stream: Stream, at: number): Told | undefined {
  if (!inTime.test(stream.textBefore(at, longestRate))) return undefined;
  const partAt = stream.lastBefore(at, 'n', '.;h');
  const words = partAt < 0 ? '' : stream.between(partAt, at);
  const isAnswered = stream.key(partAt) === 'answered' || 'DH'.includes(stream.letter(partAt - 1) || '.');
  const part = isAnswered ? stream.figure(partAt) : undefined;
  return part && words.length < longestTold && allInTime.test(words)
    ? { part, wholes: [part], bound: true }
    : undefined;
}

/** 3 件申请中予以公开 2 件，公开率 66.7%: of the applications of its sentence, where nothing was granted in part. */
function grantedRate(stream: Stream, at: number): Told | undefined {
  if (stream.letter(at - 1) !== 'g') return undefined;
  const partAt = stream.lastCounting(at, ['granted', 'partiallyGranted', 'grantedOrPartially']);
  const part = stream.key(partAt) === 'granted' ? stream.figure(partAt) : undefined;
  const whole = stream.figure(stream.lastBefore(partAt, 'n', '.;h'));
  const isOne = part && whole && part.unit === whole.unit && part.value <= whole.value;
  return isOne ? { part, wholes: [whole] } : undefined;
}

function answeredRate(stream: Stream, at: number): Told | undefined {
  const placeOf = (...keys: readonly string[]): number => stream.lastCounting(at, keys);
  const partAt = placeOf('answered', 'handled');
  if (partAt < 0) return undefined;
  const receivedAt = placeOf('received', 'receivedNew');
  // A rate of something else that was counted since, or of what was due.
  const since = stream.lexemes.slice(partAt + 1, at);
  const isOther = since.some(
    ({ letter }, index) => 'nXT'.includes(letter) && partAt + 1 + index !== receivedAt,
  );
  const part = stream.figure(partAt);
  const received = stream.figure(receivedAt);
  if (isOther || !part || !received) return undefined;
  const over = stream.figure(placeOf('carriedOver'))?.value ?? 0;
  return { part, wholes: [received, { ...received, value: received.value + over }] };
}

const due = /应(?:当|予|主动)*公[开示]\D{0,6}$/u;
const disclosed = /公[开示]\D{0,6}$/u;
/** So far before a number the words stand that tell what it counts. */
const words = 14;

/** 应公开 250 条，已公开 240 条，公开率 96%: of the two numbers before it. */
function disclosedRate(stream: Stream, at: number): Told | undefined {
  if (!disclosed.test(stream.textBefore(at, words).replace(/率\D{0,20}$/u, ''))) return undefined;
  const partsAt = [stream.lastBefore(at, 'n', '.;h')];
  partsAt.push(stream.lastBefore(partsAt[0] ?? -1, 'n', '.;h'));
  const isDue = (place: number): boolean => due.test(stream.textBefore(place, words));
  const whole = stream.figure(partsAt.find(isDue) ?? -1);
  const place = partsAt.find((each) => !isDue(each)) ?? -1;
  const part = disclosed.test(stream.textBefore(place, words)) ? stream.figure(place) : undefined;
  return part && whole && part.unit === whole.unit ? { part, wholes: [whole] } : undefined;
}

/** What is done in a rate: the two characters before 率. What is done in time or at first need not be all that is counted. */
const stem = /(.{0,2})(\p{Script=Han})(\p{Script=Han})[率度](?:达到?|为|是|约|近|超过?|:)*$/u;
const narrowed = /[时期次日天]$/u;
const longestRate = 12;
/** Rates of so many numbers at most are tried. */
const mostNumbers = 8;

/** 发放问卷 200 份，收回问卷 188 份，回收率 94%: of the number whose words say the same as the rate, in the others of its sentence. */
function namedRate(stream: Stream, at: number): Told | undefined {
  const [, lead = '', first, second] = stem.exec(stream.textBefore(at, longestRate)) ?? [];
  if (first === undefined || second === undefined || narrowed.test(lead)) return undefined;
  const before = numbersBefore(stream, at);
  const places = before.length > 0 ? before : numbersInBrackets(stream, at + 1);
  const says = (own: string): boolean => own.includes(first) && own.includes(second);
  const ahead = places.filter((place) => says(wordsOf(stream, place)));
  // 114 人表示满意: said behind the number.
  const named = ahead.length > 0 ? ahead : places.filter((place) => says(wordsBehind(stream, place)));
  // Where both numbers are of what was done, which is the part is not told.
  const [partAt = -1] = named;
  const part = stream.figure(partAt);
  // What the tables count is theirs to tell.
  const isTabled = stream.key(partAt) !== '';
  if (named.length !== 1 || isTabled || !part || places.length > mostNumbers) return undefined;
  const others = stream.figures(places.filter((place) => place !== partAt));
  const wholes = others.filter(({ unit }) => unit === part.unit);
  if (wholes.length === 0) return undefined;
  return { part, wholes: [...sumsOf(wholes), ...wholes.toSorted((a, b) => a.value - b.value)] };
}

/** Numbers side by side taken together: 建议 20 件、提案 12 件，办结 30 件. */
const sumsOf = (figures: readonly Figure[]): Figure[] =>
  figures.flatMap((figure, from) =>
    figures.slice(from + 1).map((_, index) => ({
      ...figure,
      value: figures.slice(from, from + index + 2).reduce((all, { value }) => all + value, 0),
    })),
  );

/** The places of the numbers of the sentence before `at`, with no other rate between. */
function numbersBefore(stream: Stream, at: number): number[] {
  const places: number[] = [];
  let place = stream.lastBefore(at, 'n', '.;h');
  for (; place >= 0 && places.length <= mostNumbers; place = stream.lastBefore(place, 'n', '.;h'))
    places.unshift(place);
  return places;
}

/** 采纳率 57%（收到 300 条，采纳 171 条）: the places of the numbers in the brackets at `open`; none where none open there. */
function numbersInBrackets(stream: Stream, open: number): number[] {
  const places: number[] = [];
  if (stream.letter(open) !== '(') return places;
  for (let at = open + 1; at < open + farthest && !').\n'.includes(stream.letter(at) || '.'); at++)
    if (stream.letter(at) === 'n') places.push(at);
  return places;
}

/** The words between the number at `place` and the next mark or number. */
function wordsBehind(stream: Stream, place: number): string {
  let to = place + 1;
  while (to < place + farthest && !',;.:(nh\n'.includes(stream.letter(to) || '.')) to++;
  return stream.between(place, stream.near(to));
}

/** The words that tell what the number at `place` counts: those before it, from the number or mark before. */
function wordsOf(stream: Stream, place: number): string {
  const from = stream.beginOf(place, ',;.:(n');
  return stream.between(from - 1, place);
}
