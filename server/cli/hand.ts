import process from 'node:process';
import { Readable } from 'node:stream';
import { reasonOf } from '../workspace/reason';
import { speakHere } from '../workspace/tongue';
import { checkWorks } from './checking/check-one';
import { exportWorks } from './exporting/export-one';
import type { Hire, Order, Reply, Works } from './processes/crew';

/** The works that a process is hired for. */
async function worksFor({ call, tongue, at }: Hire): Promise<Works> {
  await speakHere(tongue);
  // What stands on standard input is read by who hires.
  const surroundings = { ...at, input: Readable.from([]) };
  return call.command === 'export' ? exportWorks(call, surroundings) : checkWorks(call, surroundings);
}

/** Does what another process orders, one after another, as long as that is there. */
export function serveOrders(): void {
  let works: Works = {};
  let last = Promise.resolve();
  const begin = async (hire: Hire): Promise<void> => {
    works = await worksFor(hire);
    await tell({ isReady: true });
  };
  // Who presses Ctrl+C means the other one, which may have a last word to say.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', (message: Hire | Order) => {
    last = last.then(() => ('call' in message ? begin(message) : obey(works, message)));
  });
}

async function obey(works: Works, { name, task }: Order): Promise<void> {
  try {
    await tell({ answer: await works[name]?.(task as never) });
  } catch (error) {
    await tell({ error: reasonOf(error) });
  }
}

const tell = (reply: Reply): Promise<void> =>
  new Promise((told) => process.send?.(reply, undefined, undefined, () => told()));
