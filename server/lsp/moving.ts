import { movingIn } from '../features/moving';
import { toRange } from './convert';
import type { Feature } from './host';
import * as messages from './messages';

/** Where the cells of a document's tables are, for the keys that move from one to the next. */
export const moving: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.tableCells,
    guard.answer<messages.DocumentParams, messages.TableCells>('tableCells', ({ document, reports }) => {
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
