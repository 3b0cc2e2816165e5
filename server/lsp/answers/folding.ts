import type { FoldingRange } from 'vscode-languageserver';
import { folds } from '../../features/showing/folding';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';

/** Sections, tables and rows that stand on several lines can be folded. */
export const foldingRanges: Feature = ({ connection, guard }) => {
  connection.onFoldingRanges(
    guard.each('foldingRange', ({ document, analysis }) =>
      folds(analysis).map((span): FoldingRange => {
        const { start, end } = toRange(document, span);
        return { startLine: start.line, endLine: end.line };
      }),
    ),
  );
  return { foldingRangeProvider: true };
};
