import { farthest, type Stream } from '../parts/paragraph-words';
import { keysOf, results } from '../quantities/quantity-keys';
import { isCourt } from '../scope/own-or-other-body';
import { disputeKinds, noTopic, type Topic } from '../scope/topic';
import { inTime } from './ratios';
import { placeInRow } from './shares-respectively';

const ends = ',;:.(hn\n';
/** What may stand between 占 and its percentage: 占全部办结件的, 占办结总量的比例达到. */
const ofWhat = 'qaADHRN@cQUKBL';
/** So many words at most. */
const mostOfWhat = 8;

const parts: Readonly<Record<string, string>> = {
  ...results,
  C: 'naturalPersons',
  V: 'organizations',
  r: 'reason',
  1: 'directLitigations',
  2: 'laterLitigations',
};
/** 收到的申请中由自然人提出的: what may stand around the one thing that has the share. */
const subject =
  /^[&tA@aRNDHMSq+]*(?:[Gg]&P|P&[Gg]|r(?:&r){0,6}[xaAS]{0,4}l[xaAS]{0,4}[QUKE]|[zxq@DH&]{0,8}(?:c[HD]{0,4}>|>[HD]{0,4}c)|r[aAS]*[QUK]|[GPQUKECVr]|[12](?=L?a?$)L?)[aqARDHMS+]*$/u;
const behind = /^[qSRaAD]*(?:[Gg]&P|P&[Gg]|rS?[QUK]|[GPQUKECVr])[aqARDHS]*$/u;
/** A rate by the letters before 率: what was published, answered, decided against the body. */
const disclosing = /^[tA@aRNDHM]*[gG]$/u;
const answering = /^[tA@aRNqHM]*(T?)H?D$/u;
const losing = /^[t@SaDMBL12&3]*([kbu])$/u;
const outcomes: Readonly<Record<string, string>> = { k: 'corrected', b: 'corrected', u: 'upheld' };

/** 占 that leads to the percentage at `at`, or the first of several words for it; -1 where none does. */
export function markerOf(stream: Stream, at: number): number {
  let marker = -1;
  for (let place = at - 1; place >= Math.max(0, at - mostOfWhat); place--) {
    const letter = stream.letter(place);
    if (letter === '#') marker = place;
    else if (!ofWhat.includes(letter || '.')) break;
  }
  return marker;
}

