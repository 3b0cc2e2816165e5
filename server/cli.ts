import { promises as fs, fstatSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { AgentServer } from './cli/desk';
import { serveOrders } from './cli/hand';
import { asHand } from './cli/processes/crew';
import { type Programs, run } from './cli/run';
import { complain, exit, type Io } from './cli/streams/io';
import { withProgress } from './cli/streams/progress';
import { say } from './text/say';
import { localeIn } from './tongues/asked';
import { spoken, tongueOf } from './tongues/tongues';
import { Failure } from './workspace/failure';
import { reasonOf } from './workspace/reason';
import { speakHere } from './workspace/tongue';

/** The working folder; the program ends where it was deleted meanwhile, since all names would be of another. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    process.stderr.write(`nianbao: ${say`当前文件夹：${reasonOf(error)}；请先用 cd 换到别的文件夹`}\n`);
    process.exit(exit.failed);
  }
}

/** What is read as `-`; rejects with a Failure where it fails, and where it is a folder, which Node takes for something empty. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  try {
    if (isFolder(0)) throw Object.assign(new Error(), { code: 'EISDIR' });
    yield* process.stdin;
  } catch (error) {
    throw new Failure(say`标准输入：${reasonOf(error)}`);
  }
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    // Windows cannot tell of all that may stand there, and has no folders there.
    return false;
  }
}

/** What a command touches of this process. */
const surroundings = (): Io =>
  withProgress(
    {
      cwd: workingFolder(),
      isTerminal: process.stdout.isTTY === true,
      colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
      traces: Boolean(process.env.NIANBAO_DEBUG),
      input: standardInput(),
      write: (text: string): Promise<void> =>
        text === ''
          ? Promise.resolve()
          : new Promise((written) => process.stdout.write(text, () => written())),
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
    },
    process.stderr.isTTY === true,
  );

/** Bundles of their own beside this one, so that a check does not load them. */
const programs: Programs = {
  languageServer: () => void require(path.join(__dirname, 'server.js')),
  agentServer: (desk) => (require(path.join(__dirname, 'mcp.js')) as AgentServer).serveAgents(desk, spoken()),
};

/** Runs what the arguments ask for; what goes wrong before they are read is told in the tongue that they name as well. */
async function begin(args: readonly string[]): Promise<void> {
  const { locale } = localeIn(args);
  await speakHere(tongueOf(locale || undefined));
  const io = surroundings();
  // Whoever reads the output may have seen enough: `nianbao check . | head` ends without a word, but 0 would say that all was well.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') complain(io, say`标准输出：${reasonOf(error)}，结果没有写完`);
    process.exit(exit.failed);
  });
  const status = await run(args, io, programs);
  if (status !== undefined) process.exitCode = status;
}

// Whom nothing can be told learns from the status that something went wrong.
process.stderr.on('error', () => process.exit(exit.failed));

if (process.send && process.argv[2] === asHand) serveOrders();
else
  begin(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
