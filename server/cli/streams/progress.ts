import type { Io } from './io';

/** What it takes to show how far a long run is. */
type Silent = Omit<Io, 'progress'>;

/** A line is not drawn more often than eyes can follow; in milliseconds. */
const often = 100;
/** To the beginning of the line, and all behind it away. */
const erase = '\r\u001b[K';

/**
 * Adds to a command's surroundings a last line on standard error that says how far it is; it goes away before anything else is written,
 * and is there only where standard error `isTerminal`.
 */
export function withProgress(io: Silent, isTerminal: boolean): Io {
  if (!isTerminal) return { ...io, progress() {} };
  let isShown = false;
  let last = 0;
  const away = (): void => {
    if (isShown) io.writeError(erase);
    isShown = false;
  };
  return {
    ...io,
    write(text) {
      away();
      return io.write(text);
    },
    writeError(text) {
      away();
      io.writeError(text);
    },
    progress(words) {
      if (words === '') return away();
      const now = Date.now();
      if (now - last < often) return;
      last = now;
      isShown = true;
      io.writeError(`${erase}${words}`);
    },
  };
}
