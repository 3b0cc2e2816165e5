import { Worker } from 'node:worker_threads';

/**
 * Ends this process when its client is gone, be it busy or not: one that is free notices by itself, one that is busy hears nothing, so
 * a thread of its own looks. `client` is the id of the client's process, null where it has none here; then whoever started this
 * process counts.
 */
export function endWith(client: number | null): void {
  const parent = process.ppid;
  const followed = { own: process.pid, client: client ?? parent, parent };
  // Nothing that the environment would have this process load is needed there.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const watcher = new Worker(`(${watch})(${JSON.stringify(followed)})`, { eval: true, execArgv: [], env });
  // Without threads the process still ends whenever it comes to rest.
  watcher.on('error', () => undefined);
  watcher.unref();
}

interface Followed {
  readonly own: number;
  readonly client: number;
  readonly parent: number;
}

/** Runs in the thread, as text: it knows nothing of what stands around it, not even an import of `process`. */
function watch({ own, client, parent }: Followed): void {
  const everyMs = 1000;
  // One that is free ends by itself within three seconds, and with the right status.
  const forgiven = 5;
  let missed = 0;
  const isGone = (): boolean => {
    // A process that nobody has buried still answers; its children have another parent by then.
    if (client === parent && process.ppid !== parent) return true;
    try {
      process.kill(client, 0);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  };
  setInterval(() => {
    missed = isGone() ? missed + 1 : 0;
    if (missed > forgiven) process.kill(own, 'SIGKILL');
  }, everyMs);
}
