import type { PartsRelation } from '../../../report/relation';
import { farthest, type Stream } from './paragraph-words';

/** What may stand between 共 and its number: 共公开 227 条, 合计发布信息 230 条. */
const acts = 'wgRNHDAaX';
/** What makes it doubtful that numbers before a total are all of its parts: shares, comparisons, 等, brackets. */
const doubts = '~^d#hl()/<>y';
/** 县直部门, 市本级: who did it; 第一季度, 上半年: a part of the year, and no other time. */
const level = /[直级]$|^季度$|^[上下]半年$/u;
/** 上半年收到申请 24 件，下半年收到 27 件: both halves, a clause each, with what was done. */
const halves = /上半年([^,;:。()\d]{0,16})\d[^,;:。()]{0,6},下半年([^,;:。()\d]{0,16})\d[^,;:。()]{0,6}$/u;
const longestHalves = 60;
/** A total so far from what is listed takes in more than that. */
const farther = 0.25;
const most = 12;

/** 政策 20 条、动态 140 条、其他 10 条，共 170 条: the total at `at` (共) of the list right before it; empty where it may take in more. */
export function totalAt(stream: Stream, at: number): PartsRelation[] {
  const isDone = acts.includes(stream.letter(at + 1) || '.');
  // 合计新收申请 813 件.
  const isAsked = isDone && stream.letter(at + 1) !== 'a' && 'Aa'.includes(stream.letter(at + 2) || '.');
  const wholeAt = isAsked ? at + 3 : isDone ? at + 2 : at + 1;
  const whole = stream.letter(wholeAt) === 'n' ? stream.figure(wholeAt) : undefined;
  const comma = beforeAll(stream, at);
  if (!whole || stream.letter(comma) !== ',' || stream.letter(comma - 1) !== 'n') return [];
  const isOfAll = ofAll.test(stream.between(comma, at));
  // 网站 860 条，微信 350 条，合计 1210 条: of clauses only what is called their sum.
  const areHalves = isYear(stream, comma, isDone ? stream.textAt(at + 1) : '');
  const isSum = isOfAll || areHalves || (!isDone && /^[合总共]计$/u.test(stream.textAt(at)));
  const items = listBefore(stream, comma, isSum);
  const parts = stream.figures(items);
  const isOne = parts.length === items.length && parts.every(({ unit }) => isUnitOf(unit, whole.unit));
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (!isOne || parts.length < (isDone && !isOfAll && !areHalves ? 3 : 2)) return [];
  const isNear = Math.abs(sum - whole.value) <= farther * whole.value;
  return [{ kind: 'parts', whole, parts: isNear ? parts : [], listed: parts, closed: isNear, open: !isNear }];
}

/** Whether both halves of the year stand before the comma at `at`, of the same that is `done` in the whole. */
function isYear(stream: Stream, at: number, done: string): boolean {
  const [, first, second = ''] = halves.exec(stream.textBefore(at, longestHalves)) ?? [];
  return first?.includes(second) === true && first.includes(done);
}

/** 各类活动共计, 线上线下共, 全年需办理的申请合计: words that take in all that stands before. */
const ofAll =
  /^(?:(?:以上|上述|各[类项种]|线[上下]线[上下]|网上网下|[两三四二]者|[两三四]项|[两三四五]类|[两三四五]个?(?:渠道|途径|方式|季度))[^,;:。()\d]{0,8}|(?:全年|本年度?)(?:新收|收到|受理|接收|收件|办结|答复)(?:政府信息公开|依申请公开)?(?:申请)?(?:件|数量)?|(?:全年|本年度?)?(?:需要?|应当?|须)(?:办理?|处理|答复|受理|完成)[^,;:。()\d]{0,8})$/u;
/** What is held is counted in any of these. */
const held = /^(?:场|次|场次|期)$/u;

const isUnitOf = (unit: string, whole: string): boolean =>
  unit === whole || (whole === '场次' && held.test(unit));

/** 三年累计 470 条, 两年合计. */
const years = /^(?:近|这|过去)?([两二三四五])年(?:来|间)?(?:累计|合计|共计|总计|总共|共)[^,;:。()\d]{0,8}$/u;
const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };
/** So many words stand at most between the comma and such a total. */
const farthestTotal = 6;

/** 分别为 120 条、150 条、200 条，三年累计 470 条: the total behind the comma at `at` of as many numbers side by side; empty where none is told. */
export function totalOfYearsAt(stream: Stream, at: number): PartsRelation[] {
  if (stream.letter(at) !== ',' || stream.letter(at - 1) !== 'n') return [];
  let wholeAt = at + 1;
  while (wholeAt < at + farthestTotal && !'n,.;'.includes(stream.letter(wholeAt) || '.')) wholeAt++;
  const whole = stream.letter(wholeAt) === 'n' ? stream.figure(wholeAt) : undefined;
  const [, printed = ''] = (whole && years.exec(stream.between(at, wholeAt))) ?? [];
  const count = counts[printed] ?? 0;
  const places = Array.from({ length: count }, (_, index) => at - 1 - 2 * (count - 1 - index));
  const parts = stream.figures(places);
  const isRow =
    places.slice(1).every((place) => stream.letter(place - 1) === '&' && stream.letter(place) === 'n') &&
    stream.letter((places[0] ?? 0) - 1) !== '&';
  if (!whole || count === 0 || !isRow || parts.length !== count) return [];
  return parts.every(({ unit }) => unit === whole.unit)
    ? [{ kind: 'parts', whole, parts, listed: parts, closed: true, open: false }]
    : [];
}

/** The place before 共计, or before 全年 or 两者 in front of it. */
function beforeAll(stream: Stream, at: number): number {
  const comma = stream.lastBefore(at, ',', 'n.;:');
  if (comma >= 0 && ofAll.test(stream.between(comma, at))) return comma;
  const isLead =
    stream.letter(at - 1) === '@' ||
    /^(?:[两三四二]者|[两三四]项|以上|上述|累计)$/u.test(stream.textAt(at - 1));
  return isLead ? at - 2 : at - 1;
}

/** The numbers of the list that ends at `end`, with 、 between them, for a sum also commas; empty where anything makes it doubtful. */
function listBefore(stream: Stream, end: number, isSum: boolean): number[] {
  const items: number[] = [];
  for (let at = end - 1; at >= Math.max(0, end - farthest); at--) {
    // 镇（街道）收到 10 件: what a bracket explains without a number.
    if (stream.letter(at) === ')' && stream.letter(at - 1) === 'x' && stream.letter(at - 2) === '(') at -= 3;
    const letter = stream.letter(at);
    if ('.;t:\n'.includes(letter)) break;
    // 分别收到 10 件、24 件: the list begins there.
    if (letter === '/' && items.length > 1) break;
    const isOver = letter === '<' && stream.letter(at + 1) === 'c';
    const isDoubtful = doubts.includes(letter) && !isOver && !level.test(stream.textAt(at));
    if (isDoubtful || items.length > most) return [];
    // Each number ends its item; a comma in front of them parts the list from what leads to it, if that counts nothing.
    if (letter === 'n' && !'&,'.includes(stream.letter(at + 1))) return [];
    if (
      letter === ',' &&
      !(isSum && stream.letter(at - 1) === 'n') &&
      stream.lastBefore(at, 'n', '.;t:\n') >= 0
    )
      return [];
    if (letter === 'n') items.unshift(at);
  }
  return items;
}
