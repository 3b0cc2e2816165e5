import {
  Disposable,
  type ExtensionContext,
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
  lm,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { type AgentParams, type AgentReply, agentQuestion } from '../../server/lsp/messages/agents';
import type { Server } from '../connection/server';
import type { Active } from '../editor/active';
import { baseName } from '../editor/names';
import { serverUri, shownAs } from '../editor/word-uri';
import { exists } from '../editor/write';

/** What a model asks with; what else there is the server knows. */
interface Asking {
  readonly file?: unknown;
}

/** Tools of the manifest are called so before what the server calls them. */
const prefix = 'nianbao_';

/** Lets models in the editor ask the server about reports. Nothing that they ask changes anything. */
export function offerTools({ extension }: ExtensionContext, server: Server, active: Active): Disposable {
  const offered: readonly { readonly name: string }[] = extension.packageJSON.contributes.languageModelTools;
  const tools = offered.map(({ name }) =>
    lm.registerTool<Asking>(name, {
      async prepareInvocation({ input }) {
        const document = await documentFor(input, active);
        return {
          invocationMessage: document
            ? l10n.t('Look at report “{0}”', baseName(document.uri))
            : l10n.t('Look at the form of reports'),
        };
      },
      async invoke({ input }) {
        const document = await documentFor(input, active);
        const about = document && serverUri(document.uri);
        const params: AgentParams = { tool: name.slice(prefix.length), about, input };
        return resultOf(await server.ask<AgentReply>(agentQuestion, params));
      },
    }),
  );
  return Disposable.from(...tools);
}

/** What is thrown is told to the model. */
function resultOf(reply: AgentReply | null): LanguageModelToolResult {
  if (!reply || 'refusal' in reply) throw new Error(reply?.refusal ?? l10n.t('The server did not answer'));
  return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(reply.answer))]);
}

/** The report that is meant: the one that is named, or the one in the active editor. Rejects for a name that leads to none. */
async function documentFor({ file }: Asking, active: Active): Promise<TextDocument | undefined> {
  if (typeof file !== 'string') return active.document;
  const open = workspace.textDocuments.find(({ uri }) => [uri.fsPath, uri.toString()].includes(file));
  if (open) return open;
  const uri = await inWorkspace(file);
  if (!uri) throw new Error(l10n.t('The workspace has no {0}', file));
  return workspace.openTextDocument(shownAs(uri));
}

/** A file of the workspace by its path or its address; undefined for what lies anywhere else. */
async function inWorkspace(file: string): Promise<Uri | undefined> {
  for (const { uri: folder } of workspace.workspaceFolders ?? []) {
    const uri = addressFrom(folder, file);
    if (uri.toString().startsWith(`${folder.toString()}/`) && (await exists(uri))) return uri;
  }
  return undefined;
}

/** The address that a file is called by, with no way up left in it. */
function addressFrom(folder: Uri, file: string): Uri {
  if (/^[a-z][\w+.-]+:/iu.test(file)) return Uri.joinPath(Uri.parse(file), '.');
  const isFull = file.startsWith(folder.fsPath);
  return isFull ? Uri.joinPath(folder.with({ path: Uri.file(file).path }), '.') : Uri.joinPath(folder, file);
}
