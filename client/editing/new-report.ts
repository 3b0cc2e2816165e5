import { l10n, type QuickPickItem, SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  type KnownAgency,
  knownAgencies,
  type NewReport,
  type NewReportParams,
  newReport,
} from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { ownLanguage } from '../editor/documents';
import { exists } from '../editor/write';

/**
 * Opens a new report to be filled in: asks whose, on which year and in which layout, and puts headings and tables into a document that is
 * not saved yet, in `folder` where it is one. Escape at any question leaves everything as it was.
 */
export async function createReport(server: Server, folder: unknown): Promise<void> {
  const known = (await server.ask<KnownAgency[]>(knownAgencies, {})) ?? [];
  const agency = await askAgency(known);
  const year = agency && (await askYear(known.find((each) => each.agency === agency)));
  const layout = year && (await window.showQuickPick(layouts(), { title: l10n.t('Layout of the tables') }));
  if (!layout) return;
  const params: NewReportParams = { agency, year: Number(year), layout: layout.layout };
  const made = await server.ask<NewReport>(newReport, params);
  if (!made) return;
  const ending = layout.layout === 'markdown' ? 'md' : 'txt';
  const document = await emptyDocument(
    folder instanceof Uri ? folder : workspace.workspaceFolders?.[0]?.uri,
    `${made.fileName}.${ending}`,
  );
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(made.snippet), undefined, asIs);
}

/** The heads of tables begin with tabs, which an editor that indents with blanks would write as blanks. */
const asIs = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true } as const;

type LayoutItem = QuickPickItem & { readonly layout: NewReportParams['layout'] };

const layouts = (): readonly LayoutItem[] => [
  {
    layout: 'tab',
    label: l10n.t('Tabs'),
    description: l10n.t('Row by row, with tabs between the cells; can be pasted into Word, WPS and Excel'),
  },
  { layout: 'pipe', label: l10n.t('Pipes'), description: l10n.t('Row by row, with | between the cells') },
  {
    layout: 'markdown',
    label: 'Markdown',
    description: l10n.t('Markdown tables, with a rule below the head'),
  },
];

async function askAgency(known: readonly KnownAgency[]): Promise<string | undefined> {
  const otherAgency = l10n.t('Another agency…');
  const title = l10n.t('Whose report');
  const items = known.map(({ agency, year }) => ({
    label: agency,
    description: l10n.t('last report: {0}', year),
  }));
  const picked =
    items.length > 0
      ? await window.showQuickPick([...items, { label: otherAgency, description: '' }], { title })
      : { label: otherAgency };
  if (picked?.label !== otherAgency) return picked?.label;
  const prompt = l10n.t('Full name of the agency, for example 示例县水务局');
  return (await window.showInputBox({ title, prompt, validateInput: whyNoAgency }))?.trim();
}

const whyNoAgency = (value: string): string | undefined =>
  value.trim() === '' || value.length > 60 ? l10n.t('Give the full name of the agency') : undefined;

/** A year's report is written at its end, or in the January after it (Article 50 of the Regulations). */
function askYear(known: KnownAgency | undefined): Thenable<string | undefined> {
  const now = new Date();
  const usual = now.getMonth() >= 10 ? now.getFullYear() : now.getFullYear() - 1;
  return window.showInputBox({
    title: l10n.t('Report of which year'),
    prompt: l10n.t('Year'),
    value: String(known ? known.year + 1 : usual),
    validateInput: (value) =>
      /^20\d\d$/u.test(value) ? undefined : l10n.t('Give the year in four digits, for example 2025'),
  });
}

/** A document that will be saved under a name where there is a place for it, and no file of that name yet. */
async function emptyDocument(folder: Uri | undefined, name: string): Promise<TextDocument> {
  const target = folder?.scheme === 'file' ? Uri.joinPath(folder, name) : undefined;
  const isFree = target && !(await exists(target)) && !isOpen(target);
  return isFree
    ? workspace.openTextDocument(target.with({ scheme: 'untitled' }))
    : workspace.openTextDocument({ language: name.endsWith('.md') ? 'markdown' : ownLanguage });
}

const isOpen = ({ path }: Uri): boolean =>
  workspace.textDocuments.some(({ uri, isUntitled }) => isUntitled && uri.path === path);
