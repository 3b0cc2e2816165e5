import type { Figure } from '../../report/relation';
import { isRest } from './list-items';
import type { Stream } from './stream';

/** Classes of which there are no others, by what the reader found each number to count. */
const complete: readonly (readonly string[])[] = [
  ['naturalPersons', 'organizations'],
  ['receivedNew', 'carriedOver'],
  ['directLitigations', 'laterLitigations'],
];
/** Every document has one of these attributes. */
export const attributes = [/主动公开/u, /依申请公开/u, /不予?公开/u] as const;
/** An application comes in by one of these only. */
const way = /网[上络站]|在线|线[上下]|平台|邮[寄件箱政]|信[函件]|当面|现场|窗口|传真|微信/u;
/** Who asks is named in no more characters, behind the number before. */
const longestApplicant = 12;
/** What a number counts is named in no more characters before it. */
const longestName = 30;
const separators = /[、和及与]/u;
const ends = /[,;:。()\n\d]/u;

/** Whether a list that divides `whole` says that it is all: it ends with 其他, or names every class there is. */
export function isComplete(stream: Stream, whole: Figure, run: readonly number[]): boolean {
  const last = run.at(-1);
  if (last === undefined) return false;
  if (isRest(stream, run.at(-2) ?? 0, last)) return run.length > 2;
  const keys = run.map((at) => stream.key(at));
  return (
    areAttributes(stream, run) ||
    areApplicants(stream, run) ||
    complete.some((all) => all.every((key) => keys.includes(key))) ||
    areNamed(stream, whole, run) ||
    areTooMany(stream, whole, run)
  );
}

/** Whether the numbers at some places are those of the three attributes of documents. */
export function areAttributes(stream: Stream, items: readonly number[]): boolean {
  const words = items.map((at) => stream.between(stream.lastBefore(at, 'n', ''), at));
  return (
    items.length === attributes.length && attributes.every((each) => words.some((own) => each.test(own)))
  );
}

/** Whoever asks is a natural person or another. */
function areApplicants(stream: Stream, [person = 0, body = 0, ...others]: readonly number[]): boolean {
  return (
    others.length === 0 &&
    /(?:自然人|公民)(?:申请)?$/u.test(stream.textBefore(person, longestApplicant)) &&
    /法人[或和及、者]{1,2}其[他它]组织(?:申请)?$/u.test(stream.textBefore(body, longestApplicant))
  );
}

/** 人大建议和政协提案 45 件，其中人大建议 20 件、政协提案 25 件: what was named before is named again, each with its number. */
function areNamed(stream: Stream, whole: Figure, run: readonly number[]): boolean {
  const at = stream.placeOf(whole, run[0] ?? 0);
  const named = stream.textBefore(at, longestName).split(ends).at(-1) ?? '';
  const names = named.split(separators);
  return (
    run.length > 1 &&
    names.length === run.length &&
    run.every((each, index) => isNamedBy(stream, each, names[index] ?? ''))
  );
}

function isNamedBy(stream: Stream, at: number, name: string): boolean {
  const own = stream.textBefore(at, longestName).split(ends).at(-1)?.split(separators).at(-1) ?? '';
  const label = own.replace(/^其中|^[件条份篇次个]/u, '');
  return label.length > 1 && name.includes(label);
}

/** 36 件，网络提交 30 件、邮寄 10 件: ways of asking that come to more than were asked count nothing twice. */
function areTooMany(stream: Stream, whole: Figure, run: readonly number[]): boolean {
  const sum = stream.figures(run).reduce((all, { value }) => all + value, 0);
  const isAsked = /^(?:received|handled|answered)/u.test(stream.key(stream.placeOf(whole, run[0] ?? 0)));
  return (
    isAsked &&
    sum > whole.value &&
    run.length > 1 &&
    run.every((at) => way.test(stream.between(stream.lastBefore(at, 'n', ''), at)))
  );
}
