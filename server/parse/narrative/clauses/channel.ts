import type { Clause } from './clauses';

const channel =
  /^(?:通过|经由|利用|网(?:站|络|上|$)|在线|线[上下]|(?:电子)?邮(?:件|箱|寄|政|$)|信[函件]|来[信函访电]|当面|现场|窗口|传真|平台|微信|书面)|(?:网站|平台|邮箱)$/u;

const anyWay = /^(?:通过|利用|依托|经由|从)?(?:线上线下|网上网下|多种?|多元)$/u;

/** Whether words name every way of asking at once. */
export const isAnyWay = (words: string): boolean => anyWay.test(words);

/** Whether words name a way of asking, and no body. */
export const isChannel = (words: string): boolean => channel.test(words);

/** Whether the phrase from `first` to `last` counts what came by several ways of asking, which together are all (收到通过信函、网络等渠道提出的申请). */
export function isByAnyWay({ letters, lexemes }: Clause, first: number, last: number, text: string): boolean {
  const phrase = letters.slice(first, last + 1);
  if (!/^(?:R|x(?:&x)+l)/u.test(phrase)) return false;
  const places = [...phrase.matchAll(/[xX]/gu)].map(({ index }) => first + index);
  const isAll = places.length > 1 || /[xX]l/u.test(phrase);
  return isAll && places.every((at) => channel.test(text.slice(lexemes[at]?.start, lexemes[at]?.end)));
}
