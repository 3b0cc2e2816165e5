/** The laws that explanations rest on, by the names that people use. */
export type Law =
  | '条例'
  | '行政复议法'
  | '行政诉讼法'
  | '立法法'
  | '行政许可法'
  | '行政处罚法'
  | '行政强制法';

/** What an explanation rests on. */
export interface Basis {
  /** As it is shown, e.g. 《政府信息公开条例》第三十三条. */
  readonly text: string;
  readonly law: Law;
  readonly articles: readonly number[];
}

/** What a section, a group, a row or a column is about, in our own words. */
export interface Explanation {
  /** What is counted or written here. */
  readonly counts: string;
  /** What is usually confused here; at least one. */
  readonly confusions: readonly string[];
  /** At least one, the nearest first. */
  readonly basis: readonly Basis[];
}

const titles: Readonly<Record<Law, string>> = {
  条例: '《政府信息公开条例》',
  行政复议法: '《行政复议法》',
  行政诉讼法: '《行政诉讼法》',
  立法法: '《立法法》',
  行政许可法: '《行政许可法》',
  行政处罚法: '《行政处罚法》',
  行政强制法: '《行政强制法》',
};

/** Cites articles of a law; `place` is the paragraph or item of the last of them, e.g. 第（五）项. */
export function cite(law: Law, articles: number | readonly number[], place = ''): Basis {
  const list = typeof articles === 'number' ? [articles] : articles;
  return { text: `${titles[law]}${list.map(ordinal).join('、')}${place}`, law, articles: list };
}

/** For what the Regulations do not name and only the official form of the report asks for. */
export const officialForm: Basis = {
  text: '年度报告统一格式（《政府信息公开条例》第五十条第二款）',
  law: '条例',
  articles: [50],
};

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 第三十三条, for articles 1 to 99. */
function ordinal(article: number): string {
  const tens = Math.floor(article / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `第${ten}${digits[article % 10]}条`;
}
