/** What kind of body an agency is, as far as its name tells. */
export interface AgencyKind {
  /** A people's government of any level (各级人民政府), not one of its offices and not what it sends out (派出机关). */
  readonly isGovernment: boolean;
  /** A department of a government from the county up (县级以上人民政府部门), not a branch of one. */
  readonly isDepartment: boolean;
  /** A government of a township, or a sub-district office. */
  readonly isTownship: boolean;
  /** A body of a place below the state: its name begins with that of a province, city, county … */
  readonly isLocal: boolean;
}

/** Zones are named like districts, and have a committee: a people's government only where they are called that. */
const zone = /(?:开发|高新|新|园|示范|保税|合作|实验|试验|景|名胜|度假|工业|产业|管理|功能|集聚)区$/u;
/** 管委会 of a zone; 国有资产监督管理委员会 and 城市管理委员会 are departments. */
const zoneCommittee = /(?:管委会|[区园城港岛山湖谷地](?:开发|建设|发展)?管理委员会)$/u;
const department = /(?:局|委|委员会|办|办公室|办公厅|厅|署)$/u;
const noDepartment = /(?:分局|行署|行政公署)$/u;

/** Says what kind of body `name` names. */
export function kindOf(name: string): AgencyKind {
  const bare = name.replace(/[(（][^()（）]*[)）]/gu, '');
  return {
    isGovernment:
      /(?:人民政府|[省市县区州旗镇乡]政府)$/u.test(bare) ||
      (/^[^局委办厅院]{2,}[省市县区州旗镇乡]$/u.test(bare) && !zone.test(bare)),
    isDepartment: department.test(bare) && !noDepartment.test(bare) && !zoneCommittee.test(bare),
    isTownship: /(?:镇|乡|街道|苏木)(?:人民)?(?:政府|办(?:事处)?)?$/u.test(bare),
    isLocal: /[省市县区州旗盟镇乡]/u.test(bare.slice(1)),
  };
}
