import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { mark, said, say } from '../../text/say';
import { type Tongue, tongue } from '../../tongues/tongues';
import { besideThis } from '../../workspace/apart';
import { Failure } from '../../workspace/failure';
import type { Call } from '../arguments/args';
import type { Surroundings } from '../streams/io';

// Other processes, not threads: where one of them dies, of a lack of memory or whatever else, all others live on.

/** What can be done for a command on one thing at a time: it needs only what it is given, and takes and answers plain data. */
export type Works = Readonly<Record<string, (task: never) => Promise<unknown>>>;

/** Who does the work of a command. */
export interface Crew<W extends Works> {
  /** The works, done wherever there is somebody for them; rejects with a Failure where that one died of it. */
  readonly works: W;
  /** How many tasks it is good to have given at a time. */
  ahead(): number;
  /** Ends all that was begun. */
  end(): void;
}

/** What a process is told first: which works it is for. */
export interface Hire {
  readonly call: Call;
  readonly tongue: Tongue;
  readonly at: Omit<Surroundings, 'input'>;
}

/** What it is told then. */
export interface Order {
  readonly name: string;
  readonly task: unknown;
}

/** What it says: that it is there, and how each order went. */
export type Reply = { readonly isReady: true } | { readonly answer: unknown } | { readonly error: string };

/** The argument by which the program knows that it is such a process. */
export const asHand = '--hand';

/** Other processes have to start, and to grow quick: of fewer files one has made an end before that pays (measured with 200 to 2,000). */
const fewest = 256;
/** A process with its reports takes about so much. */
const ownBytes = 512 * 1024 * 1024;
const mostJobs = 256;
/** Each has so many orders at a time, so that it need not wait for the next one. */
const perHand = 2;
/** So many for each are begun: one that takes long does not keep the others waiting. */
const aheadPerHand = 8;

/** How many processes there may be, and for how many tasks one is enough. Throws a Failure for what is no number of them. */
export function jobsOf({ values: { jobs: given = 'auto' } }: Call): {
  readonly most: number;
  readonly alone: number;
} {
  if (given === 'auto')
    return { most: Math.min(availableParallelism(), Math.floor(totalmem() / ownBytes)), alone: fewest };
  const most = Number(given);
  if (!/^\d{1,3}$/u.test(given) || most < 1 || most > mostJobs)
    throw new Failure(say`选项 --jobs 应为 1 到 ${mostJobs} 的整数或 auto，不是 ${given}`);
  return { most, alone: 0 };
}

/** Makes a crew for the works of a call, which this process does itself as long as there are few. */
export function createCrew<W extends Works>(
  call: Call,
  { cwd, colours, traces }: Surroundings,
  here: W,
): Crew<W> {
  const { most, alone } = jobsOf(call);
  if (most <= 1) return { works: here, ahead: () => 1, end() {} };
  const hands = new Hands({ call, tongue: tongue(), at: { cwd, colours, traces } }, here, most);
  const end = (): void => hands.end();
  process.once('exit', end);
  let given = 0;
  const shared = Object.entries(here).map(([name, work]) => [
    name,
    (task: never) => (++given <= alone ? work(task) : hands.do({ name, task })),
  ]);
  return {
    works: Object.fromEntries(shared) as W,
    ahead: () => (given < alone ? 1 : most * aheadPerHand),
    end() {
      process.off('exit', end);
      end();
    },
  };
}

interface Given extends Order {
  readonly done: (answer: unknown) => void;
  readonly failed: (error: unknown) => void;
}

interface Hand {
  readonly process: ChildProcess;
  /** What it was given and has not answered. */
  readonly orders: Given[];
  isReady: boolean;
}

/** The processes: begun when there is work for them, and replaced where they die. */
class Hands {
  private readonly hands = new Set<Hand>();
  private readonly waiting: Given[] = [];

  constructor(
    private readonly hired: Hire,
    private readonly here: Works,
    /** How many there may be; fewer where they cannot be started. */
    private most: number,
  ) {}

  do(order: Order): Promise<unknown> {
    return new Promise((done, failed) => {
      this.waiting.push({ ...order, done, failed });
      this.give();
    });
  }

  end(): void {
    for (const { process } of this.hands) process.kill('SIGKILL');
    this.hands.clear();
  }

  private give(): void {
    while (this.waiting.length > 0) {
      const hand = this.free();
      if (!hand) break;
      const order = this.waiting.shift() as Given;
      hand.orders.push(order);
      hand.process.send({ name: order.name, task: order.task }, ignore);
    }
    if (this.most > 0) return;
    // Where no other process can be had, there is this one.
    for (const { name, task, done, failed } of this.waiting.splice(0))
      this.here[name]?.(task as never).then(done, failed);
  }

  private free(): Hand | undefined {
    const [first] = [...this.hands].sort((a, b) => a.orders.length - b.orders.length);
    if (this.hands.size < this.most && first?.orders.length !== 0) return this.hire();
    return first && first.orders.length < perHand ? first : undefined;
  }

  private hire(): Hand {
    const child = fork(besideThis('cli.js'), [asHand], {
      serialization: 'advanced',
      // What it says of its own death is told in a line by who sees it.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const hand: Hand = { process: child, orders: [], isReady: false };
    this.hands.add(hand);
    child.on('message', (reply: Reply) => this.hear(hand, reply));
    child.on('error', () => this.lose(hand));
    child.on('disconnect', () => this.lose(hand));
    child.send(this.hired, ignore);
    return hand;
  }

  private hear(hand: Hand, reply: Reply): void {
    if ('isReady' in reply) {
      hand.isReady = true;
      return;
    }
    const order = hand.orders.shift();
    if ('error' in reply) order?.failed(new Failure(reply.error));
    else order?.done(reply.answer);
    this.give();
  }

  /** What it was at is lost with it, what it had not begun is not. */
  private lose(hand: Hand): void {
    if (!this.hands.delete(hand)) return;
    hand.process.kill('SIGKILL');
    if (hand.isReady) hand.orders.shift()?.failed(new Failure(said(died)));
    else this.most--;
    this.waiting.unshift(...hand.orders);
    this.give();
  }
}

const died = mark`检查它的进程意外终止（可能是内存不够），已经放下`;

/** What could not be sent is told by the end of the process that it was sent to. */
const ignore = (): void => {};
