/** Whether words in front of a verb may be the agency itself, or say nothing: other bodies' figures are not the table's. */
export type IsOwn = (words: string) => boolean;

/** A body named at the begin of a clause, behind what leads to it. */
const named =
  /^(?:据|经|由|按|指导|协助|会同|联合|督促|对|以|为)*([^,;.:、]{1,14}?(?:局|办事处|镇|乡|街道|法院|检察院|中心|公司|学校|医院|集团|支队|大队|部门))/u;
/** A township has no bodies below it whose figures it might leave out; a city's government may mean itself alone. */
const township = /^(?:镇|乡|街道)(?:人民)?(?:政府)?$/u;

/** What has others below it for whom it reports. */
const government = /(?:政府|镇|乡|街道|办事处|管委会|管理委员会)$/u;
const level = /^[省市州盟县区旗镇乡]$/u;

/** Who speaks: whether words may be the agency itself, and whether a clause begins with another body. */
export interface Agents {
  readonly isOwn: IsOwn;
  readonly isForeign: (words: string) => boolean;
  /** Whether what all below did is the agency's own figure, as it is a government's. */
  readonly isGovernment: boolean;
}

/**
 * Makes the tests for a report of `agency` (undefined where it is not known). The agency may shorten its name: all characters of
 * 市市场监管局 stand in this order in 某某市市场监督管理局.
 */
export function agentsOf(agency: string | undefined): Agents {
  const name = agency?.replace(/[()（）]/gu, '') ?? '';
  const isGovernment = name === '' || government.test(name);
  const isOwn: IsOwn = (words) => {
    const bare = words.replace(/^(?:我|本|全|各)|系统$/gu, '');
    if (bare === '') return true;
    if (township.test(bare)) return true;
    // 市政府: 政府 itself says nothing.
    if (isGovernment && bare.length === 1) return level.test(bare) && name.includes(bare);
    return bare.length > 1 && name !== '' && abbreviates(bare, name);
  };
  return {
    isOwn,
    isGovernment,
    isForeign: (words) => {
      const body = named.exec(words)?.[1];
      return body !== undefined && !isOwn(body);
    },
  };
}

function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length;
}
