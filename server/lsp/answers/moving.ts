import { movingIn } from '../../features/showing/moving';
import type { Feature } from '../documents/host';
import type { DocumentParams } from '../messages/messages';
import { type TableCells, tableCells } from '../messages/writing';
import { toRange } from '../protocol/convert';

/** Where the cells of a document's tables are, for the keys that move from one to the next. */
export const moving: Feature = ({ connection, guard }) => {
  connection.onRequest(
    tableCells,
    guard.answer<DocumentParams, TableCells>('tableCells', ({ document, reports }) => {
      const all = reports.map((served) => ({ page: served.document, ...movingIn(served.analysis) }));
      return {
        version: document.version,
        rows: all.flatMap(({ page, rows }) => rows.map((span) => toRange(page, span))),
        cells: all.flatMap(({ page, cells }) => cells.map((span) => toRange(page, span))),
      };
    }),
  );
  return {};
};
