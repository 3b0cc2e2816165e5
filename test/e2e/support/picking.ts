import { commands } from 'vscode';

/** Waits until a list or a dialog is there that a command shows, and accepts what it offers with the command for that; fails where nothing comes of it. */
export async function accepted(
  command: Thenable<unknown>,
  isDone: () => Promise<boolean>,
  accept = 'workbench.action.acceptSelectedQuickOpenItem',
): Promise<void> {
  for (let tries = 0; !(await isDone()); tries++) {
    if (tries > 60) throw new Error('nothing came of accepting');
    await new Promise((resolve) => setTimeout(resolve, 250));
    await commands.executeCommand(accept);
  }
  await command;
}
