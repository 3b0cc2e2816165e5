import { hover as hoverAt } from '../../features/explaining/hover';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

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
