import { hover as hoverAt } from '../features/hover';
import { toRange } from './convert';
import type { Feature } from './host';

/** What stands under the pointer, explained. */
export const hover: Feature = ({ connection, client, guard }) => {
  connection.onHover(
    guard.at('hover', ({ document, analysis }, { position }) => {
      const found = hoverAt(analysis, document.offsetAt(position));
      if (!found) return null;
      const kind = client.markdown ? 'markdown' : 'plaintext';
      return { contents: { kind, value: found.markdown }, range: toRange(document, found.span) };
    }),
  );
  return { hoverProvider: true };
};
