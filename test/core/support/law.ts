import type { Basis, Law } from '../../../server/form/guide-basis';

/** The last article of each law. */
const lastArticle: Readonly<Record<Law, number>> = {
  条例: 56,
  行政复议法: 90,
  行政复议法2017: 43,
  行政复议法实施条例: 66,
  行政诉讼法: 103,
  立法法: 120,
  立法法2015: 105,
  行政许可法: 83,
  行政处罚法: 86,
  行政处罚法2017: 64,
  行政强制法: 71,
  民法典: 1260,
};

/**
 * What the articles that are cited speak of, in words of which one stands in the article and one in whatever cites it. An article
 * that is not here is not cited.
 */
export const topics: Readonly<Record<Law, Readonly<Record<number, RegExp>>>> = {
  条例: {
    2: /信息/u,
    3: /主管部门/u,
    10: /牵头|制作|负责公开/u,
    13: /公开/u,
    14: /国家秘密|禁止公开|国家安全/u,
    15: /第三方|商业秘密|个人隐私/u,
    16: /人事管理|后勤管理|讨论记录|请示报告|行政执法案卷/u,
    17: /秘密/u,
    20: /规章|规范性文件|行政许可|行政处罚|行政强制|行政事业性收费|集中采购|管理服务事项|处理决定|事项/u,
    27: /公民|法人|自然人|组织|个人|申请/u,
    29: /书面|口头|名称|申请/u,
    30: /补正/u,
    31: /收到|签收|确认/u,
    32: /第三方/u,
    33: /答复|期限|办完/u,
    35: /数量|频次|次数|大量|不予处理/u,
    36: /答复|告知|告诉|不予公开|重复|不存在|不归本机关/u,
    37: /区分处理/u,
    38: /加工|现成|制作/u,
    39: /信访|出版物/u,
    41: /更正/u,
    42: /信息处理费|费用|缴费/u,
    46: /考核|评议|责任追究/u,
    47: /追究|督促/u,
    49: /1月31日|1 月 31 日|上一年度|本行政机关|年度报告/u,
    50: /统一格式|主动公开|申请|复议|主要问题|考核|其他需要报告|报告.{0,4}内容/u,
    51: /复议|诉讼/u,
  },
  行政复议法: {
    11: /政府信息公开|信息公开/u,
    19: /被申请人/u,
    23: /先.{0,12}复议|不予公开/u,
    30: /不予受理/u,
    33: /驳回/u,
    41: /终止/u,
    53: /简易程序/u,
    54: /简易程序/u,
    62: /三十日|六十日/u,
    63: /变更/u,
    64: /撤销/u,
    65: /确认.{0,8}违法/u,
    66: /履行/u,
    67: /无效/u,
    68: /维持/u,
    69: /驳回/u,
    73: /调解/u,
    74: /和解/u,
  },
  行政复议法2017: {
    6: /复议/u,
    10: /被申请人/u,
    17: /不予受理/u,
    25: /撤回|终止/u,
    28: /维持|撤销|变更|履行/u,
    31: /复议/u,
  },
  行政复议法实施条例: {
    40: /和解/u,
    48: /驳回/u,
    50: /调解/u,
  },
  行政诉讼法: {
    26: /被告/u,
    44: /复议/u,
    45: /复议/u,
    46: /直接/u,
    51: /不予(?:立案|受理)|起诉/u,
    62: /撤诉|撤回/u,
    69: /驳回/u,
    70: /撤销/u,
    72: /履行/u,
    74: /确认违法/u,
    75: /无效/u,
    77: /变更/u,
    81: /审判决|审结|结论/u,
    82: /简易程序/u,
    83: /四十五日/u,
    85: /上诉/u,
    89: /发回/u,
  },
  立法法: { 91: /国务院|规章/u, 93: /设区的市|规章/u, 96: /签署/u },
  立法法2015: { 80: /国务院|规章/u, 82: /设区的市|规章/u, 85: /签署/u },
  行政许可法: {
    2: /许可/u,
    38: /准予|不予|许可决定/u,
    49: /变更/u,
    50: /延续/u,
    69: /撤销/u,
    70: /注销/u,
  },
  行政处罚法: { 9: /处罚/u, 33: /不予/u, 51: /当场|处罚决定/u, 57: /普通程序|处罚决定/u },
  行政处罚法2017: { 8: /处罚/u, 27: /不予/u, 33: /当场|处罚决定/u, 38: /处罚决定/u },
  行政强制法: {
    2: /强制措施|强制执行/u,
    9: /查封|强制/u,
    12: /代履行|强制/u,
    13: /申请.{0,4}法院/u,
    53: /申请.{0,4}法院/u,
  },
  民法典: { 54: /个体工商户/u, 96: /合作经济组织/u, 102: /合伙企业/u },
};

/** What is against the table in citing `basis` beside `words`; empty where nothing is. */
export function wrongCitations(basis: readonly Basis[], words: string): string[] {
  return basis.flatMap(({ text, law, articles }) =>
    articles.flatMap((article) => {
      if (!law) return [];
      const topic = topics[law][article];
      if (!topic || article > lastArticle[law]) return [`${law} ${article} is in no table`];
      // What the form alone asks for says so itself.
      const own = text.replace(/《.*?》/gu, '');
      return topic.test(words + own) ? [] : [`${law} ${article} speaks of ${topic.source}`];
    }),
  );
}

const names: readonly (readonly [pattern: string, law: Law])[] = [
  ['政府信息公开条例', '条例'],
  ['条例', '条例'],
  ['行政复议法', '行政复议法'],
  ['行政诉讼法', '行政诉讼法'],
  ['立法法', '立法法'],
];
const numerals = '零一二三四五六七八九';

/** The number that Chinese numerals up to 199 write. */
export function numberOf(printed: string): number {
  const [, hundred = '', tens = '', ones = ''] =
    /^(一百零?)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/u.exec(printed) ?? [];
  const ten = printed.includes('十') ? Math.max(1, numerals.indexOf(tens || '一')) * 10 : 0;
  return (hundred ? 100 : 0) + ten + Math.max(0, numerals.indexOf(ones || '零'));
}

const citation =
  /《(?:中华人民共和国)?([^《》]{2,10})》(?:（\d{4} ?年修[订正]）)?((?:[、至]?第[一二三四五六七八九十百零]+条(?:第[^、；，。）]{1,14}?[款项])*)+)/gu;

/** The articles that a text cites, as 《条例》第三十条、第三十五条至第三十九条. A law without a table is left out. */
export function citedIn(text: string): Basis[] {
  return [...text.matchAll(citation)].flatMap(([whole, name, list = '']): Basis[] => {
    const law = names.find(([pattern]) => pattern === name)?.[1];
    if (!law) return [];
    const articles: number[] = [];
    for (const [, to, printed = ''] of list.matchAll(/(至)?第([一二三四五六七八九十百零]+)条/gu)) {
      const last = articles.at(-1) ?? 0;
      const next = numberOf(printed);
      if (to) for (let between = last + 1; between < next; between++) articles.push(between);
      articles.push(next);
    }
    return [{ text: whole, law, articles }];
  });
}
