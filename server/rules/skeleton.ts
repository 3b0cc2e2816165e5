import { tableIds } from '../form/form';
import { type Report, valueOf } from '../report/report';
import { fold } from '../text/fold';

// What a new report consists of before anybody has written in it: bare sub-headings, and tables full of zeros.

/** The sub-headings of the parts without a table, without their numbers and stops. */
const subheadings: readonly RegExp[] = [
  /^(?:关于)?(?:政府信息公开|政府信息|政务公开|信息公开)?(?:主动公开|依申请公开|信息管理|管理|公开平台建设|平台建设|监督保障)(?:政府信息|政务信息)?(?:工作|办理)?(?:情况|方面)?$/u,
  /^(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:存在|面临)?的?(?:主要|突出)?(?:问题|不足|困难)(?:[和与及](?:不足|困难|原因))?(?:方面|情况)?$/u,
  /^(?:下一步|下步|下一年度?|下年度?)?的?(?:工作)?(?:改进|整改)?(?:情况|措施|打算|计划|安排)$/u,
  /^(?:收取)?(?:政府信息公开)?信息处理费的?(?:收取|收费)?(?:情况)?$/u,
  /^其他(?:需要报告)?的?(?:事项|情况)$/u,
];

const number = /^\(?[一二三四五六七八九十\d]{1,2}\)?/u;

/** A longer line is no sub-heading. */
const longestLine = 40;

function isSubheading(line: string): boolean {
  if (line.length > longestLine) return false;
  const words = fold(line)
    .replace(/[\s.,:;、#>*_-]/gu, '')
    .replace(number, '');
  return subheadings.some((each) => each.test(words));
}

/**
 * What is written under a heading: nothing, or nothing but sub-headings of the kind that a new report is begun with; `some` where one
 * of these has nothing under it; else words.
 */
export type Content = 'nothing' | 'sub-headings' | 'some' | 'words';

/** Says what is written in the text under a heading. */
export function contentOf(text: string): Content {
  const lines = text
    .split(/[\r\n]|(?=[（(][一二三四五六七八九十][）)])/u)
    .filter((line) => line.trim() !== '');
  const bare = lines.map(isSubheading);
  if (bare.every(Boolean)) return lines.length > 0 ? 'sub-headings' : 'nothing';
  const isOpen = bare.some((isBare, at) => isBare && (bare[at + 1] ?? true));
  return isOpen ? 'some' : 'words';
}

/** What last year's report gives a new one. */
const given = /^proactiveDisclosure\..*\.inForce$|^applications\.carriedOver\./u;

/**
 * The paths of the cells whose 0 is that of a new report: those of the rows behind the last one that somebody has filled in, and in
 * a filled row those behind its last figure.
 */
export function unfilledIn(report: Report): ReadonlySet<string> {
  const { form } = report;
  const unfilled = new Set<string>();
  for (const id of tableIds) {
    const own = form.cells.filter(({ table }) => table === id);
    const filled = own.filter(({ index }) => (valueOf(report.cells[index]) ?? 0) !== 0);
    const lastRow = Math.max(-1, ...filled.filter(({ path }) => !given.test(path)).map(({ row }) => row));
    for (const { index, row, column, path } of own) {
      if (valueOf(report.cells[index]) !== 0) continue;
      const figures = filled.filter((each) => each.row === row);
      const isBehind = figures.length > 0 && figures.every((each) => each.column < column);
      if (row > lastRow || isBehind) unfilled.add(path);
    }
  }
  return unfilled;
}
