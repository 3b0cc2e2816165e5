import { ordinal } from './ordinal';

/** The laws that explanations rest on, by the names that people use; an edition no longer in force has its year. */
export type Law =
  | '条例'
  | '行政复议法'
  | '行政复议法2017'
  | '行政复议法实施条例'
  | '行政诉讼法'
  | '立法法'
  | '立法法2015'
  | '行政许可法'
  | '行政处罚法'
  | '行政处罚法2017'
  | '行政强制法'
  | '民法典';

/** What an explanation rests on. */
export interface Basis {
  /** As it is shown, e.g. 《政府信息公开条例》第三十三条. */
  readonly text: string;
  /** The law and its articles; undefined and none for a notice, which is cited as a whole. */
  readonly law?: Law;
  readonly articles: readonly number[];
}

/** What clerks ask about a row, a column or a section, and what can be answered. */
export interface Question {
  /** Ends with a question mark. */
  readonly asked: string;
  /** The answer first; where no national rule settles it, that, and who decides. */
  readonly answer: string;
  readonly basis: readonly Basis[];
}

/** What a section, a group, a row or a column is about, in our own words. */
export interface Explanation {
  /** What is counted or written here. */
  readonly counts: string;
  /** What is usually confused here; at least one. */
  readonly confusions: readonly string[];
  readonly questions?: readonly Question[];
  /** At least one, the nearest first. */
  readonly basis: readonly Basis[];
}

/** As they are cited. The edition is told of those whose articles have changed their numbers since reports have this form. */
const titles: Readonly<Record<Law, string>> = {
  条例: '《政府信息公开条例》',
  行政复议法: '《行政复议法》（2023年修订）',
  行政复议法2017: '《行政复议法》（2017年修正）',
  行政复议法实施条例: '《行政复议法实施条例》（2007年）',
  行政诉讼法: '《行政诉讼法》',
  立法法: '《立法法》（2023年修正）',
  立法法2015: '《立法法》（2015年修正）',
  行政许可法: '《行政许可法》',
  行政处罚法: '《行政处罚法》（2021年修订）',
  行政处罚法2017: '《行政处罚法》（2017年修正）',
  行政强制法: '《行政强制法》',
  民法典: '《民法典》',
};

/**
 * Cites articles of a law; `place` is the paragraph or item of the last of them, e.g. 第（五）项. Other tongues make theirs of what this
 * has put together, of which the titles alone are in their catalogues.
 */
export function cite(law: Law, articles: number | readonly number[], place = ''): Basis {
  const list = typeof articles === 'number' ? [articles] : articles;
  return { text: `${titles[law]}${list.map(ordinal).join('、')}${place}`, law, articles: list };
}

const notice = (text: string): Basis => ({ text, articles: [] });
/** What the report has to contain since the year 2021, and what is held against it. */
export const formNotice = notice('国办公开办函〔2021〕30号');

/** 《政府信息公开信息处理费管理办法》, in force since 2021-01-01: what is charged, and the 20 working days to pay it in. */
export const feeRules = notice('《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）');
/** How one province books the fee; others do likewise (四川, 山东). */
export const feeInAnhui = notice('皖财综〔2021〕28号（安徽）');
/** What an 行政规范性文件 is. */
export const normativeRules = notice('国办发〔2018〕37号');
/** Who counts a suit against the body that acted and the body of reconsideration together. */
export const jointDefendants = notice('国办公开办函〔2016〕201号');
/** The Supreme People's Court since 2025-06-01: a suit follows reconsideration over Articles 14 to 16, and is direct over other answers. */
export const courtOnRefusals = notice('法释〔2025〕8号');

/** For what the Regulations do not name and only the official form of the report asks for. */
export const officialForm: Basis = {
  ...cite('条例', 50),
  text: '年度报告统一格式（《政府信息公开条例》第五十条第二款）',
};
