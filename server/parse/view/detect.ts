/** No report is longer; what is longer is a log, a dump or a book. */
export const largestReport = 5_000_000;

const subjects = [
  '政府信息公开',
  '政府信息公開',
  '政务公开',
  '政務公開',
  '信息公开工作',
  '信息公開工作',
  '政府資訊公開',
];
const signs = [
  '结转下年度继续办理',
  '結轉下年度繼續辦理',
  '本年新收政府信息公开申请',
  '本年新收政府信息公開申請',
  '年度报告',
  '年度報告',
  '公开年报',
  '公開年報',
  '公开工作报告',
  '总体情况',
  '總體情況',
  '未经复议直接起诉',
  '本机关不掌握',
];

/** The sheet of a report that was exported (核对表): it shows the report, and is not another one of the same agency and year. */
const sheet = '<meta name="generator" content="nianbao';
const longestHead = 1000;

/** Says, quickly and without reading it, whether a text is likely to be a yearly report or a part of one. */
export function looksLikeReport(text: string): boolean {
  if (text.length > largestReport || text.slice(0, longestHead).includes(sheet)) return false;
  const head = text.length > 200_000 ? text.slice(0, 200_000) : text;
  return subjects.some((subject) => head.includes(subject)) && signs.some((sign) => head.includes(sign));
}

/** So much of a text shows how it was written. */
const firstPart = 4000;

/** Says whether a text is UTF-32 that was read as UTF-16, with NUL beside every character: what is written into it destroys it. */
export function looksWide(text: string): boolean {
  const part = text.slice(0, firstPart);
  return part.split('\0').length - 1 > part.length / 4;
}

// 政府信息, as UTF-8 and as GBK look that were read as something else.
const garbledSubjects = ['鏀垮簻淇℃伅', 'æ”¿åºœä¿¡æ', 'æ\u0094¿åº\u009cä¿¡æ', 'Õþ¸®ÐÅÏ¢'];

/** Says whether a text is likely to be a report that went through a wrong encoding: it cannot be read, and is not nothing. */
export function looksGarbled(text: string): boolean {
  return text.length <= largestReport && garbledSubjects.some((subject) => text.includes(subject));
}
