import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { alive } from '../../server/lsp/messages/messages';
import { isCandidate } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { baseName } from '../editor/names';
import type { Own } from './launch';
import type { Machine } from './machine';
import { sieveOf } from './sieve';
import { patience, watch } from './watch';

/** The language server, started when it is first needed. */
export interface Server extends Disposable {
  /** The client that speaks to it; rejects where the server cannot be started. */
  client(): Promise<BaseLanguageClient>;
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
export const serverOf = (given: Given): Server => new OwnServer(given);

/** What it is started with. */
interface Given {
  readonly context: ExtensionContext;
  readonly machine: Machine;
  readonly log: LogOutputChannel;
  readonly own: Own;
}

class OwnServer implements Server {
  private started: Promise<BaseLanguageClient> | undefined;
  private isHalted = false;
  private endWatch = (): void => undefined;
  private readonly changed = new EventEmitter<void>();
  private readonly sieve = sieveOf();

  readonly onDidChangeHalted = this.changed.event;

  constructor(private readonly given: Given) {}

  get running(): boolean {
    return this.started !== undefined;
  }

  get halted(): boolean {
    return this.isHalted;
  }

  client(): Promise<BaseLanguageClient> {
    // The client of a server that was given up would start it again for any question.
    if (this.isHalted) return Promise.reject(new Error(l10n.t('The server is stopped; please restart it')));
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

  private start(): Promise<BaseLanguageClient> {
    const { given, sieve } = this;
    // The client's library is loaded only here: most windows never open a report.
    const starting = import('./launch').then(({ launch }) =>
      launch({ ...given, sieve, givenUp: () => this.halt(true) }),
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
      this.given.log.warn(l10n.t('Could not stop the server'), error);
    }
  }

  private halt(isHalted: boolean): void {
    this.isHalted = isHalted;
    if (isHalted) this.endWatch();
    this.changed.fire();
  }

  private watch(client: BaseLanguageClient): void {
    // While somebody looks at it line by line it answers when it likes.
    if (this.given.machine.isInspected) return;
    this.endWatch = watch({ ask: () => client.sendRequest(alive), silent: () => this.replace() });
  }

  /** Starts one anew that has not answered for long, without the document that it was last told of. */
  private replace(): void {
    const { last } = this.sieve;
    if (last !== undefined) this.sieve.hold(last);
    const message =
      last === undefined
        ? l10n.t('Nianbao: the server has not answered for {0} seconds and is being restarted.', patience)
        : l10n.t(
            'Nianbao: the server has not answered for {0} seconds and is being restarted; “{1}” is left alone until it changes.',
            patience,
            baseName(Uri.parse(last)),
          );
    void tell(this.given.log, message);
    this.restart().catch((error) =>
      tell(this.given.log, l10n.t('Nianbao: the server was not started: {0}', messageOf(error)), error),
    );
  }
}

/** Starts the server when a document is opened, or already open, that it should know of. */
export function startOnDemand(server: Server, log: LogOutputChannel): Disposable {
  const start = (): void => {
    listener.dispose();
    server
      .client()
      .catch((error) =>
        tell(log, l10n.t('Nianbao: the server was not started: {0}', messageOf(error)), error),
      );
  };
  const listener = workspace.onDidOpenTextDocument((document) => {
    if (isCandidate(document)) start();
  });
  if (workspace.textDocuments.some(isCandidate)) start();
  return listener;
}
