import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { besideMarkdown, type OutlineItem, symbols } from '../../features/showing/symbols';
import { say } from '../../text/say';
import type { Opened, Served } from '../documents/documents';
import type { Feature } from '../documents/host';
import type { Client } from '../protocol/client';
import { toRange } from '../protocol/convert';
import type { Page } from '../protocol/page';

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  table: SymbolKind.Array,
  part: SymbolKind.Namespace,
  row: SymbolKind.Field,
};

/** The outline of every report, which also makes breadcrumbs and sticky lines; flat for clients that know no other. */
export const documentSymbols: Feature = ({ connection, client, guard }) => {
  connection.onDocumentSymbol(
    guard.answer('documentSymbol', (opened): DocumentSymbol[] | SymbolInformation[] =>
      client.hierarchicalSymbols
        ? outlined(opened, client, ({ document }, item) => [toSymbol(document, item)])
        : outlined(opened, client, ({ document }, item) => flatten(document, item)),
    ),
  );
  return { documentSymbolProvider: true };
};

/** The outlines of all reports of a document; beside a client's own outline of its headings without these. */
function outlined<T>(
  { document, reports }: Opened,
  { options }: Client,
  shape: (served: Served, item: OutlineItem) => readonly T[],
): T[] {
  const hasOwn = document.languageId === 'markdown' && options.outlined?.includes('markdown') === true;
  return reports.flatMap((served) => {
    const items = symbols(served.analysis);
    const wanted = hasOwn ? besideMarkdown(items, served.analysis.text) : items;
    return wanted.flatMap((item) => shape(served, item));
  });
}

const toSymbol = (document: Page, item: OutlineItem): DocumentSymbol => ({
  name: nameOf(item),
  detail: item.detail,
  kind: kinds[item.kind],
  range: toRange(document, item.span),
  selectionRange: toRange(document, item.nameSpan),
  children: item.children.map((child) => toSymbol(document, child)),
});

const flatten = (document: Page, item: OutlineItem, container?: string): SymbolInformation[] => [
  {
    name: nameOf(item),
    kind: kinds[item.kind],
    location: { uri: document.uri, range: toRange(document, item.span) },
    ...(container !== undefined && { containerName: container }),
  },
  ...item.children.flatMap((child) => flatten(document, child, nameOf(item))),
];

/** Editors refuse an outline in which something has no name. */
const nameOf = ({ name }: OutlineItem): string => name || say`（无名）`;
