import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver';
import { isSilenceable, noteOffersAt, ruleName } from '../../features/explaining/notes';
import type { Finding } from '../../report/finding';
import { say } from '../../text/say';
import type { Served } from '../documents/documents';
import type { IgnoreParams } from '../messages/messages';
import type { Client } from '../protocol/client';
import { isShownBy, toSpan } from '../protocol/convert';
import { toWorkspaceEdit } from '../protocol/edits';

/** What keeps soft findings at a place from being shown again: a note with the reason, or, where the client can, a setting. */
export function silencingActions(
  served: Served,
  range: Range,
  { diagnostics }: CodeActionContext,
  client: Client,
): CodeAction[] {
  const { document, analysis } = served;
  const span = toSpan(document, range);
  const about = (findings: readonly Finding[]) => ({
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter((diagnostic) =>
      findings.some((finding) => isShownBy(document, diagnostic, finding)),
    ),
  });
  const notes = noteOffersAt(analysis, span).map(({ title, finding, edit, cursor }) => ({
    title,
    ...about([finding]),
    edit: toWorkspaceEdit(document, [{ edits: [edit], ...(cursor !== undefined && { cursor }) }], client),
  }));
  const soft = analysis.findings.filter(
    (finding) => isSilenceable(finding) && finding.span.start <= span.end && span.start <= finding.span.end,
  );
  const settings = [...new Set(soft.map(({ rule }) => rule))].flatMap((rule) =>
    ignoringActions(rule, served, client).map((action) => ({
      ...action,
      ...about(soft.filter((finding) => finding.rule === rule)),
    })),
  );
  return [...notes, ...settings];
}

/** Settings are the client's: it is asked by a command of its own. */
function ignoringActions(rule: string, { document }: Served, { options }: Client): CodeAction[] {
  const { ignoreCommand } = options;
  if (ignoreCommand === undefined) return [];
  return (['file', 'workspace'] as const).map((scope) => {
    const name = ruleName(rule);
    const title = scope === 'file' ? say`此文件不再检查“${name}”` : say`工作区不再检查“${name}”`;
    const params: IgnoreParams = { rule, name, uri: document.uri, scope };
    return { title, command: { title, command: ignoreCommand, arguments: [params] } };
  });
}
