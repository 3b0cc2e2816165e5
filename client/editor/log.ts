import { commands, type LogOutputChannel, window } from 'vscode';

const showLog = '显示日志';

/** Tells users once what went wrong, with a way to the log. */
export async function tell(log: LogOutputChannel, message: string, error?: unknown): Promise<void> {
  log.error(message, ...(error === undefined ? [] : [error]));
  if ((await window.showErrorMessage(message, showLog)) === showLog) log.show();
}

/** As {@link tell}, where the server has given up and can be started again. */
export async function tellStopped(log: LogOutputChannel, message: string): Promise<void> {
  const restart = '重新启动';
  log.error(message);
  const chosen = await window.showErrorMessage(message, restart, showLog);
  if (chosen === showLog) log.show();
  if (chosen === restart) await commands.executeCommand('nianbao.restartServer');
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
