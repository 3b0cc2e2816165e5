import { endOf } from '../../../report/report';
import { say } from '../../../text/say';
import type { Span } from '../../../text/span';
import { compact } from '../../residue/support/compact';
import type { Context, Yield } from '../../rule';
import { toStop } from './sentence-years';

// What a report says of the fee for the processing of information: that none was taken, or how much. Words are folded and without blanks.

const fee = '(?:政府)?(?:信息公开)?(?:的)?信息处理费';
/** 未收取信息处理费, 没有向申请人收取信息处理费; 信息处理费未收取. */
const denied = new RegExp(
  `(?:未|没有|并无)(?:曾|有)?(?:向[^,.;:\\d]{1,10})?收取(?:过|任何)?${fee}|(?<!因|若)未(?:产生|发生)${fee}|信息处理费(?:均|全年)?(?:未|没有)收取`,
  'gu',
);
/** 收取信息处理费 320 元, 收取信息处理费 1 笔, 收取了信息处理费; 信息处理费收费通知 3 件，费用已全部缴纳. */
const charged = new RegExp(
  `收取了?${fee}[^,.;:\\d]{0,8}[1-9][\\d,.]{0,12}(?:万?元|笔|件|次|例)|收取${fee}[^,.;:\\d]{0,8}0\\.\\d{0,6}[1-9]\\d{0,6}万?元|收取了${fee}|${fee}(?:的)?(?:收费|缴费)通知书?[1-9]\\d{0,3}[件份次],[^,.;未没]{0,8}(?:已|均)[^,.;未没]{0,4}(?:缴纳|缴清|交纳|收取)`,
  'gu',
);
/** A rule, a case that is thought of, a part of the whole, or what others took. */
const notTold =
  /标准|每件|每[份页]|超过|规定(?:可|应)|可以|应当|如需|若|如果|情形|本级|办公室|其[他它余](?!需要|应当|事项)|以外|之外|除|部门|此前|累计/u;
const notThisYear = /上一?年|去年|往年|历年|以来|次年|下一?年/u;

/** The place that says a fee was taken, where another says that none was. */
export function* contradictedFee({ report, text }: Context): Generator<Yield> {
  const start = report.title?.span.end ?? 0;
  const words = compact(text, { start, end: Math.max(start, endOf(report)) });
  if (!words.text.includes('处理费')) return;
  const told = (pattern: RegExp): Place[] => placesOf(words.text, pattern, report.year?.value);
  const [none] = told(denied);
  const taken = none && told(charged).find(({ sentence }) => sentence !== none.sentence);
  if (!none || !taken) return;
  const spanOf = ({ at, length }: Place): Span => words.spanOf(at, length);
  yield {
    span: spanOf(taken),
    message: say`这里说收取了信息处理费，另一处却说没有收取，请核对`,
    related: [{ span: spanOf(none), message: say`说没有收取` }],
  };
}

interface Place {
  readonly at: number;
  readonly length: number;
  /** Where its sentence begins. */
  readonly sentence: number;
}

function placesOf(words: string, pattern: RegExp, year: number | undefined): Place[] {
  return [...words.matchAll(pattern)].flatMap(({ 0: found, index: at }): Place[] => {
    const sentence = Math.max(...['.', ';'].map((mark) => words.lastIndexOf(mark, at))) + 1;
    const own = words.slice(sentence, at) + toStop(words, at);
    const isOther = [...own.matchAll(/20\d\d(?=年)/gu)].some(([named]) => Number(named) !== year);
    const upTo = own.slice(0, at - sentence + found.length);
    return isOther || notTold.test(upTo) || notThisYear.test(own)
      ? []
      : [{ at, length: found.length, sentence }];
  });
}
