import { Disposable, type ExtensionContext, type LogOutputChannel, l10n } from 'vscode';
import type { Machine } from '../connection/machine';
import type { Server } from '../connection/server';
import type { Active } from '../editor/active';
import { offerTools } from './tools';

/** The tools of agents, and all that this machine offers beside the editor. Where VS Code refuses to take it, reports are served all the same. */
export function offersHere(
  context: ExtensionContext,
  {
    server,
    machine,
    active,
    log,
  }: {
    readonly server: Server;
    readonly machine: Machine;
    readonly active: Active;
    readonly log: LogOutputChannel;
  },
): Disposable {
  const tools = () => offerTools(context, server, active);
  const offers = [tools, ...machine.offers.map((offer) => () => offer(context))];
  const taken = offers.map((offer) => {
    try {
      return offer();
    } catch (error) {
      log.warn(l10n.t('Not offered to VS Code'), error);
      return undefined;
    }
  });
  return Disposable.from(...taken.filter((each) => each !== undefined));
}
