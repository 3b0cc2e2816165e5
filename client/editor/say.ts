import { type MessageOptions, window } from 'vscode';
import { literal } from '../../server/lsp/messages/literal';

/** Shows a message, and answers which of the buttons is pressed. */
interface Say {
  (message: string, ...buttons: string[]): Thenable<string | undefined>;
  (message: string, options: MessageOptions, ...buttons: string[]): Thenable<string | undefined>;
}

/** As VS Code does it, with nothing of the message taken for a link. */
const saying =
  (show: Say): Say =>
  (message: string, ...rest: unknown[]) =>
    show(literal(message), ...(rest as string[]));

export const inform = saying(window.showInformationMessage);
export const warn = saying(window.showWarningMessage);
export const alarm = saying(window.showErrorMessage);
