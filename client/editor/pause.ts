import type { Disposable, TextDocument } from 'vscode';

/** How long typing has to pause, in milliseconds. */
const pause = 300;

/** Runs something for a document once nobody has typed in it for a while. */
export function afterPause(
  run: (document: TextDocument) => void,
): Disposable & { start(document: TextDocument): void } {
  const timers = new Map<string, NodeJS.Timeout>();
  const start = (document: TextDocument): void => {
    const uri = document.uri.toString();
    clearTimeout(timers.get(uri));
    const finish = (): void => {
      timers.delete(uri);
      if (!document.isClosed) run(document);
    };
    timers.set(uri, setTimeout(finish, pause));
  };
  const dispose = (): void => {
    for (const timer of timers.values()) clearTimeout(timer);
  };
  return { start, dispose };
}
