import { type Disposable, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isCandidate } from './documents';
import { messageOf, tell } from './log';

/** The language server, started when it is first needed. */
export interface Server extends Disposable {
  /** The client that speaks to it; rejects where the server cannot be started. */
  client(): Promise<LanguageClient>;
  /** Asks it one of our own questions; rejects where it fails. */
  ask<R>(method: string, params: object): Promise<R | null>;
  /** Whether it was started; asks nothing of it. */
  readonly running: boolean;
  restart(): Promise<void>;
}

/** Makes the server known without starting it: that happens with the first document that it should know of. */
export function serverOf(context: ExtensionContext, log: LogOutputChannel): Server {
  let started: Promise<LanguageClient> | undefined;
  const client = (): Promise<LanguageClient> => {
    if (started) return started;
    // The client's library is loaded only here: most windows never open a report.
    const starting = import('./launch').then(({ launch }) => launch(context, log));
    started = starting;
    starting.catch(() => {
      if (started === starting) started = undefined;
    });
    return starting;
  };
  const stop = async (): Promise<void> => {
    const stopping = started;
    started = undefined;
    try {
      await (await stopping)?.dispose();
    } catch (error) {
      // One that crashed or never came up cannot be stopped.
      log.warn('停止检查服务时出错', error);
    }
  };
  return {
    client,
    ask: async (method, params) => (await client()).sendRequest(method, params),
    get running() {
      return started !== undefined;
    },
    async restart() {
      await stop();
      await client();
    },
    dispose: () => void stop(),
  };
}

/** Starts the server when a document is opened, or already open, that it should know of. */
export function startOnDemand(server: Server, log: LogOutputChannel): Disposable {
  const start = (): void => {
    listener.dispose();
    server.client().catch((error) => tell(log, `年报检查服务没有启动：${messageOf(error)}`, error));
  };
  const listener = workspace.onDidOpenTextDocument((document) => {
    if (isCandidate(document)) start();
  });
  if (workspace.textDocuments.some(isCandidate)) start();
  return listener;
}
