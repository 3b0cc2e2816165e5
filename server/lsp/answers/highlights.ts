import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { related } from '../../features/places/related';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

/** With the cursor at a figure, those that it is computed with light up too. */
export const documentHighlights: Feature = ({ connection, guard }) => {
  connection.onDocumentHighlight(
    guard.at('documentHighlight', ({ document, analysis }, { position }) =>
      related(analysis, document.offsetAt(position)).map(
        ({ span, role }): DocumentHighlight => ({
          range: toRange(document, span),
          kind: role === 'self' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }),
      ),
    ),
  );
  return { documentHighlightProvider: true };
};
