import type { Location } from 'vscode-languageserver';
import { referencesAt } from '../../features/places/links';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

/** From a cell, or a number of the text, to every sentence that states the same; the cell is the declaration. */
export const references: Feature = ({ connection, guard }) => {
  connection.onReferences(
    guard.at('references', ({ document, analysis }, { position, context }): Location[] | null => {
      const found = referencesAt(analysis, document.offsetAt(position));
      if (!found) return null;
      const spans = [...(context.includeDeclaration ? found.declarations : []), ...found.statements];
      return spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));
    }),
  );
  return { referencesProvider: true };
};
