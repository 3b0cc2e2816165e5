import { simplifyingEdits, unglossingEdits } from '../../features/writing/script';
import type { Feature } from '../documents/host';
import * as messages from '../messages/writing';
import { toRange } from '../protocol/convert';

const edits: Readonly<Record<messages.RewriteParams['to'], typeof simplifyingEdits>> = {
  simplified: simplifyingEdits,
  unglossed: unglossingEdits,
};

/** The text of reports in simplified characters, and without the pinyin that some sites write behind characters. */
export const rewriting: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.rewrite,
    guard.answer<messages.RewriteParams, messages.Rewriting>('rewrite', ({ document, reports }, { to }) => {
      const all = reports.flatMap((served) =>
        edits[to](served.analysis).map((edit) => ({ page: served.document, ...edit })),
      );
      return {
        version: document.version,
        edits: all.map(({ page, span, newText }) => ({ range: toRange(page, span), newText })),
        count: all.reduce((sum, { newText }) => sum + Math.max(1, newText.length), 0),
      };
    }),
  );
  return {};
};
