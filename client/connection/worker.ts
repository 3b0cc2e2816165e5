import { type ExtensionContext, l10n, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';

/** A web worker, as far as it matters here. */
interface Thread {
  terminate(): void;
}

/** The client of a server in a web worker, which ends with it: one that is busy for ever hears nothing. */
class WorkerClient extends LanguageClient {
  constructor(
    private readonly worker: Thread,
    options: LanguageClientOptions,
  ) {
    super('nianbao', l10n.t('Nianbao'), worker as never, options);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.worker.terminate();
    }
  }
}

/** The client of a server in a web worker. */
export function clientOf({ extensionUri }: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const { Worker } = globalThis as unknown as { readonly Worker: new (address: string) => Thread };
  const address = Uri.joinPath(extensionUri, 'dist', 'server-web.js').toString(true);
  return new WorkerClient(new Worker(address), options);
}
