import type { FoldingRange } from 'vscode-languageserver';
import { folds } from '../features/folding';
import { toRange } from './convert';
import type { Feature } from './host';

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
