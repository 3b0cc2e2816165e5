import type { Location, LocationLink } from 'vscode-languageserver';
import { definitionAt } from '../../features/places/links';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

/** From a number of the text to the cells that it speaks of, from a total to the cells that it adds. */
export const definition: Feature = ({ connection, client, guard }) => {
  connection.onDefinition(
    guard.at('definition', ({ document, analysis }, { position }): Location[] | LocationLink[] | null => {
      const link = definitionAt(analysis, document.offsetAt(position));
      if (!link) return null;
      const ranges = link.targets.map((target) => toRange(document, target));
      if (!client.definitionLinks) return ranges.map((range) => ({ uri: document.uri, range }));
      const originSelectionRange = toRange(document, link.origin);
      return ranges.map((range) => ({
        originSelectionRange,
        targetUri: document.uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    }),
  );
  return { definitionProvider: true };
};
