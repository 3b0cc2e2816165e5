import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Filed } from '../../report/neighbours';
import { findReports, reportName } from '../../workspace/catalogue';
import type { Feature, Host } from '../documents/host';
import { lastName } from '../protocol/file-name';
import { pageOf } from '../protocol/page';

/** The reports of the workspace, found by agency and year. */
export const workspaceSymbols: Feature = (host) => {
  const { connection, guard, reports } = host;
  connection.onWorkspaceSymbol(
    guard.always('workspaceSymbol', ({ query }) =>
      reports.index
        .documents()
        .flatMap((name) =>
          findReports(reports.index.get(name) ?? [], query).map((filed) => toSymbol(host, name, filed)),
        ),
    ),
  );
  return { workspaceSymbolProvider: true };
};

function toSymbol({ documents }: Host, name: string, { report, text, excerpt }: Filed): WorkspaceSymbol {
  const uri = documents.uriOf(name) ?? name;
  const page = pageOf({ uri, version: 0 }, { text, ...(excerpt && { origin: excerpt.origin }) });
  const { start, end } = report.title?.span ?? { start: 0, end: 0 };
  return {
    name: reportName(report) || lastName(name),
    kind: SymbolKind.File,
    containerName: lastName(name),
    location: { uri, range: { start: page.positionAt(start), end: page.positionAt(end) } },
  };
}
