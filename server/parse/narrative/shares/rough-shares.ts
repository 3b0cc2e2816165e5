import type { PercentRange, ShareRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import type { Stream } from '../parts/paragraph-words';
import type { Quantity } from '../words/numerals';
import { boundTo, namedWhole } from './named-wholes';
import { ratiosOf } from './ratios';
import { isLastOfRow, partBefore, takenTogether } from './share-parts';
import { markerOf } from './share-subjects';
import { ratiosAt } from './shares';
import { wholesOf } from './wholes';

/** 八成 is so many percent more or less, 八成五 so many. */
const [rough, finer] = [5, 2.5] as const;
/** What is 近三成 is not far from it. */
const nearly = 7.5;
const longestHedge = 3;

/** 不足办结总数的四成: what leads to a share and hedges it. */
const hedging = (stream: Stream, marker: number): string =>
  stream.letter(marker) === '#' ? stream.textAt(marker) : '';

/** 占比过半, 约占八成, 八成以上: a share told in words at `at`; empty where none is, or it is not clear what has it. */
export function roughShareAt(stream: Stream, at: number, report: Report): ShareRelation[] {
  const found = markerOf(stream, at);
  const marker = found < 0 ? at : found;
  if (marker === at && stream.letter(at - 1) !== ',') return [];
  // 36 件，过半为企业申请: of what follows.
  if (marker === at && !',;.:()\n'.includes(stream.letter(at + 1) || '.')) return [];
  const range = rangeAt(stream, at);
  const { at: partAt, last } = partBefore(stream, marker);
  // 予以公开 94 件、部分公开 30 件，两项合计不足办结总数的四成.
  const taken = takenTogether(stream, partAt, marker);
  const part = taken?.part ?? stream.figure(partAt);
  if (!range || !part || (!taken && isLastOfRow(stream, partAt))) return [];
  const isBeside = stream.lexemes.slice(last + 1, marker).every(({ letter }) => ',:('.includes(letter));
  const words = stream.between(last, marker).replace(/[占约近超已达为有]/gu, '');
  if (!taken && (!isBeside || !/^[,:(]*$/u.test(words))) return [];
  const share = { value: range.low, unit: '%', span: stream.spanAt(at) };
  const named = namedWhole(stream, [marker, at]);
  const ofTaken = taken && taken.key !== '' ? ratiosOf(taken.key, report, named) : [];
  const ratios = taken ? ofTaken : ratiosAt(stream, partAt, { at, named }, report);
  const wholes = wholesOf(stream, partAt, part).filter(({ span }) => !taken?.spans.includes(span.start));
  const told = { part, wholes, ratios };
  return [
    { kind: 'share', bound: false, ...boundTo(stream, told, { partAt, named }), share, decimals: 0, range },
  ];
}

/** 不到 15%, 近 30%: what the words before a printed percentage leave open; undefined where it is exact. More than 30% may be any more. */
function hedged({ kind, value, low, high }: Quantity): PercentRange | undefined {
  if (kind !== 'percent' || low === high) return undefined;
  return { low, high: high < 2 * value ? high : mostPercent };
}
const mostPercent = 1000;

/** What the words at `at` allow with 约, 近 or 超 before them or before 占; undefined where they are no share. */
export function rangeAt(stream: Stream, at: number): PercentRange | undefined {
  const { name = '', quantity } = stream.lexemes[at] ?? {};
  // 10% 以内, 两成以下, 98% 以上.
  const behind = stream.between(at, stream.near(at + 1));
  const told = quantity?.kind === 'percent' ? quantity.value : Number.parseFloat(name);
  if (/^以[内下]/u.test(behind) && told > 0) return { low: 0, high: told };
  if (/^以上/u.test(behind) && told > 0) return { low: told, high: mostPercent };
  if (quantity) return hedged(quantity);
  if (name === '') return undefined;
  const value = Number(name.replaceAll('~', ''));
  const slack = name.endsWith('~~') ? finer : rough;
  if (!name.endsWith('~')) return { low: value, high: 100 };
  const found = markerOf(stream, at);
  const marker = found < 0 ? at : found;
  const before = stream.textBefore(at, longestHedge) + stream.textBefore(marker, 1) + hedging(stream, marker);
  if (/不[足到]/u.test(before)) return { low: value - 2 * slack, high: value };
  if (/[超逾过]/u.test(before) || /^[多余]/u.test(stream.textBehind(at)))
    return { low: value, high: value + 2 * slack };
  return /近/u.test(before)
    ? { low: value - (slack === rough ? nearly : slack), high: value }
    : { low: value - slack, high: value + slack };
}
