import { type Diagnostic, DiagnosticSeverity, type Location, type Range } from 'vscode-languageserver';
import type { Analysis } from '../../analysis';
import { placesOf } from '../../export/places';
import type { Finding, Related, Severity } from '../../report/finding';
import { hasRulePage } from '../../rules/pages';
import { mark, said } from '../../text/say';
import type { Span } from '../../text/span';
import type { Client } from './client';
import type { Page } from './page';

/** The range of a span, in the protocol's lines and characters. */
export const toRange = (document: Page, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** The span of a range. */
export const toSpan = (document: Page, { start, end }: Range): Span => ({
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
export function isShownBy(document: Page, { code, range }: Diagnostic, finding: Finding): boolean {
  const { start, end } = toRange(document, finding.span);
  return (
    code === finding.rule &&
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}

/** Whose findings they are; the client knows them by it, in its own tongue. */
export const diagnosticSource = mark`年报`;

/** The findings of an analysis of `document` as the client can show them. */
export function toDiagnostics(document: Page, analysis: Analysis, client: Client): Diagnostic[] {
  const place = placesIn(document, analysis);
  return analysis.findings.map((finding) => ({
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    source: said(diagnosticSource),
    code: finding.rule,
    message: finding.message,
    ...codeDescription(finding, client),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.flatMap((related) => {
          const location = place(related);
          return location ? [{ location, message: related.message }] : [];
        }),
      }),
  }));
}

function codeDescription({ rule }: Finding, { codeDescription, options }: Client) {
  const { rulePageScheme } = options;
  const page = codeDescription && rulePageScheme !== undefined && hasRulePage(rule);
  return page ? { codeDescription: { href: `${rulePageScheme}:/${rule}.md` } } : {};
}

/** Finds related places, each in its own document; undefined for one in a document that is no neighbour. */
function placesIn(own: Page, analysis: Analysis): (related: Related) => Location | undefined {
  const placeOf = placesOf(analysis);
  return ({ document, span: { start, end } }) => {
    const place = placeOf(document);
    if (!place) return undefined;
    const range = { start: place.lines.positionAt(start), end: place.lines.positionAt(end) };
    return { uri: place.document ?? own.uri, range };
  };
}
