import type { Disposable, Event, ExtensionContext } from 'vscode';
import * as vscode from 'vscode';
import { commandLineOf, localeHere } from '../connection/command-line';

/** A server of the Model Context Protocol that is started with a command; in VS Code since 1.101. */
type StdioDefinition = new (
  label: string,
  command: string,
  args: string[],
  env: Record<string, string>,
  version: string,
) => object;

interface Provider {
  readonly onDidChangeMcpServerDefinitions: Event<unknown>;
  provideMcpServerDefinitions(): object[];
}

/** What VS Code has from 1.101 on. */
interface Newer {
  readonly version: string;
  readonly McpStdioServerDefinition?: StdioDefinition;
  readonly lm: { registerMcpServerDefinitionProvider?(id: string, provider: Provider): Disposable };
}

/** In 1.100 VS Code has the same names, but for an entry of the manifest that was given up, and throws. */
const isNewer = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 101);
};

/** As the manifest calls the provider. */
const id = 'nianbao.mcp';

/** Offers agents the server that reads the reports of the workspace's folders; undefined where VS Code knows no such servers. */
export function offerServer(context: ExtensionContext): Disposable | undefined {
  const { McpStdioServerDefinition: Definition, lm, version } = vscode as unknown as Newer;
  if (!Definition || !isNewer(version)) return undefined;
  return lm.registerMcpServerDefinitionProvider?.(id, {
    onDidChangeMcpServerDefinitions: vscode.workspace.onDidChangeWorkspaceFolders,
    provideMcpServerDefinitions() {
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
      if (folders.length === 0) return [];
      const { command, args, env } = commandLineOf(context, [
        ...['mcp', '--locale', localeHere()],
        ...folders.map(({ uri }) => uri.fsPath),
      ]);
      return [
        new Definition('年报 nianbao', command, [...args], { ...env }, context.extension.packageJSON.version),
      ];
    },
  });
}
