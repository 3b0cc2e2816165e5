import { promises as fs, fstatSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { asHand } from './cli/crew';
import { serveOrders } from './cli/hand';
import { complain, exit } from './cli/io';
import { withProgress } from './cli/progress';
import { run } from './cli/run';
import { reasonOf } from './workspace/reason';

const silent = {
  cwd: process.cwd(),
  isTerminal: process.stdout.isTTY === true,
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  traces: Boolean(process.env.NIANBAO_DEBUG),
  input: process.stdin,
  write: (text: string): Promise<void> =>
    text === '' ? Promise.resolve() : new Promise((written) => process.stdout.write(text, () => written())),
  async writesTo(file: string): Promise<boolean> {
    const [own, other] = [fstatSync(process.stdout.fd), await fs.stat(file)];
    return own.isFile() && own.ino === other.ino && own.dev === other.dev;
  },
  untilStopped(): AbortSignal {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
    return controller.signal;
  },
  writeError: (text: string) => void process.stderr.write(text),
};
const io = withProgress(silent, process.stderr.isTTY === true);

/** The server is a bundle of its own beside this one, so that a check does not load it. */
const serve = (): void => {
  require(path.join(__dirname, 'server.js'));
};

// Whoever reads the output may have seen enough: `nianbao check . | head` ends without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    complain(io, `标准输出：${reasonOf(error)}，结果没有写完`);
    process.exit(exit.failed);
  }
  process.exit();
});

// Whom nothing can be told learns from the status that something went wrong.
process.stderr.on('error', () => process.exit(exit.failed));

if (process.send && process.argv[2] === asHand) serveOrders();
else
  run(process.argv.slice(2), io, serve).then(
    (status) => {
      if (status !== undefined) process.exitCode = status;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
