import { sumOf } from '../../../report/agreement';
import type { Ratio, ShareRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import type { Stream } from '../parts/paragraph-words';
import { shareOfDecisions } from './decision-shares';
import { boundTo, namedWhole } from './named-wholes';
import { outcomeRateAt } from './outcome-rates';
import { rateAt } from './rates';
import { inTime, ratiosOf } from './ratios';
import { amongAll, isLastOfRow, isNamedAgain, partBefore, takenTogether } from './share-parts';
import { countedAt, markerOf } from './share-subjects';
import { respectiveAt } from './shares-respectively';
import type { NamedWhole, Told } from './told-share';
import { wholesOf } from './wholes';

/** 占 …%, 办结率 …% at the percentage at `at`; empty where it is not clear what has this share. */
export function shareAt(stream: Stream, at: number, report: Report): ShareRelation[] {
  const share = stream.figure(at);
  const respective = share && respectiveAt(stream, at);
  if (!share || respective === 'unclear') return [];
  const told = respective ?? toldAt(stream, at, report);
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return told ? [{ kind: 'share', ratios: [], bound: false, ...told, share, decimals }] : [];
}

function toldAt(stream: Stream, at: number, report: Report): Told | undefined {
  const marker = markerBefore(stream, at);
  if (marker < 0)
    return ofNumberBehind(stream, at) ?? outcomeRateAt(stream, at, report) ?? rateAt(stream, at);
  return ofPartBehind(stream, at, marker) ?? ofPartBefore(stream, at, marker, report);
}

const markerBefore = (stream: Stream, at: number): number => {
  const marker = markerOf(stream, at);
  return marker < 0 ? stream.lastBefore(at, '#', ',;.(n') : marker;
};

/** 2 件被纠正，占: what became of so many may stand behind the number, before the mark. */
const besides = /^(?:[qS]?[ukGPQUKEC][MDa]?(?=,)|[aA]?r(?:l?S?[QUK])?(?=,))?[,:(]*$/u;

/** 予以公开 15 件，占 40.5%: of the number before it. */
function ofPartBefore(stream: Stream, at: number, marker: number, report: Report): Told | undefined {
  const { at: partAt, last } = partBefore(stream, marker);
  const taken = takenTogether(stream, partAt, marker);
  const part = taken?.part ?? stream.figure(partAt);
  if (!part || (!taken && isLastOfRow(stream, partAt))) return undefined;
  const ofDecisions = shareOfDecisions(stream, [partAt, marker, at], report.form);
  if (ofDecisions) return ofDecisions;
  // 占全市的, 占年度任务的: of something that the text does not count.
  if (stream.lexemes.slice(marker, at).some(({ letter }) => letter === 'x')) return undefined;
  const isOfMore = (place: number): boolean => stream.letter(place) === '*' && !stream.isOwnScope(place);
  for (let place = marker + 1; place < at; place++) if (isOfMore(place)) return undefined;
  if (/全[省州]/u.test(stream.between(marker, at)) && stream.lastBefore(at, '*', '#') < 0) return undefined;
  // 予以公开的占 58.5%: a part whose number is not told.
  const words = stream.lexemes.slice(last + 1, marker);
  const among = amongAll(stream, partAt, marker);
  const isBeside = besides.test(words.map(({ letter }) => letter).join(''));
  if (!isBeside && !among && !taken && !isNamedAgain(stream, partAt, marker)) return undefined;
  // 两项合计占: of the part is told with others.
  if (!taken && /[合共总]计|两项|以上|共占/u.test(stream.between(partAt, marker))) return undefined;
  const named = among === 'all' ? among : namedWhole(stream, [marker, at]);
  const wholes = wholesOf(stream, partAt, part);
  if (taken) {
    const ratios = taken.key === '' ? [] : ratiosOf(taken.key, report, named);
    return { part, wholes: wholes.filter((whole) => !taken.spans.includes(whole.span.start)), ratios };
  }
  const ratios = ratiosAt(stream, partAt, { at, named }, report);
  return boundTo(stream, { part, wholes, ratios }, { partAt, named });
}

/** 占全县新收申请的: whatever the part is of, the whole is what came in at the body itself. */
function isOfOwnScope(stream: Stream, at: number): boolean {
  const scope = stream.lastBefore(at, '*', '#,');
  return scope >= 0 && stream.isOwnScope(scope);
}

/** All applications, in one way or another. */
const whole: ReadonlySet<string> = new Set(['all', 'settled', 'answered', 'receivedNew']);
/** So many are not just as many as the table has by chance. */
const telling = 5;

/** What the tables may have for the number at `partAt` and for what it is of, where it is told as a part of applications: 占全部办结件的. */
export function ratiosAt(
  stream: Stream,
  partAt: number,
  { at, named }: { readonly at: number; readonly named: NamedWhole | undefined },
  report: Report,
): Ratio[] {
  const topic = stream.topicAt(at);
  if (topic?.letter !== 'A' && topic?.letter !== '' && !named) return [];
  const key = stream.key(partAt);
  const keys = key === '' ? countedAt(stream, partAt) : [key];
  // 网上提交 41 件，占新收申请的 65.1%: what is divided is the tables', whatever the part is.
  const isOurs =
    (topic?.letter === 'A' && !topic.doubtful) || (named === 'receivedNew' && isOfOwnScope(stream, at));
  const isOfAll = keys.length === 0 && whole.has(named ?? '') && isOurs;
  if (isOfAll) return [...ratiosOf(inTime, report, named)];
  // Just so many reconsiderations came to that.
  const isOfTables = ({ part }: Ratio): boolean =>
    part !== undefined && sumOf(report, part.cells) === stream.figure(partAt)?.value;
  if (named === 'disputes') {
    const outcomes = key.startsWith('outcome:') ? ratiosOf(key, report) : [];
    return (stream.figure(partAt)?.value ?? 0) >= telling && outcomes.some(isOfTables) ? [...outcomes] : [];
  }
  const ratios = keys.flatMap((each) => ratiosOf(each, report, named));
  if (topic?.letter === 'A' || named) return ratios;
  // 予以公开 3 件，占 57.1%: nobody says of what, but just so many were.
  const isPlain = (): boolean => [...'xX'].every((other) => stream.lastBefore(partAt, other, '.;\n') < 0);
  return ratios.some(isOfTables) && isPlain() ? ratios : [];
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

/** 150 条，占全年公开信息 250 条的 60%, 占总数（250 条）的 60%: of the number between 占 and the percentage; undefined where none stands there. */
function ofNumberBehind(stream: Stream, at: number): Told | undefined {
  const isBracketed = stream.letter(at - 1) === ')' && stream.letter(at - 3) === '(';
  const wholeAt = isBracketed ? at - 2 : stream.lastBefore(at, 'n', ',;.(:h');
  const words = stream.between(isBracketed ? at - 1 : wholeAt, at);
  const whole = /^[^,;:。()、\d]{0,12}的$/u.test(words) && stream.figure(wholeAt);
  const marker = whole ? stream.lastBefore(isBracketed ? at - 3 : wholeAt, '#', ',;.(n') : -1;
  if (!whole || marker < 0) return undefined;
  const partAt = stream.lastBefore(marker, 'n', '.;h');
  const part = stream.figure(partAt);
  if (part?.unit !== whole.unit) return undefined;
  const between = stream.lexemes.slice(partAt + 1, marker).map(({ letter }) => letter);
  return besides.test(between.join('')) ? { part, wholes: [whole] } : undefined;
}
