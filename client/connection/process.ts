import { type ExtensionContext, l10n } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

/** The client of a server in a process of its own. */
export function clientOf(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient('nianbao', l10n.t('Nianbao'), { run, debug }, options);
}
