import type { Clause } from '../clauses/clauses';
import type { Sentence } from './scene';

// 因信息不存在或不属于本机关职责，答复无法提供 4 件: those of that cause only, where nobody else says that there are others.

/** What a cause begins with; and a kind of applications, which ends in what they are about: 对涉及个人隐私的. */
const because = /^(?:其中)?(?:因|由于|鉴于|基于|涉及|属于)/u;
const of = /^(?:其中)?(?:针对|对于?(?!照)|关于|凡).*(?:的|申请|信息|事项|材料|档案|问题|内容|[类件者])$/u;
/** 以信息已公开为由, 征地拆迁领域: what else it ends with; 答复结果方面 is no such kind. */
const kind =
  /(?:为由|原因|理由|领域|类(?:事项|申请|信息|案件|问题)?)$|^[^报结情文管公政答办处申诉议]{1,8}方面$/u;
/** 依据《条例》第三十六条第(五)项: what one of the articles is for. */
const article = /第[一二三四五六七八九十\d]+条|第\(?[一二三四五六七八九十\d]+\)?[款项]/u;
/** 经检索没有相关信息, 经征求第三方意见: what was found, where 经审核 tells nothing. */
const found = /^经.{0,12}(?:没有|未|无|不|征求)/u;
/** 从答复类型看, 对应当公开的信息: by what all are divided, and what only says the result in other words. */
const general =
  /^(?:从|按|就)|^针对(?:上一?年|去年|存在)|看$|^行政(?:执法|处罚|许可|强制)|[可应能][以当该予够]{0,2}公开|公开(?:范围|条件)|区分处理/u;
/** A clause that counts nothing, and names nothing that the form has. */
const plain = /^[^n$hA-RT-Zr12cp]*$/u;
/** A clause is not longer, nor are there more numbers that go on with what it says. */
const [longest, farthest] = [60, 12] as const;

/** Whether a clause before in the sentence says of which cause or kind so many are, in words that are no row of the form. */
export function isLedByCause({ beginnings }: Sentence, { depth }: Clause, text: string): boolean {
  const own = beginnings.length - 1;
  for (let at = own; at > 0 && at > own - farthest; at--) {
    const clause = beginnings[at];
    if (!clause || clause.before === ';') return false;
    const start = clause.lexemes[0]?.start ?? 0;
    if (clause.before !== ',' || clause.depth !== depth) continue;
    const { words, begin } = wordsBefore(text, start);
    const told = beginnings
      .slice(Math.max(0, at - farthest), at)
      .filter(({ lexemes }) => (lexemes[0]?.start ?? 0) >= begin);
    if (isCause(words, at === own) && told.every(({ letters }) => plain.test(letters))) return true;
    // What goes on with it are other numbers.
    if (!beginnings[at - 1]?.letters.includes('n')) return false;
  }
  return false;
}

/** Whether words tell of a cause or kind; an article only where the number stands right behind it. */
const isCause = (words: string, isNext: boolean): boolean =>
  !general.test(words) &&
  ([because, of, kind, found].some((each) => each.test(words)) || (isNext && article.test(words)));

/** The words between the comma before `start` and the mark before it, and where they begin. */
function wordsBefore(text: string, start: number): { readonly words: string; readonly begin: number } {
  const before = text.slice(Math.max(0, start - longest), start);
  const comma = Math.max(0, before.lastIndexOf(','));
  const words =
    before
      .slice(0, comma)
      .split(/[,;:。\n]/u)
      .at(-1) ?? '';
  return { words, begin: start - before.length + comma - words.length };
}
