import { CancellationToken } from 'vscode-languageserver';
import { rowAt } from '../../features/writing/filling';
import type { Feature } from '../documents/host';
import { type CursorParams, cursor } from '../messages/writing';

/** Where clients say that the cursor is; what is typed into an empty row of a table is judged once it leaves that. */
export const filling: Feature = ({ connection, documents, guard }) => {
  const follow = guard.always('cursor', async ({ uri, position }: CursorParams) => {
    const opened = await documents.open(uri);
    const [served, ...others] = opened?.reports ?? [];
    if (!opened || !served || others.length > 0) return;
    const { document, analysis } = served;
    const row = position ? rowAt(analysis, document.offsetAt(position)) : undefined;
    documents.writings.moved(opened.document, row);
  });
  // What goes wrong is in the log.
  connection.onNotification(cursor, (params: CursorParams) =>
    follow(params, CancellationToken.None).catch(() => undefined),
  );
  return {};
};
