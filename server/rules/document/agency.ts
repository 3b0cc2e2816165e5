/** What kind of body an agency is, as far as its name tells. */
export interface AgencyKind {
  /** A people's government of any level, not one of its offices. */
  readonly isGovernment: boolean;
  /** A government of a township, or a sub-district office. */
  readonly isTownship: boolean;
  /** A body of a place below the state: its name begins with that of a province, city, county … */
  readonly isLocal: boolean;
}

/** Says what kind of body `name` names. */
export function kindOf(name: string): AgencyKind {
  const bare = name.replace(/[(（][^)）]*[)）]/gu, '');
  return {
    isGovernment:
      /(?:人民政府|[省市县区州旗镇乡]政府|管委会|管理委员会)$/u.test(bare) ||
      /^[^局委办厅院]{2,}[省市县区州旗镇乡]$/u.test(bare),
    isTownship: /(?:镇|乡|街道|苏木)(?:人民)?(?:政府|办事处)?$/u.test(bare),
    isLocal: /[省市县区州旗盟镇乡]/u.test(bare.slice(1)),
  };
}
