import { type ExtensionContext, type LogOutputChannel, l10n, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/lsp/messages/messages';
import { rememberedReports } from '../../server/lsp/messages/workspace';
import { selector } from '../editor/documents';
import { tellStopped } from '../editor/log';
import { showCommand } from '../editor/places';
import { ignoreCommand, rulePageScheme } from '../editor/server-links';
import { clientUri, serverUri } from '../editor/word-uri';
import { reachFiles } from './files';
import type { Machine } from './machine';
import type { Sieve } from './sieve';

/** What is said and answered besides what every client says and answers. */
export interface Own {
  readonly middleware: Middleware;
  /** The reports that were open before. */
  reports(): readonly string[];
}

interface Launching {
  readonly context: ExtensionContext;
  readonly machine: Machine;
  readonly log: LogOutputChannel;
  readonly sieve: Sieve;
  readonly own: Own;
  /** Called when it has crashed too often and is not started again. */
  readonly givenUp: () => void;
}

/** Starts the server where the machine has it run; rejects where it does not come up. */
export async function launch({
  context,
  machine,
  log,
  sieve,
  own,
  givenUp,
}: Launching): Promise<BaseLanguageClient> {
  const initializationOptions: InitializationOptions = {
    ignoreCommand,
    rulePageScheme,
    showCommand,
    outlined: ['markdown'],
    remembersReports: true,
    reachesFiles: true,
    programs: Uri.joinPath(context.extensionUri, 'dist').toString(true),
  };
  const options: LanguageClientOptions = {
    documentSelector: [...selector()],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    middleware: { ...sieve.middleware, ...own.middleware },
    errorHandler: restarting(log, givenUp),
    diagnosticPullOptions: { onChange: true, onSave: true },
    uriConverters: { code2Protocol: serverUri, protocol2Code: clientUri },
  };
  const client = await machine.connect(context, options);
  client.onRequest(rememberedReports, () => own.reports());
  reachFiles(client);
  await client.start();
  return client;
}

const crashesForgiven = 3;
const withinMs = 3 * 60_000;

/** Starts a crashed server again, which nobody need know of; says so once where it crashes again and again, and leaves it. */
function restarting(log: LogOutputChannel, givenUp: () => void): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: (error) => {
      log.error(l10n.t('Communication with the server failed'), error);
      // One that is gone closes the connection as well, which starts it again; one that is silent is noticed by the watch.
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      if (crashes.filter((time) => now - time < withinMs).length > crashesForgiven) {
        givenUp();
        void tellStopped(
          log,
          l10n.t(
            'Nianbao: the server ended unexpectedly again and again and was stopped; reports are not checked for now.',
          ),
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      log.warn(l10n.t('The server ended unexpectedly and is being restarted'));
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
