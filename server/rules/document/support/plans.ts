/** What a plan does; 将 before other words (将……纳入考核) only says what is done with a thing. */
const deed =
  '(?:继续|进一步|加强|加大|加快|加速|督促|着力|持续|不断|从(?:以下|这|如下|[^,.;:\\d]{1,24}(?:方面|方向|环节|层面)?(?:入手|着手|发力|做起|切入))|按照|围绕|以|重点|认真|严格|深化|强化|推进|推动|完善|健全|优化|提升|提高|增加|增设|丰富|开展|组织|努力|坚持|全面|切实|主动|积极|结合|根据|针对|逐步|力争|更加|大力|深入|充分|规范|拓展|拓宽|创新|采取|通过|做好|抓好|改进|制作|更新|建立|修订|重新|聚焦|坚决|统一|立足)';
const clause = '(?<=^|[.;!?,:)])(?:[一二三四五六七八九]是)?';
const year = '(20\\d\\d)年度?,?';
/** 2023年，我局将加强……: what follows the year and the agency is still to be done. */
const planned = new RegExp(`${clause}${year}[^.;,:\\d]{0,12}?(?:将|计划|拟|准备)(?:会|要)?${deed}`, 'gu');
/** 下一步，2023年……, 下一年度（2023年）我局将…… */
const ahead = new RegExp(
  `(?:下一?步|下一?阶段|下一?年度?|来年|今后|接下来)(?:工作)?(?:打算|计划|安排)?[,:(][在于]?${year}(?!以来|以后|发布|印发)`,
  'gu',
);
/** 2023年工作打算：, before what is planned. */
const headed = new RegExp(
  `${clause}(20\\d\\d)年度?的?(?:我局|本局|我镇|本镇|本机关|本单位)?(?:(?:政府|政务)?信息公开|政务公开)?(?:重点)?(?:工作)?的?(?:打算|计划|安排|思路|设想)(?:如下|是|为)?:`,
  'gu',
);
/** 将 … 纳入, and what was planned before and is told of now. */
const notPlanned =
  /作为|纳入|列入|列为|放在|摆在|融入|贯穿|提出|承诺|原|曾|实际|上年|去年|上一年|完成(?:[了率\d]|情况)|仅|只有|已(?!有|经成为)/u;

/** A year of a plan, as an offset in the words. */
export interface PlannedYear {
  readonly at: number;
  readonly year: number;
}

/** The years that plans in these words, which are folded and without blanks, are made for; empty where there are none. */
export function plannedYears(words: string): PlannedYear[] {
  const matches = [planned, ahead, headed].flatMap((pattern) => [...words.matchAll(pattern)]);
  const found = matches.flatMap((match) => {
    const at = match.index + match[0].indexOf(match[1] ?? '');
    const from = Math.max(words.lastIndexOf('.', at), words.lastIndexOf(';', at)) + 1;
    const end = words.slice(at).search(/[.;!?]/u);
    const sentence = words.slice(from, end < 0 ? undefined : at + end);
    return notPlanned.test(sentence) ? [] : [{ at, year: Number(match[1]) }];
  });
  return [...new Map(found.map((each) => [each.at, each])).values()].sort((a, b) => a.at - b.at);
}
