import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver';
import { counterpartsAt, destinationsAt } from '../../features/mending/counterparts';
import type { Served } from '../documents/documents';
import type { Client } from '../protocol/client';
import { isShownBy, toRange, toSpan } from '../protocol/convert';
import { toWorkspaceEdit } from '../protocol/edits';

/** The same number elsewhere, made to agree with the one at the cursor. */
export const counterpartActions = (
  { document, analysis }: Served,
  range: Range,
  client: Client,
): CodeAction[] =>
  counterpartsAt(analysis, document.offsetAt(range.start)).map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit(document, [{ edits }], client),
  }));

/** From a number of the text to the cell that it disagrees with, for a client that can show places. */
export function destinationActions(
  { document, analysis }: Served,
  range: Range,
  { diagnostics }: CodeActionContext,
  { options: { showCommand } }: Client,
): CodeAction[] {
  if (showCommand === undefined) return [];
  return destinationsAt(analysis, toSpan(document, range)).map(({ title, span, finding }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter((diagnostic) => isShownBy(document, diagnostic, finding)),
    command: { title, command: showCommand, arguments: [document.uri, toRange(document, span)] },
  }));
}
