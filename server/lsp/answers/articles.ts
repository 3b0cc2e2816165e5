import type { DocumentLink } from 'vscode-languageserver';
import { articlesIn } from '../../features/explaining/articles';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

/** From the articles that a report cites to their official text; nothing is asked of the net until somebody follows one. */
export const articleLinks: Feature = ({ connection, guard }) => {
  connection.onDocumentLinks(
    guard.each('documentLink', ({ document, analysis }): DocumentLink[] =>
      articlesIn(analysis).map(({ span, address, tooltip }) => ({
        range: toRange(document, span),
        target: address,
        tooltip,
      })),
    ),
  );
  return { documentLinkProvider: {} };
};
