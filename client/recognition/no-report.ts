import { l10n, type TextDocument } from 'vscode';
import { type DocumentParams, type ReportStatus, status } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { inform } from '../editor/say';
import { serverUri } from '../editor/word-uri';

/** Tells users that there is no report; rejects where nobody can tell, since its document took too long to read. */
export async function tellNoReport(server: Server, document: TextDocument | undefined): Promise<void> {
  const params: DocumentParams | undefined = document && { uri: serverUri(document.uri) };
  if (params) await server.ask<ReportStatus>(status, params);
  await inform(
    l10n.t('This document is not recognised as an annual report on government information disclosure.'),
  );
}
