import type { Figure } from '../../../report/relation';
import { allQuarters } from '../enumerations/quarters';
import { isRest } from './list-items';
import type { Stream } from './paragraph-words';

/** Classes of which there are no others, by what the reader found each number to count. */
const complete: readonly (readonly string[])[] = [
  ['naturalPersons', 'organizations'],
  ['receivedNew', 'carriedOver'],
  ['directLitigations', 'laterLitigations'],
];
/** What is one is not the other, and there is no third: of each pair both words name parts, in either order. */
const opposites: readonly (readonly [one: RegExp, other: RegExp])[] = [
  [/(?:按[时期]|如期|期内|未延期)(?:办结|答复|办理)/u, /(?<!未)(?:延期|超期|逾期)(?:办结|答复|办理)/u],
  [/线上|网[上络]/u, /线下/u],
  [/原创/u, /转[载发]/u],
  [/(?<!不)合格/u, /不合格/u],
  [/(?<!不)满意/u, /不满意/u],
  [/(?:已|完成)(?:办结|整改|答复|审结)/u, /(?:未|尚未|正在|在)(?:办结|整改|答复|审结|办)/u],
  [/新增|新(?:建|制|收)/u, /续|原有|修订|更新/u],
];
/** Every document has one of these attributes. */
export const attributes = [/主动公开/u, /依申请公开/u, /不予?公开/u] as const;
/** An application comes in by one of these only. */
export const way = /网[上络站]|在线|线[上下]|平台|邮[寄件箱政]|信[函件]|当面|现场|窗口|传真|微信/u;
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
    areStretches(stream, run) ||
    areApplicants(stream, run) ||
    areOpposite(stream, run) ||
    complete.some((all) => all.every((key) => keys.includes(key))) ||
    areNamed(stream, whole, run) ||
    areTooMany(stream, whole, run)
  );
}

/** Whether the numbers at some places are those of the three attributes of documents. */
export function areAttributes(stream: Stream, items: readonly number[]): boolean {
  const words = named(stream, items);
  return (
    items.length === attributes.length && attributes.every((each) => words.some((own) => each.test(own)))
  );
}

/** 一至四季度依次为 186 件、214 件、207 件、186 件; 上半年 24 件，下半年 26 件: all of a year. */
function areStretches(stream: Stream, run: readonly number[]): boolean {
  const [first = '', ...others] = named(stream, run);
  // 截至一季度末 186 件、截至二季度末 400 件: each with those before it.
  if ([first, ...others].some((words) => /截[至止]|累计|末/u.test(words))) return false;
  if (run.length === quarters)
    return allQuarters.test(first) || [first, ...others].every((each) => each.includes('季度'));
  return run.length === 2 && first.includes('上半年') && others[0]?.includes('下半年') === true;
}
const quarters = 4;

/** 按期答复 32 件、延期答复 3 件: two parts of which each is what the other is not. */
export function areOpposite(stream: Stream, run: readonly number[]): boolean {
  const [first = '', second = ''] = named(stream, run).map((words) => words.split(/[,;:(]/u).at(-1));
  return (
    run.length === 2 &&
    opposites.some(
      ([one, other]) =>
        (one.test(first) && !other.test(first) && other.test(second)) ||
        (other.test(first) && one.test(second) && !other.test(second)),
    )
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
  const label = own.replace(/^其中|^[件条份篇次个]|(?:发布|推送|公开|刊发|提交|受理)(?:信息)?$/gu, '');
  return label.length > 1 && name.includes(label);
}

/** 36 件，网络提交 30 件、邮寄 10 件; 动态类 30 条、公告类 10 条: ways of asking and classes that come to more than all count nothing twice. */
function areTooMany(stream: Stream, whole: Figure, run: readonly number[]): boolean {
  const sum = stream.figures(run).reduce((all, { value }) => all + value, 0);
  if (sum <= whole.value || run.length < 2) return false;
  const isAsked = /^(?:received|handled|answered)/u.test(stream.key(stream.placeOf(whole, run[0] ?? 0)));
  return (isAsked && named(stream, run).every((words) => way.test(words))) || areClasses(stream, run);
}

/** Whether all numbers of a list are told side by side of classes by that word: 动态类 30 条、公告类 10 条. */
export const areClasses = (stream: Stream, run: readonly number[]): boolean =>
  named(stream, run).every((words, at) => words.endsWith('类') && (at === 0 || words.includes('、')));

/** The words before each number of a list, from the number before on. */
const named = (stream: Stream, run: readonly number[]): readonly string[] =>
  run.map((at) => stream.between(stream.lastBefore(at, 'n', ''), at));
