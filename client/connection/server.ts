import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { alive } from '../../server/lsp/messages/messages';
import { isCandidate } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { baseName } from '../editor/names';
import type { Own } from './launch';
import { sieveOf } from './sieve';
import { patience, watch } from './watch';

/** The language server, started when it is first needed. */
export interface Server extends Disposable {
  /** The client that speaks to it; rejects where the server cannot be started. */
  client(): Promise<LanguageClient>;
  /** Asks it one of our own questions; rejects where it fails. */
  ask<R>(method: string, params: object): Promise<R | null>;
  /** Whether it was started; asks nothing of it. */
  readonly running: boolean;
  /** Whether it crashed too often and was not started again; users have to. */
  readonly halted: boolean;
  readonly onDidChangeHalted: Event<void>;
  restart(): Promise<void>;
}

/** Makes the server known without starting it: that happens with the first document that it should know of. */
export const serverOf = (context: ExtensionContext, log: LogOutputChannel, own: Own): Server =>
  new OwnServer(context, log, own);

class OwnServer implements Server {
  private started: Promise<LanguageClient> | undefined;
  private isHalted = false;
  private endWatch = (): void => undefined;
  private readonly changed = new EventEmitter<void>();
  private readonly sieve = sieveOf();

  readonly onDidChangeHalted = this.changed.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
    private readonly own: Own,
  ) {}

  get running(): boolean {
    return this.started !== undefined;
  }

  get halted(): boolean {
    return this.isHalted;
  }

  client(): Promise<LanguageClient> {
    // The client of a server that was given up would start it again for any question.
    if (this.isHalted) return Promise.reject(new Error('检查服务已经停止，请重新启动'));
    this.started ??= this.start();
    return this.started;
  }

  async ask<R>(method: string, params: object): Promise<R | null> {
    return (await this.client()).sendRequest(method, params);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.halt(false);
    await this.client();
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  private start(): Promise<LanguageClient> {
    const { context, log, sieve, own } = this;
    // The client's library is loaded only here: most windows never open a report.
    const starting = import('./launch').then(({ launch }) =>
      launch({ context, log, sieve, own, givenUp: () => this.halt(true) }),
    );
    starting.then(
      (client) => {
        if (this.started === starting) this.watch(client);
      },
      () => {
        if (this.started === starting) this.started = undefined;
      },
    );
    return starting;
  }

  private async stop(): Promise<void> {
    this.endWatch();
    const stopping = this.started;
    this.started = undefined;
    try {
      await (await stopping)?.dispose();
    } catch (error) {
      // One that crashed or never came up cannot be stopped.
      this.log.warn('停止检查服务时出错', error);
    }
  }

  private halt(isHalted: boolean): void {
    this.isHalted = isHalted;
    if (isHalted) this.endWatch();
    this.changed.fire();
  }

  private watch(client: LanguageClient): void {
    // While somebody looks at it line by line it answers when it likes.
    if (process.execArgv.some((argument) => /^--inspect/u.test(argument))) return;
    this.endWatch = watch({ ask: () => client.sendRequest(alive), silent: () => this.replace() });
  }

  /** Starts one anew that has not answered for long, without the document that it was last told of. */
  private replace(): void {
    const { last } = this.sieve;
    if (last !== undefined) this.sieve.hold(last);
    const left = last === undefined ? '' : `，先放下“${baseName(Uri.parse(last))}”，改动以后再查`;
    void tell(this.log, `年报检查服务超过 ${patience} 秒没有回答，正在重新启动${left}。`);
    this.restart().catch((error) => tell(this.log, `年报检查服务没有启动：${messageOf(error)}`, error));
  }
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
