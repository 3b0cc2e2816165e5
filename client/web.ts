import type { ExtensionContext } from 'vscode';
import { start } from './extension';

/** Called by VS Code in a browser, where no process can be started, when a document or command of ours is first met. */
export const activate = (context: ExtensionContext): void =>
  start(context, {
    connect: async (...given) => (await import('./connection/worker')).clientOf(...given),
    isInspected: false,
    isCaseSensitive: true,
    offers: [],
  });
