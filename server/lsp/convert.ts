import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../report/finding';
import { rulePage } from '../rules/pages';
import type { Span } from '../text/span';
import type { Client } from './client';

/** The range of a span, in the protocol's lines and characters. */
export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** The span of a range. */
export const toSpan = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Says whether a diagnostic, which the client sends, is the one of a finding. */
export function isShownBy(document: TextDocument, { code, range }: Diagnostic, finding: Finding): boolean {
  const { start, end } = toRange(document, finding.span);
  return (
    code === finding.rule &&
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}

/** A finding as the client can show it. */
export function toDiagnostic(document: TextDocument, finding: Finding, client: Client): Diagnostic {
  const { rulePageScheme } = client.options;
  const page = client.codeDescription && rulePageScheme !== undefined && rulePage(finding.rule) !== undefined;
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    source: '年报',
    code: finding.rule,
    message: finding.message,
    ...(page && { codeDescription: { href: `${rulePageScheme}:/${finding.rule}.md` } }),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map(({ span, message }) => ({
          location: { uri: document.uri, range: toRange(document, span) },
          message,
        })),
      }),
  };
}