/** Whether the words between 占 and its percentage say that it is of applications: 占全部新收申请的. */
export function ofWhole(stream: Stream, marker: number, at: number): boolean {
  const letters = lettersOf(stream, marker + 1, at);
  // 占全市新收申请的: of those of others as well.
  const scope = stream.lastBefore(at, '*', '#,');
  if (scope > marker && !stream.isOwnScope(scope)) return false;
  return /[aADRN]/u.test(letters) && /^[qaADHRN@c#]*$/u.test(letters);
}

/** What the number at `at` counts by the words of the form before it, as keys; empty where they are others. */
export function countedAt(stream: Stream, at: number): readonly string[] {
  const from = stream.beginOf(at, ends);
  return namedIn(stream, from, at, subject);
}

/** What has the share at a percentage, as keys; whether its own clause names applications or disputes. */
export interface Shared {
  readonly keys: readonly string[];
  readonly isNamed: boolean;
}

/** What has the share or rate at `at`, where words of the form name it; undefined where none do. */
export function subjectAt(stream: Stream, at: number, topic: Topic): Shared | undefined {
  const from = stream.beginOf(at, ends);
  const letters = lettersOf(stream, from, at);
  const isNamed = /[AB12L]/u.test(letters) && !letters.includes('X');
  const keys = keysAt(stream, from, at, topic);
  return keys.length > 0 ? { keys, isNamed } : undefined;
}

/** 自然人和法人分别占 90% 和 10%: the keys of the thing at the same place as the percentage; empty where there are more or fewer. */
export function keysInRow(stream: Stream, at: number): readonly string[] {
  const { index, count, first } = placeInRow(stream, at);
  let to = first;
  while (to > 0 && '/#'.includes(stream.letter(to - 1) || '.')) to--;
  const from = stream.beginOf(to, ends);
  const marks = [from - 1];
  for (let place = from; place < to; place++) if (stream.letter(place) === '&') marks.push(place);
  const [mark, next = to] = [marks[index], marks[index + 1]];
  return marks.length === count && to < first && mark !== undefined
    ? namedIn(stream, mark + 1, next, subject)
    : [];
}

/** 公开率（含部分公开）为 59.4%. */
const isWithPartial = (stream: Stream, at: number): boolean =>
  /[gG]\(s?P\)$/u.test(lettersOf(stream, Math.max(0, at - mostOfWhat), at)) &&
  /率\([^()]*\)/u.test(stream.textBefore(at, longestRate));
const longestRate = 16;

function keysAt(stream: Stream, from: number, at: number, topic: Topic): readonly string[] {
  if (isWithPartial(stream, at)) return ['grantedOrPartially'];
  const marker = markerOf(stream, at);
  if (marker >= from) {
    const own = lettersOf(stream, from, marker);
    const among = amongAll.test(stream.between(from - 1, marker)) && /^[aqDAHRN]*$/u.test(own);
    if (among || /^[a@q]*$/u.test(own)) return ledBy(stream, from);
    const isJudged = own.startsWith('x') && isCourt(stream.textAt(from));
    const outcome = outcomeOf(isJudged ? own.slice(1) : own, topic);
    return outcome === '' ? namedIn(stream, from, marker, subject) : [outcome];
  }
  if (stream.between(at - 1, at).includes('率')) return rated(stream, from, at, topic);
  // 八成以上来自自然人, 自然人超九成.
  const before = namedIn(stream, from, at, subject);
  if (before.length > 0) return stream.lexemes[at]?.quantity ? [] : before;
  if (!/^[tA@aRNDH]*$/u.test(lettersOf(stream, from, at))) return [];
  let to = at + 1;
  while (to < at + farthest && !`${ends}.`.includes(stream.letter(to) || '.')) to++;
  return ',;.\n'.includes(stream.letter(to) || '.') ? namedIn(stream, at + 1, to, behind) : [];
}

/** 被纠正的占 14.6%: the outcome of the disputes that are spoken of; empty where none is named. */
function outcomeOf(letters: string, { letter }: Topic): string {
  const kind = disputeKinds[letter];
  const [, named = ''] = /^[tSaqDM]*([ukop])[aqDM]*[BL]?$/u.exec(letters) ?? [];
  return kind === undefined || named === '' ? '' : `outcome:${kind}:${shared[named]}`;
}
const shared: Readonly<Record<string, string>> = {
  u: 'upheld',
  k: 'corrected',
  o: 'other',
  p: 'pending',
};

/** 无法提供类答复偏多，在全部办结件中的比重超过三成: of all. */
const amongAll = /^,?在[^,;:。()\d]{2,12}[中里]的?所?$/u;
/** What a clause says of how many there are, without a number. */
const many =
  /^(?:类|的)?(?:偏|较|相对|仍|最|不|比较|占比)?(?:较|为)?(?:[多少高低]|大多数|突出|集中|普遍|有限)(?:数|发)?$/u;

/** 自然人仍是主要的申请群体，申请量占比 82%: the class that the clause before names alone. */
function ledBy(stream: Stream, from: number): readonly string[] {
  if (stream.letter(from - 1) !== ',') return [];
  let start = from - 1;
  while (start > from - farthest && !',;.:(\n'.includes(stream.letter(start - 1) || '.')) start--;
  const letters = lettersOf(stream, start, from - 1);
  // 答复“本机关不掌握”的，占办结件的 24.5%.
  if (
    from < stream.lexemes.length &&
    stream.between(from - 2, from - 1).endsWith('的') &&
    /[rGPQUKE]/u.test(letters)
  )
    return namedIn(stream, start, from - 1, subject);
  // 无法提供类答复偏多: one class, and how many.
  const [, one = '', how = ''] = /^[tx]?([GPQUKEr])[aADHM]*(x?[\^d]?)$/u.exec(letters) ?? [];
  const place = start + letters.indexOf(one || '.');
  if (
    how !== '' &&
    many.test(stream.between(place, from - 1).replace(/^类?(?:答复|申请|决定|处理)*(?:件|情形)?/u, ''))
  )
    return namedIn(stream, place, place + 1, subject);
  const [, named = ''] = /^[^CVnhGPQUKErXB12LWYZ]*([CV])[^CVnhGPQUKErXB12LWYZ]*$/u.exec(letters) ?? [];
  const lexeme = stream.lexemes.slice(start, from).find(({ letter }) => letter === named);
  return lexeme ? keysOf(parts[named] ?? '', { lexemes: [lexeme], letters: named }, noTopic) : [];
}

function namedIn(stream: Stream, from: number, to: number, pattern: RegExp): readonly string[] {
  const lexemes = stream.lexemes.slice(from, to);
  const letters = lexemes.map(({ letter }) => letter).join('');
  if (!pattern.test(letters)) return [];
  if (/[GPg]&[GPg]/u.test(letters)) return ['grantedOrPartially'];
  if (letters.includes('c')) return ['carriedForward'];
  // 因不掌握等原因无法提供: the class, or the row by itself.
  const isSummed = letters.includes('r') && letters.includes('l');
  const group = isSummed ? (/[QUKE]/u.exec(letters)?.[0] ?? '') : '';
  if (group !== '') return [parts[group] ?? '', ...keysOf('reason', { lexemes, letters }, noTopic)];
  // 因属于国家秘密不予公开: the row.
  const named = /r/u.exec(letters)?.[0] ?? /[GPQUKECV12]/u.exec(letters)?.[0] ?? '';
  return keysOf(parts[named] ?? '', { lexemes, letters }, noTopic);
}

function rated(stream: Stream, from: number, at: number, { letter }: Topic): readonly string[] {
  const letters = lettersOf(stream, from, at);
  const kind = disputeKinds[letter];
  if (kind !== undefined) {
    const outcome = outcomes[losing.exec(letters)?.[1] ?? ''];
    return outcome === undefined ? [] : [`outcome:${kind}:${outcome}`];
  }
  // 自然人申请 41 件，办结率 90.7%; 自然人申请的办结率: what became of theirs, not how many they were.
  if (isOfOne(stream, from, at)) return [];
  if (disclosing.test(letters)) return ['granted'];
  const [answered, timely] = answering.exec(letters) ?? [];
  if (answered !== undefined) return [timely ? inTime : 'answered'];
  return namedIn(stream, from, at, subject);
}

/** Whether a sentence has named one class of applicants alone before a rate, or the rate's own words do. */
function isOfOne(stream: Stream, from: number, at: number): boolean {
  if (!/[DHgGPQUK]/u.test(lettersOf(stream, from, at))) return false;
  const start = stream.beginOf(from, '.;\n');
  return (lettersOf(stream, start, at).match(/[CV]/gu) ?? []).length === 1;
}

/** The letters of the words, without those that only name the body itself or all of it. */
const lettersOf = (stream: Stream, from: number, to: number): string =>
  stream.lexemes
    .slice(from, to)
    .map(({ letter }) => letter)
    .join('')
    .replace(/[*|]/gu, '');
