import type { Phrase } from './phrase';

const idle =
  /以(?:我[局委办处厅镇乡]|本(?:机关|单位|局))为被(?:申请人|告|复议机关)的?|清理(?:之)?后,?(?=(?:仍|保留|现行|继续|保持)[^,;。]{0,2}有效)|一[件事案]一[审议档策码办评表单复核查答]/y;

/** What says nothing of what is counted, whatever the words that it is made of say elsewhere. */
export const phrasesOfNothing: readonly Phrase[] = [
  // 同一申请人就相同内容重复申请: that it is the same is what makes it one.
  {
    letter: '_',
    name: '',
    heads: '同',
    pattern: /同一申请人[^,;。\d]{0,12}?(?=重复申请|重复提|大量反复)/y,
  },
  // 申请人就某小区相关材料先后多次提出的 13 件重复申请: what makes them such.
  {
    letter: '_',
    name: '',
    heads: '同申就',
    pattern:
      /(?:(?:同一)?申请人)?[^,;。\d]{0,30}?(?:反复|多次|重复|先后|再次)[^,;。\d]{0,4}(?:提出|提交)的(?=\d{1,5}件重复申请)/y,
  },
  // 办理行政许可事项并公布处理决定 1678 件, 作出并公布行政许可决定: that they were published as well.
  {
    letter: '_',
    name: '',
    heads: '并',
    pattern:
      /(?<=行政(?:许可|处罚|强制)(?:事项|案件|措施)?)并(?:依法|及时|全部)?(?:公布|公示|公开)(?:处理|许可|处罚|强制)?决定(?=\d{1,7}件)|(?<=作出|做出|实施)并(?:依法|及时|全部)?(?:公布|公示|公开)(?=行政(?:许可|处罚|强制)(?:处理)?决定\d)/y,
  },
  // 属于行政查询事项、已告知查询途径的 29 件: what was told to those who asked for it.
  {
    letter: '_',
    name: '',
    heads: '、并',
    pattern:
      /[、并](?:已|并|均|依法){0,2}(?:告知|引导|指引|提示|建议)(?:申请人|当事人|其)?(?:另行|自行|依法|通过|向)?[^,;:、。\d]{0,10}?(?:查询|查阅|获取|申请|反映)(?:途径|渠道|方式|办法)?的?(?=[的有共、,]{0,3}\d)/y,
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
  // 六件系没有现成信息: nothing but that it is so; 制发新的规范性文件.
  { letter: '_', name: '', heads: '系', pattern: /系(?!统|列|数|部)/y },
  { letter: '_', name: '', heads: '新', pattern: /新的?(?=(?:行政)?规范性文件|(?:政府)?规章(?!制度)|结转)/y },
  // 我局作为被申请人的行政复议: as whom else.
  {
    letter: '_',
    name: '',
    heads: '作',
    pattern: /(?<=我[局委办处厅镇乡]|本(?:机关|单位|局))作为被(?:申请人|告|复议机关)/y,
  },
  { letter: '_', name: '', heads: '以清一', pattern: idle },
  // 归入“其他处理”, 占 18 件, 在办结的 49 件里: nothing that is counted.
  {
    letter: '_',
    name: '',
    heads: '归列计',
    pattern: /(?:归入|归为|归类为|列入|列为|计入)(?="?其[他它]处理)/y,
  },
  { letter: '_', name: '', heads: '占', pattern: /占[了有]?(?=\d{1,6}[件宗起](?![的\d]))/y },
  { letter: '_', name: '', heads: '里当之', pattern: /(?:里面?|当中|之中)(?=,)/y },
];
