import type { ExtensionContext, LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/lsp/messages/messages';
import { rememberedReports } from '../../server/lsp/messages/workspace';
import { selector } from '../editor/documents';
import { tellStopped } from '../editor/log';
import { showCommand } from '../editor/places';
import { ignoreCommand, rulePageScheme } from '../editor/server-links';
import { clientUri, serverUri } from '../editor/word-uri';
import type { Sieve } from './sieve';

/** What is said and answered besides what every client says and answers. */
export interface Own {
  readonly middleware: Middleware;
  /** The reports that were open before. */
  reports(): readonly string[];
}

interface Launching {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly sieve: Sieve;
  readonly own: Own;
  /** Called when it has crashed too often and is not started again. */
  readonly givenUp: () => void;
}

/** Starts the server in a process of its own; rejects where it does not come up. */
export async function launch({ context, log, sieve, own, givenUp }: Launching): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const initializationOptions: InitializationOptions = {
    ignoreCommand,
    rulePageScheme,
    showCommand,
    outlined: ['markdown'],
    remembersReports: true,
  };
  const options: LanguageClientOptions = {
    documentSelector: [...selector],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    middleware: { ...sieve.middleware, ...own.middleware },
    errorHandler: restarting(log, givenUp),
    diagnosticPullOptions: { onChange: true, onSave: true },
    uriConverters: { code2Protocol: serverUri, protocol2Code: clientUri },
  };
  const client = new LanguageClient('nianbao', '年报', { run, debug }, options);
  client.onRequest(rememberedReports, () => own.reports());
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
      log.error('与检查服务的通信出错', error);
      // One that is gone closes the connection as well, which starts it again; one that is silent is noticed by the watch.
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      if (crashes.filter((time) => now - time < withinMs).length > crashesForgiven) {
        givenUp();
        void tellStopped(log, '年报检查服务接连意外退出，已经停止，年报暂时没有核对。');
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      log.warn('检查服务意外退出，正在重新启动');
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
