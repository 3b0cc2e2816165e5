import type { Phrase } from './phrase';

const petition =
  '(?:信访|举报|投诉)(?:[、和及或]?(?:信访|举报|投诉)){0,2}(?:等)?(?:类|诉求|活动|请求|事项|问题|内容|行为|之实){0,2}';
const payment =
  '(?:按照?)?(?:(?:信息)?(?:收费|缴费)?通知书?的?(?:要求)?)?(?:缴纳|交纳|支付|缴|交)(?:相关)?(?:信息处理费|费用|费)';
const correction = '(?:按照?(?:通知)?要求)?(?:作出|进行|予以)?补正';
/** 逾期不补正, 未按期补正, 在规定期限内未补正, with 视为放弃申请 behind it. */
const overdue = (what: string): RegExp =>
  new RegExp(
    `(?:申请人)?(?:无正当理由)?(?:(?:逾期|超期|超过期限)仍?(?:未|不|没有)|在(?:规定|法定|补正)的?期限内(?:未|没有)|(?:未|不|没有)(?:在(?:规定|法定)期限内|按期|按时|如期)|(?:未|没有)(?=按照?(?:信息)?(?:收费|缴费)通知))${what}(?:[、,而]?视为放弃(?:申请)?)?`,
    'y',
  );

/** What became of applications, in words that are none of the form's. */
export const phrasesOfResults: readonly Phrase[] = [
  // 以公开申请之名反映信访、举报诉求, 实质上属于投诉的申请: what the form calls 信访举报投诉类申请.
  {
    letter: 'r',
    name: 'notProcessed.petition',
    heads: '名之为形',
    pattern: new RegExp(
      `(?:名义|之名|为名|的?形式),?(?:提出|进行|反映|从事|实施|表达|变相|开展|要求|行|的){0,2}${petition}`,
      'y',
    ),
  },
  {
    letter: 'r',
    name: 'notProcessed.petition',
    heads: '实',
    pattern: new RegExp(`实(?:质上?|际上?|则|)(?:均|都)?(?:为|系|是|属于?)${petition}`, 'y'),
  },
  {
    letter: 'r',
    name: 'notProcessed.petition',
    heads: '借利',
    pattern: new RegExp(
      `(?:假借|借助?|利用)(?:政府)?(?:信息)?公开申请(?:的)?(?:渠道|途径|方式|机会)?(?:反映|提出|表达|进行)${petition}`,
      'y',
    ),
  },
  // 商业秘密且第三方不同意公开: a row only where it is told that nothing was published.
  {
    letter: 'r',
    name: 'refused.thirdPartyRights',
    heads: '商个第权',
    pattern:
      /(?:(?:商业秘密|个人隐私)(?:[、和或及且等,]|或者|并且)?){0,2}(?:第三[方人]|权利人)(?:均|书面|明确|表示){0,2}(?:不同意|未同意|反对|拒绝)(?:公开|提供)(?=(?:[的有共、,而且]|经审查|依法|依规|作出|决定|申请|\d{1,4}件|[一二三四五六七八九十]{1,3}件){0,8}不予公开)/y,
  },
  // 逾期未按收费通知缴纳费用, 未按期缴费; 在规定期限内未补正.
  { letter: 'r', name: 'other.overduePayment', heads: '申无逾超未不没在', pattern: overdue(payment) },
  { letter: 'r', name: 'other.overdueCorrection', heads: '申无逾超未不没在', pattern: overdue(correction) },
  // 对 14 件申请作区分处理: what became of so many applications; 区分处理 14 件.
  {
    letter: 'P',
    name: '',
    heads: '经作做进区',
    pattern:
      /(?<=\d件[^,;。\d]{0,16}申请,?(?:均|依法|都){0,2})(?:经|作|做|进行)了?区分处理(?:后?(?:予以)?(?:公开|提供))?(?=[,;。)\n])|(?<=[,;。:\n]|依法)区分处理(?=\d{1,6}件)/y,
  },
  // 作区分处理的 14 件, 公开一部分的 14 件: what is published in part.
  {
    letter: 'P',
    name: '',
    heads: '经作做进区只公',
    pattern:
      /(?:(?:经|作|做|进行)了?区分处理(?:后?予?以?公开)?|区分处理后(?:予以)?公开|只?公开(?:了?其中)?一部分(?:内容|信息)?)的?(?:申请)?(?=(?:[的有共为是]){0,2}\d{1,9}[件宗])/y,
  },
  // 因没有相关信息而无法提供: what is not held.
  {
    letter: 'r',
    name: 'unable.notHeld',
    heads: '本没无',
    pattern:
      /(?:本(?:机关|单位|局))?(?:没有|无)(?:申请人所需的?|所申请的?|相关|该)(?:政府)?信息(?=(?:而|等|的|原因){0,3}无法提供)/y,
  },
  // 亦无文件被废止, behind 规范性文件: these.
  {
    letter: 'F',
    name: '',
    heads: '文',
    pattern: /(?<=规范性文件[^。\n]{0,24}(?:无|没有|未有))文件(?=被?(?:废止|宣布失效))/y,
  },
  // 理由只有国家秘密和行政执法案卷两种: nothing but these rows.
  {
    letter: 'q',
    name: 'only',
    heads: '理原情只仅',
    pattern:
      /(?:(?:理由|原因|情形|缘由)(?:上|共)?)?(?:只有|仅有|仅为|仅是|只涉及|仅涉及|[仅只]限于|只包括|仅包括)(?=(?:属于|因|涉及)?(?:国家秘密|其他法律|法律|危及|三安全|保护第三方|第三方|侵害第三方|损害第三方|三类内部|内部事务|四类过程|过程性|行政执法案卷|行政查询|信访|重复申请|要求提供|无正当理由|大量反复|要求行政|本机关不掌握|不掌握|没有现成|需要另行|补正))/y,
  },
];
