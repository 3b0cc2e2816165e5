import type { Disposable, ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What the extension is given by the machine that it runs on, be it a process or a browser. */
export interface Machine {
  /** A client, not started yet, of a server that runs here. Loads what it needs only then: most windows never open a report. */
  connect(context: ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /** Whether somebody looks at the server line by line. */
  readonly isInspected: boolean;
  /** Whether names of files that differ in large and small letters are different names. */
  readonly isCaseSensitive: boolean;
  /** What is offered here besides the tools of agents and needs a process; each may answer that it cannot be offered. */
  readonly offers: readonly ((context: ExtensionContext) => Disposable | undefined)[];
}
