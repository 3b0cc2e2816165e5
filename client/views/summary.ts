import { l10n } from 'vscode';
import type { FindingCounts, WorkspaceSummary } from '../../server/lsp/messages/workspace';
import { clauses, listed, sentences } from '../editor/words';

/** What the page calls a file, given its address as the server has it, and where it leads for it; nowhere where it cannot. */
export type Naming = (uri: string) => { readonly name: string; readonly href?: string | undefined };

/** One line for a message: how many reports were checked and what was found. */
export function summaryLine({ reports, counts, equations, undecided, unread }: WorkspaceSummary): string {
  if (reports === 0 && unread.length === 0) return l10n.t('The workspace has no report.');
  const line = clauses(
    l10n.t('Reports checked: {0} – {1}', reports, countsText(counts)),
    undecided > 0 && l10n.t('of {0} equations {1} could not be checked', equations, undecided),
    unread.length > 0 && l10n.t('files that could not be read: {0}', unread.length),
  );
  return l10n.t('{0}.', line);
}

/** The page that a check of the workspace ends with, as Markdown: by rule, by agency, by file, and what was not checked. */
export function summaryPage(summary: WorkspaceSummary, nameOf: Naming): string {
  const { compared, doubtful, passedOver, unread, skipped } = summary;
  const file = (uri: string): string => {
    const { name, href } = nameOf(uri);
    return href === undefined ? escaped(name) : link(name, href);
  };
  return [
    `# ${l10n.t('Summary of the Reports in the Workspace')}`,
    sentences(
      summaryLine(summary),
      l10n.t(
        'Compared with the report of the year before: {0}. Files that are no reports: {1}.',
        compared,
        skipped,
      ),
    ),
    ...section(l10n.t('Files that could not be read'), unread, (each) =>
      l10n.t('{0}: {1}', file(each.uri), escaped(each.reason)),
    ),
    ...section(l10n.t('Not compared with the report of the year before'), doubtful, ({ uri, others }) =>
      l10n.t(
        '{0}: several different reports look like that of the year before, and nothing tells which it is: {1}',
        file(uri),
        listed(others.map(file)),
      ),
    ),
    ...section(l10n.t('Compared only with the one in the same folder'), passedOver, ({ uri, others }) =>
      l10n.t(
        '{0}: of the same agency and year there are other, different reports, which were not used: {1}',
        file(uri),
        listed(others.map(file)),
      ),
    ),
    ...tables(summary, file),
  ].join('\n\n');
}

/** How many findings there are of each rule, each agency and each file. */
const tables = (
  { rules, agencies, files }: WorkspaceSummary,
  file: (uri: string) => string,
): readonly string[] => [
  ...table(l10n.t('By rule'), [l10n.t('Rule'), l10n.t('Id')], rules, ({ rule, summary: what, counts }) => [
    [what ? link(what, `${rule}.md`) : l10n.t('The check was not finished'), rule],
    counts,
  ]),
  ...table(
    l10n.t('By agency'),
    [l10n.t('Agency'), l10n.t('Reports')],
    agencies,
    ({ agency, reports, counts }) => [
      [escaped(agency ?? l10n.t('(no agency is named)')), String(reports)],
      counts,
    ],
  ),
  // Several reports of one file are told apart by their agencies.
  ...table(
    l10n.t('By file'),
    [l10n.t('File'), l10n.t('Agency'), l10n.t('Year')],
    files,
    ({ uri, agency, year, counts }) => [
      [file(uri), escaped(agency ?? ''), year === null ? '' : String(year)],
      counts,
    ],
  ),
];

const names: Readonly<Record<keyof FindingCounts, () => string>> = {
  error: () => l10n.t('Errors'),
  warning: () => l10n.t('Warnings'),
  information: () => l10n.t('Information'),
  hint: () => l10n.t('Hints'),
};
const severities = Object.keys(names) as (keyof FindingCounts)[];

function countsText(counts: FindingCounts): string {
  const found = severities.filter((severity) => counts[severity] > 0);
  return found.length > 0
    ? found
        .map((severity) => `${names[severity]()} ${counts[severity]}`)
        .reduce((text, next) => l10n.t('{0} · {1}', text, next))
    : l10n.t('Nothing found');
}

const section = <T>(title: string, list: readonly T[], line: (each: T) => string): string[] =>
  list.length > 0 ? [`## ${title}`, list.map((each) => `- ${line(each)}`).join('\n')] : [];

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
  const all = [[...head, ...severities.map((severity) => names[severity]())], rule, ...lines];
  return [`## ${title}`, all.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

const link = (text: string, href: string): string => `[${escaped(text)}](<${href}>)`;

/** Names may hold what Markdown takes for its own, or for an address. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/gu, '\\$&').replace(/\s+/gu, ' ');
