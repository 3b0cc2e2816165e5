import type { Letter } from './word-classes';

/** What may stand in so many variants that a pattern has it and no list. */
interface Phrase {
  readonly letter: Letter;
  readonly name: string;
  /** The characters that it may begin with. */
  readonly heads: string;
  readonly pattern: RegExp;
}

const petition =
  '(?:信访|举报|投诉)(?:[、和及或]?(?:信访|举报|投诉)){0,2}(?:等)?(?:类|诉求|活动|请求|事项|问题|内容|行为|之实){0,2}';
const payment =
  '(?:按照?)?(?:(?:信息)?(?:收费|缴费)?通知书?的?(?:要求)?)?(?:缴纳|交纳|支付|缴|交)(?:相关)?(?:信息处理费|费用|费)';
const correction = '(?:作出|进行|予以)?补正';
/** 逾期不补正, 未按期补正, 在规定期限内未补正, with 视为放弃申请 behind it. */
const overdue = (what: string): RegExp =>
  new RegExp(
    `(?:申请人)?(?:无正当理由)?(?:(?:逾期|超期|超过期限)仍?(?:未|不|没有)|在(?:规定|法定|补正)的?期限内(?:未|没有)|(?:未|不|没有)(?:在(?:规定|法定)期限内|按期|按时|如期)|(?:未|没有)(?=按照?(?:信息)?(?:收费|缴费)通知))${what}(?:[、,而]?视为放弃(?:申请)?)?`,
    'y',
  );

const idle =
  /以(?:我[局委办处厅镇乡]|本(?:机关|单位|局))为被(?:申请人|告|复议机关)的?|清理(?:之)?后,?(?=(?:仍|保留|现行|继续|保持)[^,;。]{0,2}有效)|一[件事案]一[审议档策码办评表单复核查答]/y;
const phrases: readonly Phrase[] = [
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
  // 同一申请人就相同内容重复申请: that it is the same is what makes it one.
  {
    letter: '_',
    name: '',
    heads: '同',
    pattern: /同一申请人[^,;。\d]{0,12}?(?=重复申请|重复提|大量反复)/y,
  },
  // 属于行政查询事项、已告知查询途径的 29 件: what was told to those who asked for it.
  {
    letter: '_',
    name: '',
    heads: '、并',
    pattern:
      /[、并](?:已|并|均|依法){0,2}(?:告知|引导|指引|提示|建议)(?:申请人|当事人|其)?(?:另行|自行|依法|通过|向)?[^,;:、。\d]{0,10}?(?:查询|查阅|获取|申请|反映)(?:途径|渠道|方式|办法)?的?(?=[的有共、,]{0,3}\d)/y,
  },
  // 年末结转 4 件, 期末尚未办结结转: into the next year.
  {
    letter: '>',
    name: '',
    heads: '年期',
    pattern: /(?:年(?:度)?[末底终]|期末)(?:时|前|仍|尚|还|有|共|未办结|,){0,3}(?=结转|转结|顺延)/y,
  },
  // 告知申请人通过专门渠道查询的行政查询事项.
  {
    letter: '_',
    name: '',
    heads: '告引指',
    pattern:
      /(?:告知|引导|指引)(?:申请人|当事人)?(?:通过|到|向)[^,;:、。\d]{0,12}?(?:查询|查阅)的?(?=行政查询事项)/y,
  },
  // 商业秘密和个人隐私、为保护第三方合法权益: the row by its own name.
  {
    letter: '_',
    name: '',
    heads: '商个',
    pattern:
      /(?:商业秘密|个人隐私)(?:[和、或及](?:商业秘密|个人隐私))?[、,而]?(?:而?为|需要?)?(?=保护第三方)/y,
  },
  // 需要说明的是, 本报告统计期为2024年1月1日至12月31日: of what the report is, and that something follows.
  { letter: '_', name: '', heads: '需', pattern: /需要?(?:特别)?说明的是(?=,)/y },
  {
    letter: '_',
    name: '',
    heads: '本统',
    pattern: /(?:本(?:年度)?报告的?)?(?:数据)?统计(?:期限?|时段|周期|期间|时间)[为是](?=20\d\d年)/y,
  },
  // 统计口径与上年一致: compares no number.
  {
    letter: '_',
    name: '',
    heads: '统口',
    pattern: /(?:统计)?口径(?:均|都)?[与同](?:上一?年度?|往年|去年)(?:保持)?(?:一致|相同)/y,
  },
  // 余下 8 件依法延期，转下年度继续办理: why it goes over.
  {
    letter: '_',
    name: '',
    heads: '依延',
    pattern:
      /(?:依法)?延期(?:办理|答复)?(?=,?[并将]?(?:结转|转入|转至|转到|转|顺延)(?:至|到)?(?:下一?年|次年|来年|20\d\d年))/y,
  },
  // 上年未办结而转入本年的: what is carried over was not settled.
  {
    letter: '_',
    name: '',
    heads: '未',
    pattern: /未办[结理]完?[毕成]?的?(?:政府信息公开)?(?:申请)?而?(?=结转|转入|转至|转到|顺延)/y,
  },
  // 加上年结转 5 件: 加 and 上年, not 加上.
  { letter: '_', name: '', heads: '加', pattern: /加(?=上一?年度?(?:末|底)?的?(?:未办结|结转|转结|遗留))/y },
  // 跟 2022 年相比, 同上年度比: with what it is compared.
  { letter: '&', name: '', heads: '同跟', pattern: /[同跟](?=上一?年|去年|前一年|20\d\d年)/y },
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
  // 法院一律维持; 一律依法答复 says how, and not that all was answered.
  { letter: 'q', name: '', heads: '一', pattern: /一律(?=(?:予以|判决|裁定)?(?:维持|驳回))/y },
  // 一成; 一成不变 and 一成果 are other words.
  { letter: 'h', name: '10~', heads: '一', pattern: /一成(?![不果立为品绩本员套熟功])/y },
  // 六件系没有现成信息: nothing but that it is so; 制发新的规范性文件.
  { letter: '_', name: '', heads: '系', pattern: /系(?!统|列|数|部)/y },
  { letter: '_', name: '', heads: '新', pattern: /新的?(?=(?:行政)?规范性文件|(?:政府)?规章(?!制度)|结转)/y },
  // 不予公开件数超过部分公开: one row is held against another.
  {
    letter: '^',
    name: 'than',
    heads: '超',
    pattern:
      /超[过出]了?(?=(?:作出?|因|按)?(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|自然人|法人|商业企业|行政许可|行政处罚|行政强制|废止|制发|新制发|结转下年|上年结转))/y,
  },
  // 我局作为被申请人的行政复议: as whom else.
  {
    letter: '_',
    name: '',
    heads: '作',
    pattern: /(?<=我[局委办处厅镇乡]|本(?:机关|单位|局))作为被(?:申请人|告|复议机关)/y,
  },
  { letter: '_', name: '', heads: '以清一', pattern: idle },
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
  // 归入“其他处理”, 占 18 件, 在办结的 49 件里: nothing that is counted.
  {
    letter: '_',
    name: '',
    heads: '归列计',
    pattern: /(?:归入|归为|归类为|列入|列为|计入)(?="?其[他它]处理)/y,
  },
  { letter: '_', name: '', heads: '占', pattern: /占[了有]?(?=\d{1,6}[件宗起](?![的\d]))/y },
  { letter: '_', name: '', heads: '里当之', pattern: /(?:里面?|当中|之中)(?=,)/y },
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
