import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Range,
  SnippetString,
  SnippetTextEdit,
  type Uri,
  WorkspaceEdit,
} from 'vscode';
import { type Pasted, type PasteParams, paste } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { selector } from '../editor/documents';
import { serverUri } from '../editor/word-uri';

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
        uri: serverUri(document.uri),
        position: range.start,
        end: range.end,
        html,
      };
      const pasted = await server.ask<Pasted>(paste, params);
      return pasted ? [pasteEdit(document.uri, range, pasted.text)] : undefined;
    },
  };
  return languages.registerDocumentPasteEditProvider([...selector()], provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [page],
  });
}

/**
 * Writes a text as it is: what a paste edit inserts by itself is indented as the editor is set to, and would lose the tabs at the
 * beginning of lines.
 */
function pasteEdit(uri: Uri, range: Range, text: string): DocumentPasteEdit {
  const edit = new SnippetTextEdit(range, new SnippetString().appendText(text).appendTabstop(0));
  edit.keepWhitespace = true;
  const pasted = new DocumentPasteEdit('', l10n.t('Paste as Tables of the Report'), kind);
  pasted.additionalEdit = new WorkspaceEdit();
  pasted.additionalEdit.set(uri, [edit]);
  return pasted;
}
