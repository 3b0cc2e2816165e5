import type { Figure } from '../../../report/relation';
import { isLastYear } from './named-years';
import { farthest, type Stream } from './paragraph-words';

/** Units of pieces of information, which a list may mix where it ends with the rest of them. */
const pieces = new Set(['条', '件', '篇', '份', '个', '则', '部', '项']);
/** What was done; a part that has a verb which the first part has not begins another statement. */
const verbs =
  /(?:发布|推送|刊发|制作|开展|举办|召开|(?<!其[他它]|公益|社会)组织|收到|受理|办结|答复|(?<![动请予分意息务])公开)(?!类|信息|情况)/gu;
/** A list of more parts is none that one can tell the end of. */
const mostItems = 40;
/** Another way to divide the same. */
const otherwise = /从[^,;:。]{1,12}看|按[^,;:。]{1,12}分/u;

/** Whether what stands between two numbers of a list says that the second is all the rest. */
export const isRest = (stream: Stream, from: number, to: number): boolean =>
  /^[,;:、.。]*(?:其[他它]|其余)/u.test(stream.between(from, to));

/** The numbers of a list, by their places. */
export interface ListItems {
  readonly items: number[];
  /** Whether there are parts that are not read, or said to be more. */
  readonly open: boolean;
  /** Whether the list goes over into another statement, so that nothing tells where it ends. */
  readonly isCut: boolean;
}

/** The numbers behind `marker` that may be parts of the whole. */
export function listItems(stream: Stream, marker: number, whole: Figure): ListItems {
  const items: number[] = [];
  let open = 'l'.includes(stream.letter(marker - 1) || ' ');
  let depth = 0;
  let compared = false;
  let mixed = -1;
  for (let at = marker + 1; at < Math.min(stream.lexemes.length, marker + farthest); at++) {
    const letter = stream.letter(at);
    if (letter === '(') depth++;
    else if (letter === ')' && --depth < 0) break;
    else if (letter === '.' || (depth === 0 && (letter === 't' || isOfOtherYear(stream, marker, at)))) break;
    else if (',;'.includes(letter)) {
      compared = false;
      // 动态 40 条、公告 16 条等，…: the list has ended.
      if (open && items.length > 0 && stream.letter(at - 1) === 'l') break;
    } else if (letter === 'l') open ||= !isField(stream, at);
    else if (letter === '~') compared = true;
    // A number without its unit is a part that is not read.
    else if (letter === 'x' && depth === 0 && stream.lexemes[at]?.quantity?.unit === '') open = true;
    // 动态 40 条、公告 16 条，共 56 条: their sum is no part.
    else if (letter === '+' && depth === 0 && items.length > 0 && stream.letter(at - 1) === ',') break;
    if (letter !== 'n' || depth > 0 || compared) continue;
    const unit = stream.lexemes[at]?.quantity?.unit ?? '';
    const before = items.at(-1) ?? marker;
    if (unit !== whole.unit && !(pieces.has(unit) && pieces.has(whole.unit))) break;
    if (items.length > 0 && isAnother(stream, marker, items, at)) {
      const isEnded = stream.between(before, at).includes(';');
      return { items, open: open || !isEnded, isCut: !isEnded };
    }
    if (items.length === mostItems) return { items, open: true, isCut: true };
    if (unit !== whole.unit && mixed < 0) mixed = items.length;
    if (stream.figure(at)) items.push(at);
    else open = true;
    // 动态 200 条、公告 80 条、其他 20 件: of the same, side by side with it.
    const isAlike = unit === whole.unit || stream.between(before, at).startsWith('、');
    if (isAlike && items.length > 1 && isEnd(stream, before, at)) return { items, open, isCut: false };
  }
  // Without a rest that takes in all, what is counted otherwise is no part.
  return { items: mixed < 0 ? items : items.slice(0, mixed), open, isCut: false };
}

/** 上年 8 件，其中纠正 2 件；今年 13 件: whether what begins behind the mark at `at` is told of another year than the list. 上年结转 is of this one. */
function isOfOtherYear(stream: Stream, marker: number, at: number): boolean {
  if (!',;'.includes(stream.letter(at))) return false;
  const next = stream.letter(at + 1);
  const isYear = next === '<' || next === '@' || next === 'date';
  if (!isYear || 'cH'.includes(stream.letter(at + 2) || '.')) return false;
  const isOfLast = isLastYear(stream, at + 1);
  const begin = stream.beginOf(marker - 1, ',;.:');
  return stream.letter(at) === ';' || isOfLast !== isLastYear(stream, begin);
}

/** Whether a part is all the rest, and none stands side by side with it: 其他结果 4 件、尚未审结 3 件 goes on. */
const isEnd = (stream: Stream, from: number, at: number): boolean =>
  isRest(stream, from, at) && !goesOn(stream, at);

/** Whether another part stands side by side with the one at `at`. */
function goesOn(stream: Stream, at: number): boolean {
  let next = at + 1;
  if (stream.letter(next) !== '&') return false;
  while (next < at + farthest && !'n,;:.()'.includes(stream.letter(next) || '.')) next++;
  return stream.letter(next) === 'n';
}

/** 重点领域信息 9 条: the name of a part, not the most of them. */
const isField = (stream: Stream, at: number): boolean =>
  stream.textAt(at) === '重点' && /^[领行工项民区人]/u.test(stream.textBehind(at));

/** Whether another statement begins between the last part and the number at `at`. */
function isAnother(
  stream: Stream,
  marker: number,
  [first = 0, ...others]: readonly number[],
  at: number,
): boolean {
  const words = stream.between(others.at(-1) ?? first, at);
  const lead = stream.between(marker, first);
  return otherwise.test(words) || (words.match(verbs) ?? []).some((verb) => !lead.includes(verb));
}

/** What makes it doubtful that numbers side by side are parts: shares, comparisons, other years, none, plans, brackets. */
const doubts = '~<>^d#h/(!zcyts+';
/** A list without 其中 divides the number before it where it comes near to it. */
const nearly = 0.25;

/** Whether numbers come near to another. */
export const areNear = (parts: readonly Figure[], { value: whole }: Figure): boolean =>
  Math.abs(parts.reduce((all, { value }) => all + value, 0) - whole) <= nearly * whole;

/** 其他 10 条, 其他类信息 10 条: the rest, and no other things of a name of their own. */
const rest = /^[,;:、]?(?:其[他它]|其余)(?:各?类|信息|方面|内容){0,2}[为有]?$/u;

/** 120 条，动态 80 条、公告 25 条、其他 10 条: whether what begins behind the comma at `marker` divides the number before it, down to the rest. */
export function endsInRest(stream: Stream, marker: number): boolean {
  const whole = stream.letter(marker) === ',' ? stream.figure(marker - 1) : undefined;
  if (!whole) return false;
  const items: number[] = [];
  for (let at = marker + 1; at <= marker + farthest; at++) {
    const letter = stream.letter(at) || '.';
    if (doubts.includes(letter) || items.length > mostItems) return false;
    if (letter === 'n' && stream.figure(at)?.unit !== whole.unit) return false;
    if (letter === 'n') items.push(at);
    else if ('.;\n'.includes(letter)) break;
    else if ('n' === stream.letter(at - 1) && !',&'.includes(letter)) return false;
  }
  const [last = marker, before = marker] = items.toReversed();
  return (
    items.length > 2 &&
    rest.test(stream.between(before, last)) &&
    /[.;\n]/u.test(stream.letter(last + 1) || '.')
  );
}
