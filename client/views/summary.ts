import type { FindingCounts, WorkspaceSummary } from '../../server/lsp/messages/workspace';

/** What the page calls a file, given its address as the server has it, and where it leads for it; nowhere where it cannot. */
export type Naming = (uri: string) => { readonly name: string; readonly href?: string | undefined };

/** One line for a message: how many reports were checked and what was found. */
export function summaryLine({ reports, counts, equations, undecided, unread }: WorkspaceSummary): string {
  if (reports === 0 && unread.length === 0) return '工作区里没有找到年报。';
  const failed = unread.length > 0 ? `；${unread.length} 个文件读不了` : '';
  const open = undecided > 0 ? `；${equations} 条勾稽关系中有 ${undecided} 条无法核对` : '';
  return `检查了 ${reports} 份年报：${countsText(counts)}${open}${failed}。`;
}

/** The page that a check of the workspace ends with, as Markdown: by rule, by agency, by file, and what was not checked. */
export function summaryPage(summary: WorkspaceSummary, nameOf: Naming): string {
  const { compared, rules, agencies, files, doubtful, passedOver, unread, skipped } = summary;
  const file = (uri: string): string => {
    const { name, href } = nameOf(uri);
    return href === undefined ? escaped(name) : link(name, href);
  };
  return [
    '# 工作区年报检查汇总',
    `${summaryLine(summary)}其中 ${compared} 份与上年报告作了对照；另有 ${skipped} 个文件不是年报。`,
    ...section('读不了的文件', unread, (each) => `- ${file(each.uri)}：${escaped(each.reason)}`),
    ...section(
      '没有与上年报告对照',
      doubtful,
      ({ uri, others }) =>
        `- ${file(uri)}：有几份不同的报告都像是它的上年报告，无从取舍：${others.map(file).join('、')}`,
    ),
    ...section(
      '只与同一文件夹里的那一份对照',
      passedOver,
      ({ uri, others }) =>
        `- ${file(uri)}：同一机关同一年另有不同的报告，没有采用：${others.map(file).join('、')}`,
    ),
    ...table('按规则', ['规则', '代码'], rules, ({ rule, summary: what, counts }) => [
      [what ? link(what, `${rule}.md`) : '检查没有完成', rule],
      counts,
    ]),
    ...table('按机关', ['机关', '报告'], agencies, ({ agency, reports, counts }) => [
      [escaped(agency ?? '（没有写明机关）'), String(reports)],
      counts,
    ]),
    // Several reports of one file are told apart by their agencies.
    ...table('按文件', ['文件', '机关', '年度'], files, ({ uri, agency, year, counts }) => [
      [file(uri), escaped(agency ?? ''), year === null ? '' : String(year)],
      counts,
    ]),
  ].join('\n\n');
}

const names: Readonly<Record<keyof FindingCounts, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};
const severities = Object.keys(names) as (keyof FindingCounts)[];

function countsText(counts: FindingCounts): string {
  const found = severities.filter((severity) => counts[severity] > 0);
  return found.length > 0
    ? found.map((severity) => `${names[severity]} ${counts[severity]}`).join('，')
    : '没有发现问题';
}

const section = <T>(title: string, list: readonly T[], line: (each: T) => string): string[] =>
  list.length > 0 ? [`## ${title}`, list.map(line).join('\n')] : [];

type Row = readonly [cells: readonly string[], counts: FindingCounts];

function table<T>(
  title: string,
  head: readonly string[],
  list: readonly T[],
  row: (each: T) => Row,
): string[] {
  if (list.length === 0) return [];
  const lines = list.map((each) => {
    const [cells, counts] = row(each);
    return [...cells, ...severities.map((severity) => String(counts[severity] || ''))];
  });
  const rule = [...head.map(() => ':--'), ...severities.map(() => '--:')];
  const all = [[...head, ...severities.map((severity) => names[severity])], rule, ...lines];
  return [`## ${title}`, all.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

const link = (text: string, href: string): string => `[${escaped(text)}](<${href}>)`;

/** Names may hold what Markdown takes for its own, or for an address. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/gu, '\\$&').replace(/\s+/gu, ' ');
