import { type Disposable, type Event, EventEmitter, l10n, languages, Uri, workspace } from 'vscode';
import { type ExportedFile, type ExportParams, exportAs, rulePage } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { rulePageScheme } from '../editor/server-links';
import { serverUri } from '../editor/word-uri';

const jsonScheme = 'nianbao-json';

/** The address of the read-only JSON of the document at `uri`. */
export const jsonUri = (uri: Uri, fileName: string): Uri =>
  Uri.from({ scheme: jsonScheme, path: `/${fileName}`, query: uri.toString() });

/** A page among those of the rules that we write ourselves. */
export interface Page {
  readonly uri: Uri;
  text(): string;
  readonly onDidChange: Event<Uri>;
}

/** Provides rules' pages, another beside them, and the JSON of open reports, which follows the report as it is edited. */
export function providePages(server: Server, own: Page): Disposable {
  const changed = new EventEmitter<Uri>();
  const follow = languages.onDidChangeDiagnostics(({ uris }) => {
    const sources = new Set(uris.map(String));
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === jsonScheme && sources.has(uri.query)) changed.fire(uri);
    }
  });
  const pages = workspace.registerTextDocumentContentProvider(rulePageScheme, {
    onDidChange: own.onDidChange,
    provideTextDocumentContent: async ({ path }) => {
      if (path === own.uri.path) return own.text();
      const id = path.replace(/^\/|\.md$/g, '');
      return (
        (await server.ask<string>(rulePage, { id })) ??
        `${l10n.t('There is no rule with the name {0}.', id)}\n`
      );
    },
  });
  const json = workspace.registerTextDocumentContentProvider(jsonScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      const params: ExportParams = { uri: serverUri(Uri.parse(uri.query)), to: 'json' };
      const exported = await server.ask<ExportedFile>(exportAs, params);
      // When the report is closed its last state stays to be looked at.
      return exported?.text ?? textOf(uri);
    },
  });
  return {
    dispose: () => {
      for (const each of [changed, follow, pages, json]) each.dispose();
    },
  };
}

const textOf = (uri: Uri): string | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
