import type { Phrase } from './phrase';
import { phrasesOfNothing } from './phrases-of-nothing';
import { phrasesOfResults } from './phrases-of-results';

/** Disputes, comparisons and shares, in words that no list has. */
const others: readonly Phrase[] = [
  // 年末结转 4 件, 期末尚未办结结转: into the next year.
  {
    letter: '>',
    name: '',
    heads: '年期',
    pattern: /(?:年(?:度)?[末底终]|期末)(?:时|前|仍|尚|还|有|共|未办结|,){0,3}(?=结转|转结|顺延)/y,
  },
  // 跟 2022 年相比, 同上年度比: with what it is compared.
  { letter: '&', name: '', heads: '同跟', pattern: /[同跟](?=上一?年|去年|前一年|20\d\d年)/y },
  // 法院一律维持; 一律依法答复 says how, and not that all was answered.
  { letter: 'q', name: '', heads: '一', pattern: /一律(?=(?:予以|判决|裁定)?(?:维持|驳回))/y },
  // 一成; 一成不变 and 一成果 are other words.
  { letter: 'h', name: '10~', heads: '一', pattern: /一成(?![不果立为品绩本员套熟功])/y },
  // 与上年相当: nearly as many; 相当一部分, 相当于 are other words.
  {
    letter: '5',
    name: '',
    heads: '相大基',
    pattern: /(?<=[与同和跟](?:上一?年度?|去年|20\d\d年度?)(?:同期)?)(?:大致|大体|基本)?相当(?=[,;。)\n])/y,
  },
  // 减半; 减半征收 is how much is charged.
  { letter: '6', name: '0.5', heads: '减腰', pattern: /(?:减半|腰斩)(?![征收缴免]|的?目标)/y },
  // 不予公开件数超过部分公开: one row is held against another.
  {
    letter: '^',
    name: 'than',
    heads: '超',
    pattern:
      /超[过出]了?(?=(?:作出?|因|按)?(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|自然人|法人|商业企业|行政许可|行政处罚|行政强制|废止|制发|新制发|结转下年|上年结转))/y,
  },
  // 不足办结总数的四成: a share, as 占 tells it.
  {
    letter: '#',
    name: '',
    heads: '不超接将达近',
    pattern:
      /(?:不足|不到|超过?|接近|将近|达到?|近)(?=(?:全部|所有|全年|本年)?(?:办结|办理|答复|新收|收到|应办)(?:的?申请|件|结果|答复){0,2}(?:总?[量数])?的(?:\d{1,2}(?:\.\d{1,2})?%|百分之|[二两三四五六七八九]成|一半|半数|[二三四五]分之))/y,
  },
  // 处于法定办理期限内, 仍在答复期内: not yet done.
  {
    letter: 'p',
    name: '',
    heads: '尚仍还正处',
    pattern:
      /(?:(?:尚|仍|还|正)?处[于在]|(?:尚|仍|还)在)(?:法定|规定|正常)?的?(?:办理|答复|处理)(?:期限?|时限|期间)(?:之?内)?/y,
  },
  // 未经复议程序直接向法院提起, 直接提起: not 直接提起行政复议.
  {
    letter: '1',
    name: '',
    heads: '未直径',
    pattern:
      /(?:未(?:经过?|先经|申请)?(?:行政)?复议(?:程序)?(?:而|,)?)?(?:直接|径行|径直)(?:向(?:中级)?(?:人民)?法院)?(?:起诉|诉讼|提出诉讼|提起(?:行政诉讼|诉讼|(?![行仲复申]|信访|投诉)))(?:[至到](?:中级)?(?:人民)?法院)?(?:的?案件)?/y,
  },
  // 先经复议后又向法院起诉, 在复议后提起.
  {
    letter: '2',
    name: '',
    heads: '经先行复',
    pattern:
      /(?:先?经过?|先)?(?:行政)?复议(?:程序|机[关构])?(?:作出)?(?:决定)?(?:维持|驳回|复议)?(?:、?之?后[再又仍]?|[再又])(?:向(?:中级)?(?:人民)?法院)?(?:起诉|诉讼|诉(?=[至到])|提出诉讼|提起(?:行政诉讼|诉讼|(?![行仲复申]|信访|投诉)))(?:[至到](?:中级)?(?:人民)?法院)?(?:的?案件)?/y,
  },
];

const byHead = new Map<number, readonly Phrase[]>();
for (const phrase of [...phrasesOfResults, ...others, ...phrasesOfNothing])
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
