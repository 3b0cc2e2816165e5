import type { Analysis } from '../../analysis';
import { verdictOn } from '../../features/explaining/verdict';
import { said, say } from '../../text/say';
import { type Tongue, tongue } from '../../tongues/tongues';
import { blocksOf } from '../blocks';
import { generator } from '../generator';
import { flowOfReport } from './flow';
import { claimsOfReport, equationsOfReport, findingsOfReport, yearsOfReport } from './lists';
import { element, type Markup } from './markup';
import { openingOfReport, sectionsOfReport } from './narrative';
import { style } from './style';
import { inItsTongue, type Subject, subjectOf } from './subject';
import { tableOfReport } from './tables';

/** A report drawn as the form prints it, with all that was checked, ready to print and sign; `file` names where it stands. */
export function articleOf(analysis: Analysis, file: string): string {
  const subject = subjectOf(analysis);
  const { report } = subject;
  const facts = [
    report.agency?.value ?? say`机关不明`,
    report.year ? say`${report.year.value} 年度` : say`年度不明`,
    say`${said(report.form.notice)}格式`,
    file,
  ];
  return element(
    'article',
    { class: 'report' },
    element('h1', report.title ? inItsTongue() : {}, report.title?.value ?? say`（没有找到题目）`),
    element('p', { class: 'facts' }, facts.join('　')),
    verdict(subject),
    flowOfReport(report),
    openingOfReport(subject),
    sectionsOfReport(subject),
    findingsOfReport(subject),
    equationsOfReport(subject),
    claimsOfReport(subject),
    yearsOfReport(subject),
    signatures(),
  ).source;
}

/** A report drawn as it is published: its text and its tables, and nothing of what was found. */
export function publishedOf(analysis: Analysis): string {
  const subject = subjectOf(analysis, true);
  return element(
    'article',
    { class: 'report' },
    blocksOf(analysis).map((block) =>
      block.kind === 'table' ? tableOfReport(subject, block.id) : element(tags[block.kind], {}, block.text),
    ),
  ).source;
}

const tags = { title: 'h1', heading: 'h2', paragraph: 'p' } as const;

/** What a page has besides that of a report. */
interface Besides {
  /** What its policy allows more, a script of its own. */
  readonly policy?: string;
  readonly style?: string;
  /** The one that most of it is in; that of the form where nothing is said. */
  readonly language?: Tongue;
}

/** What stands before the first report of a page of its own, by the name of the page: nothing from elsewhere, and no script but what is allowed. */
export const beginningOf = (
  title: string,
  { policy, style: own = '', language = 'zh-CN' }: Besides = {},
): string => `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${policy === undefined ? '' : `; ${policy}`}">
<meta name="generator" content="${generator.name} ${generator.version}">
${element('title', {}, title).source}
<style>${style}${own}</style>
</head>
<body>
`;

/** The same where it is told what was checked. */
export const beginningOfChecks = (): string =>
  beginningOf(say`政府信息公开工作年度报告核对表`, { language: tongue() });

/** What stands behind the last one. */
export const ending = '\n</body>\n</html>\n';

function verdict(subject: Subject): Markup {
  const { text, detail, spoken } = verdictOn([subject]);
  const isWrong = subject.findings.some(({ severity }) => severity === 'error');
  const state = isWrong ? 'error' : text.includes('✓') ? 'fine' : 'warning';
  // Signs are read out as what they look like.
  const heard = { role: 'note', 'aria-label': spoken };
  return element('p', { class: `verdict ${state}`, ...heard }, `${text}　${detail}`);
}

const signatures = (): Markup =>
  element(
    'footer',
    { class: 'signatures' },
    [say`填报人`, say`复核人`, say`负责人`, say`日期`].map((name) => element('span', {}, say`${name}：`)),
  );
