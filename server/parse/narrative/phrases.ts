import type { Letter } from './word-classes';

/** What may stand in so many variants that a pattern has it and no list. */
interface Phrase {
  readonly letter: Letter;
  readonly name: string;
  /** The characters that it may begin with. */
  readonly heads: string;
  readonly pattern: RegExp;
}

const phrases: readonly Phrase[] = [
  // 以政府信息公开名义提出信访、举报诉求的申请: what the form calls 信访举报投诉类申请.
  {
    letter: 'r',
    name: 'notProcessed.petition',
    heads: '名',
    pattern:
      /名义,?(?:提出|进行|反映|从事|实施|表达|变相|开展|要求|的)?(?:信访|举报|投诉)(?:[、和及或]?(?:信访|举报|投诉)){0,2}(?:等)?(?:类|诉求|活动|请求|事项|问题|内容|行为){0,2}/y,
  },
  // 未经复议程序直接向法院提起, 直接提起: not 直接提起行政复议.
  {
    letter: '1',
    name: '',
    heads: '未直径',
    pattern:
      /(?:未(?:经过?|先经|申请)?(?:行政)?复议(?:程序)?(?:而|,)?)?(?:直接|径行|径直)(?:向(?:中级)?(?:人民)?法院)?(?:起诉|诉讼|提出诉讼|提起(?:行政诉讼|诉讼|(?![行仲复申]|信访|投诉)))(?:的?案件)?/y,
  },
  // 先经复议后又向法院起诉, 在复议后提起.
  {
    letter: '2',
    name: '',
    heads: '经先行复',
    pattern:
      /(?:先?经过?|先)?(?:行政)?复议(?:程序|机[关构])?(?:作出)?(?:决定)?(?:维持|驳回|复议)?之?后[再又仍]?(?:向(?:中级)?(?:人民)?法院)?(?:起诉|诉讼|提出诉讼|提起(?:行政诉讼|诉讼|(?![行仲复申]|信访|投诉)))(?:的?案件)?/y,
  },
];

const byHead = new Map<number, readonly Phrase[]>();
for (const phrase of phrases)
  for (const head of phrase.heads) {
    const unit = head.charCodeAt(0);
    byHead.set(unit, [...(byHead.get(unit) ?? []), phrase]);
  }

/** Whether a phrase may begin with a UTF-16 unit. */
export const isHead = (unit: number): boolean => byHead.has(unit);

/** The phrase that begins at `at`, with where it ends; undefined where none does. */
export function phraseAt(text: string, at: number): (Phrase & { readonly end: number }) | undefined {
  for (const phrase of byHead.get(text.charCodeAt(at)) ?? []) {
    phrase.pattern.lastIndex = at;
    const found = phrase.pattern.exec(text);
    if (found) return { ...phrase, end: at + found[0].length };
  }
  return undefined;
}
