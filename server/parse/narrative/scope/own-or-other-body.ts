/** Whether words in front of a verb may be the agency itself, or say nothing: other bodies' figures are not the table's. */
export type IsOwn = (words: string) => boolean;

/** A body named at the begin of a clause, behind what leads to it. */
const named =
  /^(?:据|经|由|按|指导|协助|会同|联合|督促|对|以|为){0,8}([^,;.:、]{1,14}?(?:局|厅|委员会|办事处|镇|乡|街道|法院|检察院|中心|公司|学校|医院|集团|支队|大队|部门|管理处|管理所|管理站|服务站|研究院|研究所))/u;
/** A township has no bodies below it whose figures it might leave out; a city's government may mean itself alone. */
const township = /^(?:镇|乡|街道)(?:人民)?(?:政府)?$/u;

/** What has others below it for whom it reports: a government by its name, or by that of its place alone. */
const government = /(?:政府|[省市州盟县区旗镇乡]|街道|办事处|管委会|管理委员会|行政公署|行署)$/u;
const levels = /[省市州盟县区旗镇乡]/gu;
/** A zone, whatever its name, says 园区 and 管委会 of itself. */
const zone = /(?:开发|新|园|实验|示范|合作|保税|度假|产业|功能)区|管委会|管理委员会/u;
const zoneItself = /^(?:园区|新区|开发区|高新区|经开区|实验区|示范区|管委会)$/u;
/** The office within that receives for all of it; a government's is a body of its own. */
const officeWithin =
  /(?:(?:党政|政务公开|信息公开|依申请公开|综合|党政综合)?(?:工作)?(?:领导小组)?办(?:公室)?|(?:政策)?法[制规](?:大队|支队|科|股|处|室)|行政审批(?:服务)?(?:科|股|处|室))$/u;
/** What says 学校 of itself. */
const school = /(?:学校|学院|大学|[小中]学)$/u;
const hasOfficeApart = /(?<![镇乡])(?<![镇乡]人民)政府$/u;
/** What a body may call itself by alone: 局 of 水务局, 办 of 办公室. */
const kinds = /(?:局|办公室|办公厅|委员会|厅|处|院|校|所|站|中心|支队|大队|委|办)$/u;
/** 全市, 全县: all below the body of that level. */
const whole = /^[全我本]([省市州盟县区旗镇乡])/u;
/** 我局, 本单位: the agency itself. */
const oneself = /^[我本](?:[局委办处厅院校站所队社镇乡]|单位|机关|中心|街道|部门|机构|公司)$/u;
/** 各部门, 全县各乡镇: all for whom a government reports. */
const everyone = /^(?:全[省市州盟县区旗镇乡街]|我[省市县区镇乡])?(?:范围内)?(?:各级?|所有|所属各)/u;
/** 各科室: all within any body. */
const everyOffice = /^(?:机关|局机关)?各(?:内设)?(?:科室|处室|股室|业务科|责任科)/u;
/** 镇综合执法队, 街道便民服务中心: an office of a township, whose report is the township's; no village and no post of another body. */
const townshipOffice =
  /^(?:我|本)?(?:镇|乡|街道|办事处)?(?:党政|综合|便民|平安|经济|应急|社会|党群|规划|公共|城市|城建|财政|农业|自然|退役|文化)[^村]{0,14}(?:队|办|办公室|中心|窗口|局|所|站)$/u;
const isTownship = /(?:[镇乡]|[镇乡]人民政府|街道|街道办事处)$/u;
/** 局执法大队, 水政监察支队: who decides penalties within a body. */
const enforcing =
  /^(?:我|本)?(?:局|委|厅|局属|委属)?(?:综合|行政|市场|水政|交通|运输|文化|农业|卫生|城市|管理|监察|稽查)*(?:执法|监察|稽查|监督)(?:[支大中]?队|科|股|处|局|机构)$/u;

/** 水政监察大队以我局名义: what is done so is the agency's own. */
const inOurName = /以[我本][^,;。]{1,4}的?名义$/u;
/** All of those below, who report for themselves; a government reports for its departments with them. */
const eachBelow = /^各(?:镇|乡|街道|县|区|村|社区|学校|分局|派出所|下属|直属|所属)(?!.*(?:部门|单位|机关))/u;
/** 坚持以人民为中心, 加强与部门的协作: no body acts, although one is named. */
const noActor =
  /^(?:在|于|通过|依托|利用|根据|按照|结合|围绕|聚焦|坚持|加强|强化|推进|推动|开展|健全|完善|建立|严格|深化|设立|设置|打造|持续|不断|进一步|积极|始终|充分|切实|主动|优化|规范|做好|抓好|拓展|丰富|提升|提高|加大|紧扣|牢固|突出|向|与|和|将|把)|为中心$/u;

