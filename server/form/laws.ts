/** A law whose official text stands at an address that lasts. */
export interface PublishedLaw {
  /** What it is called for users. */
  readonly name: string;
  /** How reports call it between 《 and 》, folded. */
  readonly names: readonly string[];
  readonly articles: number;
  /** The first year whose reports can only mean this edition. */
  readonly since: number;
  /** The page of the State Council's site. */
  readonly address: string;
}

/** The laws that reports cite article by article, as far as the State Council's own site has them. */
export const publishedLaws: readonly PublishedLaw[] = [
  {
    name: '政府信息公开条例',
    names: ['中华人民共和国政府信息公开条例', '政府信息公开条例', '信息公开条例', '条例'],
    articles: 56,
    since: 2019,
    address: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm',
  },
  {
    name: '行政复议法',
    names: ['中华人民共和国行政复议法', '行政复议法'],
    articles: 90,
    since: 2024,
    address: 'https://www.gov.cn/yaowen/liebiao/202309/content_6901584.htm',
  },
];
