import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  languages,
} from 'vscode';
import { type Pasted, type PasteParams, paste } from '../server/lsp/messages';
import { selector } from './documents';
import type { Server } from './server';

const page = 'text/html';
const kind = DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');

/**
 * Pastes tables of the form that come from Word, WPS or a browser as rows of the report; pasting them as plain text stays a choice
 * beside it. Anything else is pasted as ever.
 */
export function providePasting(server: Server): Disposable {
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, clipboard, { only }, token) {
      const [range, ...others] = ranges;
      if (!range || others.length > 0 || !server.running || (only && !only.contains(kind))) return undefined;
      const html = await clipboard.get(page)?.asString();
      if (!html || !/<t[dr][\s>]/iu.test(html) || token.isCancellationRequested) return undefined;
      const params: PasteParams = {
        uri: document.uri.toString(),
        position: range.start,
        end: range.end,
        html,
      };
      const pasted = await server.ask<Pasted>(paste, params);
      return pasted ? [new DocumentPasteEdit(pasted.text, '粘贴为年报的表格', kind)] : undefined;
    },
  };
  return languages.registerDocumentPasteEditProvider([...selector], provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [page],
  });
}
