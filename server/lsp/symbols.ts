import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineItem, symbols } from '../features/symbols';
import { toRange } from './convert';
import type { Feature } from './host';
import type { Page } from './page';

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  table: SymbolKind.Array,
  row: SymbolKind.Field,
};

/** The outline of every report, which also makes breadcrumbs and sticky lines; flat for clients that know no other. */
export const documentSymbols: Feature = ({ connection, client, guard }) => {
  connection.onDocumentSymbol(
    client.hierarchicalSymbols
      ? guard.each('documentSymbol', ({ document, analysis }): DocumentSymbol[] =>
          symbols(analysis).map((item) => toSymbol(document, item)),
        )
      : guard.each('documentSymbol', ({ document, analysis }): SymbolInformation[] =>
          symbols(analysis).flatMap((item) => flatten(document, item)),
        ),
  );
  return { documentSymbolProvider: true };
};

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
const nameOf = ({ name }: OutlineItem): string => name || '（无名）';
