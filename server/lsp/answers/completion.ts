import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import { completions } from '../../features/writing/completion';
import type { Offer } from '../../features/writing/offered/spot';
import type { Served } from '../documents/documents';
import type { Feature, Host } from '../documents/host';
import { toRange } from '../protocol/convert';
import { titleInName } from '../protocol/file-name';
import { knownAgencies } from './new-report';

/** These end the number of a heading, 二、 and （一）; where they stand in a sentence nothing is offered. */
const triggerCharacters = ['、', '）'];

/** What may be written where the cursor is. */
export const completion: Feature = (host) => {
  host.connection.onCompletion(
    host.guard.at('completion', (served, { position }) => {
      const offset = served.document.offsetAt(position);
      const offers = completions(
        served.analysis,
        offset,
        knownAgencies(host),
        titleInName(served.document.uri),
      );
      // What is typed next may begin something else.
      return {
        isIncomplete: true,
        items: offers.map((offer, at) => toItem(host, { served, offset }, offer, at)),
      };
    }),
  );
  return { completionProvider: { triggerCharacters } };
};

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  heading: CompletionItemKind.Module,
  label: CompletionItemKind.Field,
  figure: CompletionItemKind.Value,
  phrase: CompletionItemKind.Text,
  name: CompletionItemKind.Reference,
  table: CompletionItemKind.Struct,
};

interface Place {
  readonly served: Served;
  readonly offset: number;
}

function toItem(
  { client }: Host,
  { served: { document, analysis }, offset }: Place,
  { kind, label, text, snippet, span, detail }: Offer,
  at: number,
): CompletionItem {
  const typed = analysis.text.slice(span.start, offset);
  const isSnippet = snippet !== undefined && client.snippetCompletions;
  return {
    label,
    kind: kinds[kind],
    detail,
    sortText: String(at).padStart(3, '0'),
    // What is begun was looked at here; the client's own comparison knows neither brackets nor numbers.
    ...(typed && { filterText: typed }),
    ...(at === 0 && kind === 'figure' && { preselect: true }),
    // Tabs at the beginning of a line are cells of the head, no indentation to be written as the editor is set to.
    insertTextMode: InsertTextMode.asIs,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(document, span), newText: isSnippet ? snippet : text },
  };
}
