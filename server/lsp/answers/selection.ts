import type { SelectionRange } from 'vscode-languageserver';
import { enclosing } from '../../features/showing/selection';
import { reportsAt } from '../documents/documents';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

/** A selection grows from the figure to its row, its table, its section and the report; in prose over the sentence. */
export const selectionRanges: Feature = ({ connection, guard }) => {
  connection.onSelectionRanges(
    guard.answer('selectionRange', (opened, { positions }) =>
      positions.map((position): SelectionRange => {
        const [served] = reportsAt(opened, { start: position, end: position });
        const spans = served ? enclosing(served.analysis, served.document.offsetAt(position)) : [];
        const nested = spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({
            range: toRange((served ?? opened).document, span),
            ...(parent && { parent }),
          }),
          undefined,
        );
        return nested ?? { range: { start: position, end: position } };
      }),
    ),
  );
  return { selectionRangeProvider: true };
};
