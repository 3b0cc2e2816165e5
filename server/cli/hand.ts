import process from 'node:process';
import { Readable } from 'node:stream';
import { reasonOf } from '../workspace/reason';
import { checkWorks } from './checking';
import type { Hire, Order, Reply, Works } from './crew';
import { exportWorks } from './exporting';

/** The works that a process is hired for. */
function worksFor({ call, at }: Hire): Works {
  // What stands on standard input is read by who hires.
  const surroundings = { ...at, input: Readable.from([]) };
  return call.command === 'export' ? exportWorks(call, surroundings) : checkWorks(call, surroundings);
}

/** Does what another process orders, one after another, as long as that is there. */
export function serveOrders(): void {
  let works: Works = {};
  let last = Promise.resolve();
  // Who presses Ctrl+C means the other one, which may have a last word to say.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', (message: Hire | Order) => {
    if ('call' in message) {
      works = worksFor(message);
      void say({ isReady: true });
    } else last = last.then(() => obey(works, message));
  });
}

async function obey(works: Works, { name, task }: Order): Promise<void> {
  try {
    await say({ answer: await works[name]?.(task as never) });
  } catch (error) {
    await say({ error: reasonOf(error) });
  }
}

const say = (reply: Reply): Promise<void> =>
  new Promise((said) => process.send?.(reply, undefined, undefined, () => said()));
