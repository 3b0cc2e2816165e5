import type { Span } from '../../../text/span';
import { quantityAt } from './numerals';

/** What a numeral in words and sentences may be by the look of what stands around it. */
export type WordsClass = 'label' | 'contact' | 'reference' | 'date' | 'ordinal' | 'other-claim';

/** A stretch of running text with what its numerals are. */
export interface WordsReading extends Span {
  readonly kind: WordsClass;
}

const digit = '[一二两三四五六七八九十百千〇零○]';
const han = '\\p{Script=Han}';
const contact =
  /(?:\d{3,4}-\d{7,8}(?:-\d+)?|(?<!\d)1\d{10}(?!\d)|[\w.-]{1,64}@[\w.]+|https?:[^\s，。）)]+|www\.[\w./-]+|(?:电话|传真|邮编|邮政编码|邮箱|地址|QQ|手机|热线)[^,;。)\n]{0,30}|位于[^,;。)\n]{0,20}号)/gu;
const reference =
  /(?:《[^》\n]{0,60}》|"[^"\n]{0,60}"|\[\d{4}\]\d+号?|第\(?\d{1,9}\)?[条款项号届](?:第\(?\d{1,9}\)?[款项])*|[A-Za-z]{1,20}\d[\d.*]*|\d{1,12}\*\d{1,12}|[备第安网]\d+号(?:-\d+)?|(?:编号|标识码|代码|备案号|索引号|文号)[:为]?[\dA-Z-]+|12345)/gu;
const date =
  /(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?:19|20)\d\d(?:年|-(?:19|20)\d\d年?)|\d{1,2}[-—–~至]{1,2}\d{1,2}月|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日(?![常前])|\d{1,2}:\d\d(?::\d\d)?|\d{1,2}时(?:\d\d分)?|(?:19|20)\d\d年?[至-](?:19|20)\d\d年)/gu;
const ordinal =
  /(?:(?:^|(?<=[。;:\n]))\d{1,2}(?=[.、)](?!\d))|(?<![\d.])\d{1,2}(?=\.\p{Script=Han})|\(\d{1,2}\)|第\d+(?:[名位期次批个章节页]|(?!\d))|[图表][\d-]+|(?<=[….·_]{3})\d{1,3}(?=\n)|附件\d+)/gu;

const patterns: readonly (readonly [WordsClass, RegExp])[] = [
  ['contact', contact],
  ['reference', reference],
  ['date', date],
  ['ordinal', ordinal],
];

const arabic = /\d+(?:[.,]\d+)*/gu;

/**
 * What the numerals of running text (folded, without blanks) are: of a telephone number or address, a reference, a date, a place in a
 * list, a quantity. The stretches may overlap: the first that covers a numeral tells. Nothing is said of a number that counts nothing.
 */
export function* wordsReadings(text: string): Iterable<WordsReading> {
  for (const [kind, pattern] of patterns) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      yield { start: index, end: index + found.length, kind };
    }
  }
  for (const { 0: found, index } of text.matchAll(arabic)) {
    const end = index + found.length;
    if (isQuantity(text, { start: index, end })) yield { start: index, end, kind: 'other-claim' };
  }
}

// What stands around a Chinese character for a number when it is a numeral, and no part of a word (统一, 一些, 三公).
const chinese: readonly (readonly [WordsClass, RegExp])[] = (
  [
    // The note over 表三: 第一项加第二项之和，等于第三项加第四项之和.
    ['label', `(?<=第)${digit}{1,12}(?=项(?:加|之和))`],
    [
      'reference',
      `(?<=第\\(?)${digit}{1,12}(?=\\)?[条款项号届])|${digit}{1,12}(?=届)|(?<=党的)${digit}{1,12}(?=大)`,
    ],
    [
      'reference',
      '[一二三四五六七八九](?=[、和]?[一二三四五六七八九]?中全会)|(?<=十)[三四五](?=五(?:规划|时期))',
    ],
    ['date', '二[〇零○O0][〇零○O0一二三四五六七八九]{2}(?=年)'],
    [
      'date',
      `(?:(?<=年)|(?<![第]|${han}))[一二三四五六七八九十]{1,2}(?=月)|(?<=月)[一二三四五六七八九十]{1,3}(?=日)`,
    ],
    ['ordinal', `(?<=第)${digit}{1,12}(?=[名位期次批个章节季部轮页])`],
    [
      'ordinal',
      `(?:^|(?<=[。;:\\n]))${digit}{1,3}(?=[、)])|(?<=\\()${digit}{1,3}(?=\\))|(?<!${han})${digit}{1,3}(?=、)`,
    ],
    ['ordinal', `(?<!${han})${digit}{1,2}(?=是)|(?<=(?<!${han})其)${digit}(?=[是,])`],
    // ① and the like.
    ['ordinal', '[\\u2460-\\u249b\\u24f5-\\u24fe\\u2776-\\u2793\\u3220-\\u3229]'],
    // One alone (一个, 一项) is an article, not a number; 一起 is a word.
    [
      'other-claim',
      `(?<!第)(?:[二两三四五六七八九十]|${digit}{2,12})(?=[余多来]?(?:件|宗|例|份|封|万元|元|%|个百分点))`,
    ],
    [
      'other-claim',
      `(?<!第)(?:[二两三四五六七八九]|${digit}{2,12})(?=[余多来]?(?:起|[个项次名人家条篇部种类张期场批处位天年倍级字户所座轮组套栏]|方面|小时|分钟|大类))`,
    ],
    ['other-claim', `(?<=百分之)${digit}{1,12}|${digit}{1,12}(?=分之)|(?<=分之)${digit}{1,12}`],
  ] as const
).map(([kind, source]) => [kind, new RegExp(source, 'gu')]);

/** The numerals that running text writes in Chinese characters, and what each is; they may overlap, the first tells. */
export function* chineseNumerals(text: string): Iterable<WordsReading> {
  for (const [kind, pattern] of chinese) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      yield { start: index, end: index + found.length, kind };
    }
  }
}

/** A number with a unit, with words right behind it or a word for a number before it counts something; one between marks of punctuation does not. */
function isQuantity(text: string, { start, end }: Span): boolean {
  const quantity = quantityAt(text, start);
  const behind = text.charAt(quantity?.end ?? end);
  const counts = /(?:[数量额达为共约近超逾]|超过|突破|达到)$/u.test(
    text.slice(Math.max(0, start - 2), start),
  );
  return Boolean(quantity?.unit) || counts || /[\p{L}%]/u.test(behind);
}
