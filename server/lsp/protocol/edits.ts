import type { AnnotatedTextEdit, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { escaped } from '../../features/writing/snippet';
import type { Edit } from '../../report/finding';
import type { Client } from './client';
import { toRange } from './convert';
import type { Page } from './page';

/** Edits that belong together. */
export interface EditGroup {
  /** What a preview calls them for clients that do not let users choose from a list; without it they are made at once. */
  readonly confirm?: { readonly label: string; readonly description: string };
  readonly edits: readonly Edit[];
  /** Where in the new text of a single edit the cursor should stand afterwards, in clients that let edits say so. */
  readonly cursor?: number;
}

/** Edits of a report that begins at `start` as edits of its whole document. */
export const shifted = (edits: readonly Edit[], start: number): readonly Edit[] =>
  edits.map((edit) => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } }));

/** The edits, what is put in at one place piece by piece as one: a row comes whole or not at all. */
function whole(edits: readonly Edit[]): Pick<Edit, 'span' | 'newText'>[] {
  const all: { span: Edit['span']; newText: string }[] = [];
  for (const { span, newText } of edits) {
    const last = all.at(-1);
    if (last && last.span.start === span.start && last.span.end === span.end && span.start === span.end)
      last.newText += newText;
    else all.push({ span, newText });
  }
  return all;
}

/**
 * The edits as one change of the document in the version they were made for. Where the client knows neither versions nor
 * confirmation, they travel without.
 */
export function toWorkspaceEdit(document: Page, groups: readonly EditGroup[], client: Client): WorkspaceEdit {
  const toEdit = ({ span, newText }: Pick<Edit, 'span' | 'newText'>): TextEdit => ({
    range: toRange(document, span),
    newText,
  });
  if (!client.documentChanges) {
    return { changes: { [document.uri]: groups.flatMap(({ edits }) => whole(edits).map(toEdit)) } };
  }
  const confirmed = client.changeAnnotations ? groups.filter(({ confirm }) => confirm) : [];
  const edits = groups.flatMap((group): (TextEdit | AnnotatedTextEdit | SnippetTextEdit)[] => {
    const { cursor } = group;
    if (cursor !== undefined && client.snippetEdits) {
      return group.edits.map(({ span, newText }) => ({
        range: toRange(document, span),
        snippet: {
          kind: 'snippet',
          value: `${escaped(newText.slice(0, cursor))}$0${escaped(newText.slice(cursor))}`,
        },
      }));
    }
    const annotation = confirmed.indexOf(group);
    return whole(group.edits).map((edit) =>
      annotation < 0 ? toEdit(edit) : { ...toEdit(edit), annotationId: String(annotation) },
    );
  });
  const annotations = confirmed.map(({ confirm = { label: '', description: '' } }, index) => [
    String(index),
    { ...confirm, needsConfirmation: true },
  ]);
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }],
    ...(annotations.length > 0 && { changeAnnotations: Object.fromEntries(annotations) }),
  };
}