/** 加强信息公开, 认真做好公示工作: what is striven for, before what was done. */
const endeavour =
  /^(?:进一步|持续|不断|积极|始终|充分|切实|认真|全面|扎实|深入|严格|着力|大力)*(?:加强|强化|推进|推动|健全|完善|深化|做好|抓好|落实|贯彻|规范|加大|提升|提高|围绕|聚焦|突出|优化|拓展|坚持)/u;
export const isEndeavour = (words: string): boolean => endeavour.test(words);

/** Who judges is no other body of which the sentence tells. */
const courts = /^[区县市]?(?:(?:中级|高级)?(?:人民)?法院|复议机关|机关|前)$/u;
/** Whether words name who judges, and nothing else. */
export const isCourt = (words: string): boolean => courts.test(words);

/** Who speaks: whether words may be the agency itself, and whether a clause begins with another body. */
export interface Agents {
  readonly isOwn: IsOwn;
  readonly isForeign: (words: string) => boolean;
  /** Whether words name what the agency is there for, as 水 does of a 水务局; not where it has several such things. */
  readonly isTrade: IsOwn;
  /** Whether what all below did is the agency's own figure, as it is a government's. */
  readonly isGovernment: boolean;
  /** Whether words for all below (全县, 各部门) mean those for whom the agency reports. */
  readonly isOwnScope: (words: string) => boolean;
}

/**
 * Makes the tests for a report of `agency` (undefined where it is not known). The agency may shorten its name: all characters of
 * 市市场监管局 stand in this order in 某某市市场监督管理局.
 */
export function agentsOf(agency: string | undefined): Agents {
  const name = agency?.replace(/[()（）]/gu, '') ?? '';
  const isGovernment = name === '' || government.test(name);
  // A street has none of its own.
  const ownLevel = /街道|办事处/u.test(name) ? '' : (name.match(levels)?.at(-1) ?? '');
  const kind = kinds.exec(name)?.[0] ?? '';
  const hasOffice = name !== '' && !hasOfficeApart.test(name);
  const isOwn: IsOwn = (words) => {
    if (inOurName.test(words)) return true;
    const bare = words.replace(/^(?:我|本|全|各)|系统$/gu, '');
    if (bare === '') return true;
    if (township.test(bare) || (kind !== '' && kind.startsWith(bare))) return true;
    if (zoneItself.test(bare)) return zone.test(name);
    if (hasOffice && isOfficeOf(bare, isOwn)) return true;
    if (bare === '学校') return school.test(name);
    if (everyOffice.test(words) || (isTownship.test(name) && townshipOffice.test(words))) return true;
    if (!isGovernment && enforcing.test(words)) return true;
    // 市政府: 政府 itself says nothing.
    if (isGovernment && bare.length === 1) return bare === ownLevel;
    return bare.length > 1 && name !== '' && abbreviates(bare, name);
  };
  const trade = name.replace(/^.*[省市州盟县区旗]/u, '').slice(0, -kind.length || undefined);
  return {
    isOwn,
    isTrade: (words) => !isGovernment && !/[和与及、]/u.test(trade) && abbreviates(words, trade),
    isGovernment,
    isOwnScope: (words) => {
      if (!isGovernment) return false;
      const level = whole.exec(words)?.[1] ?? ownLevel;
      return name === '' || level === ownLevel;
    },
    isForeign: (words) => {
      if (eachBelow.test(words)) return true;
      const body = named.exec(words)?.[1];
      if (body === undefined || oneself.test(body) || noActor.test(words)) return false;
      return !isOwn(body) && !(isGovernment && everyone.test(words));
    },
  };
}

/** Whether words end with an office within, behind nothing or a name that is the agency's own. */
function isOfficeOf(words: string, isOwn: IsOwn): boolean {
  const office = officeWithin.exec(words);
  const owner = office && words.slice(0, office.index);
  return owner !== null && (/^(?:机关|单位|中心)?$/u.test(owner) || isOwn(owner));
}

function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}
