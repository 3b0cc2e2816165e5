import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

/** The processes of the server that this window has started. */
export function servers(): readonly number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
    return Number(parent) === process.pid && command?.includes('dist/server.js') ? [Number(pid)] : [];
  });
}

/** Waits until the server is another than `before`. */
export async function serverOtherThan(before: number): Promise<number> {
  const deadline = Date.now() + 40_000;
  while (Date.now() < deadline) {
    const [pid] = servers().filter((each) => each !== before);
    if (pid !== undefined) return pid;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`the servers are still ${servers()}`);
}
