import type { Analysis } from '../../analysis';
import { generator } from '../generator';
import { flowOfReport } from './flow';
import { claimsOfReport, equationsOfReport, findingsOfReport, yearsOfReport } from './lists';
import { element, type Markup } from './markup';
import { sectionsOfReport } from './narrative';
import { style } from './style';
import { type Subject, subjectOf } from './subject';

/** A report drawn as the form prints it, with all that was checked, ready to print and sign; `file` names where it stands. */
export function articleOf(analysis: Analysis, file: string): string {
  const subject = subjectOf(analysis);
  const { report } = subject;
  const facts = [
    report.agency?.value ?? '机关不明',
    report.year ? `${report.year.value} 年度` : '年度不明',
    `${report.form.notice}格式`,
    file,
  ];
  return element(
    'article',
    { class: 'report' },
    element('h1', {}, report.title?.value ?? '（没有找到题目）'),
    element('p', { class: 'facts' }, facts.join('　')),
    verdict(subject),
    flowOfReport(report),
    sectionsOfReport(subject),
    findingsOfReport(subject),
    equationsOfReport(subject),
    claimsOfReport(subject),
    yearsOfReport(subject),
    signatures,
  ).source;
}

/** What stands before the first report of a page of its own: no script, nothing from elsewhere. */
export const beginning = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="${generator.name} ${generator.version}">
<title>政府信息公开工作年度报告核对表</title>
<style>${style}</style>
</head>
<body>
`;

/** What stands behind the last one. */
export const ending = '\n</body>\n</html>\n';

function verdict({ findings, coverage, balances }: Subject): Markup {
  const failing = balances.filter(({ difference }) => difference !== 0).length;
  const undecided = coverage.equations - coverage.decided;
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
  const words = [
    `${coverage.equations} 条勾稽关系：成立 ${coverage.decided - failing}`,
    ...(failing > 0 ? [`不成立 ${failing}`] : []),
    ...(undecided > 0 ? [`无法核对 ${undecided}`] : []),
  ];
  const found = `错误 ${count('error')}，警告 ${count('warning')}，信息 ${count('information')}`;
  const state = count('error') > 0 ? 'error' : count('warning') + undecided > 0 ? 'warning' : 'fine';
  return element('p', { class: `verdict ${state}` }, `${words.join('，')}；${found}`);
}

const signatures = element(
  'footer',
  { class: 'signatures' },
  ['填报人', '复核人', '负责人', '日期'].map((name) => element('span', {}, `${name}：`)),
);
