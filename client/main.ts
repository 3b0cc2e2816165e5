import type { ExtensionContext } from 'vscode';
import { offerServer } from './agents/mcp';
import { start } from './extension';
import { offerTasks } from './files/tasks';

/** Called by VS Code in a process of Node, on a desktop or on a server, when a document or command of ours is first met. */
export const activate = (context: ExtensionContext): void =>
  start(context, {
    connect: async (...given) => (await import('./connection/process')).clientOf(...given),
    isInspected: process.execArgv.some((argument) => /^--inspect/u.test(argument)),
    isCaseSensitive: process.platform === 'linux',
    offers: [offerServer, offerTasks],
  });
