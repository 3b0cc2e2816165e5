import {
  CancellationError,
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type CheckWorkspaceParams,
  checkWorkspace,
  type WorkspaceSummary,
} from '../../server/lsp/messages/workspace';
import type { Server } from '../connection/server';
import { inform } from '../editor/say';
import { rulePageScheme } from '../editor/server-links';
import { fileOf } from '../editor/word-uri';
import type { Page } from './pages';
import { type Naming, summaryLine, summaryPage } from './summary';

/** Checks all reports of the workspace on request and keeps the page of the last summary. */
export interface Checking extends Disposable {
  readonly page: Page;
  /** Answers what was found; undefined where it was cancelled, or there is no folder to look into. */
  check(): Promise<WorkspaceSummary | undefined>;
}

/** Beside the pages of rules, to which it leads. */
const pageUri = (): Uri =>
  Uri.from({ scheme: rulePageScheme, path: `/${l10n.t('Summary of the Reports in the Workspace')}.md` });

/** Makes the check; it asks nothing of the server before it is wanted. */
export function workspaceCheck(server: Server): Checking {
  const page = pageUri();
  let text = '';
  const changed = new EventEmitter<Uri>();
  return {
    page: { uri: page, text: () => text, onDidChange: changed.event },
    async check() {
      if (!workspace.workspaceFolders?.length) {
        inform(l10n.t('No folder is open. Open the folder that has the reports first, with “Open Folder”.'));
        return undefined;
      }
      const summary = await withProgress(server);
      if (!summary) return undefined;
      const { protocol2CodeConverter } = await server.client();
      text = summaryPage(summary, (uri) => nameOf(fileOf(protocol2CodeConverter.asUri(uri))));
      changed.fire(page);
      void offer(summary, page);
      return summary;
    },
    dispose: () => changed.dispose(),
  };
}

/** Links of a page lead into the first folder, from which they are absolute. */
function nameOf(uri: Uri): ReturnType<Naming> {
  const isWithin = workspace.getWorkspaceFolder(uri)?.index === 0;
  const name = workspace.asRelativePath(uri);
  return isWithin ? { name, href: encodeURI(`/${workspace.asRelativePath(uri, false)}`) } : { name };
}

/** The check is done; what users do with the message is their own time. */
async function offer(summary: WorkspaceSummary, page: Uri): Promise<void> {
  const [problems, details] = [l10n.t('Show Problems'), l10n.t('Show Summary')];
  const chosen = await inform(summaryLine(summary), problems, details);
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
  if (chosen === details) await commands.executeCommand('vscode.open', page, { preview: false });
}

const withProgress = (server: Server): Thenable<WorkspaceSummary | undefined> =>
  window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Checking the reports of the workspace'),
      cancellable: true,
    },
    async (progress, token) => {
      let done = 0;
      return ask(server, token, (percentage, message) => {
        progress.report({ increment: percentage - done, message });
        done = percentage;
      });
    },
  );

type Tell = (percentage: number, message: string) => void;

async function ask(
  server: Server,
  token: CancellationToken,
  tell: Tell,
): Promise<WorkspaceSummary | undefined> {
  const client = await server.client();
  // The client's library, which most windows never need, has been loaded by now.
  const { WorkDoneProgress } = await import('vscode-languageclient');
  const workDoneToken = `nianbao-check-${Date.now()}`;
  const following = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'report') tell(value.percentage ?? 0, value.message ?? '');
  });
  try {
    const params: CheckWorkspaceParams = { workDoneToken };
    return await client.sendRequest<WorkspaceSummary>(checkWorkspace, params, token);
  } catch (error) {
    // What was cancelled has been seen by who cancelled it.
    if (token.isCancellationRequested || error instanceof CancellationError) return undefined;
    throw error;
  } finally {
    following.dispose();
  }
}
