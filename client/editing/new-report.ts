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
import { type AgencyItem, agencyItems, whyNoAgency } from './whose';

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
  const title = l10n.t('Whose report');
  if (known.length > 0) {
    const picked = await pickAgency(title, known);
    if (!picked || picked.agency !== undefined) return picked?.agency;
  }
  const prompt = l10n.t('Full name of the agency, for example 示例县水务局');
  return (await window.showInputBox({ title, prompt, validateInput: whyNoAgency }))?.trim();
}

/** Lets users choose an agency, or type the name of another and press Enter; undefined where they leave the list. */
function pickAgency(title: string, known: readonly KnownAgency[]): Promise<AgencyItem | undefined> {
  const list = window.createQuickPick<AgencyItem>();
  list.title = title;
  list.placeholder = l10n.t('Choose an agency, or type the full name of another');
  list.items = agencyItems(known, '');
  list.onDidChangeValue((typed) => {
    list.items = agencyItems(known, typed);
  });
  list.show();
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
  });
}

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
