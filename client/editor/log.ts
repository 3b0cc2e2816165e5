import { commands, type LogOutputChannel, l10n } from 'vscode';
import { alarm } from './say';

/** Tells users once what went wrong, with a way to the log. */
export async function tell(log: LogOutputChannel, message: string, error?: unknown): Promise<void> {
  const showLog = logTitle();
  log.error(message, ...(error === undefined ? [] : [error]));
  if ((await alarm(message, showLog)) === showLog) log.show();
}

/** As {@link tell}, where the server has given up and can be started again. */
export async function tellStopped(log: LogOutputChannel, message: string): Promise<void> {
  const [restart, showLog] = [l10n.t('Restart'), logTitle()];
  log.error(message);
  const chosen = await alarm(message, restart, showLog);
  if (chosen === showLog) log.show();
  if (chosen === restart) await commands.executeCommand('nianbao.restartServer');
}

const logTitle = (): string => l10n.t('Show Log');

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
