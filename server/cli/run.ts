import { generator } from '../export/generator';
import { say } from '../text/say';
import { Failure } from '../workspace/failure';
import { speakHere } from '../workspace/tongue';
import { type Call, readArgs, tongueIn } from './arguments/args';
import { withDemands } from './arguments/demands';
import { helpText } from './arguments/help';
import { showRules } from './arguments/rules';
import { check } from './checking/check';
import { createDesk, type Desk } from './desk';
import { exportReports } from './exporting/export';
import { withListed } from './files/asked';
import { repeated } from './files/watch';
import { fix } from './fixing/fix';
import { complain, type ExitCode, exit, type Io } from './streams/io';

/** Programs that live on by themselves; each is loaded only when it is asked for. */
export interface Programs {
  languageServer(): void;
  /** Answers agents what the desk has for them. */
  agentServer(desk: Desk): void;
}

/**
 * Runs the command line and answers its exit status; undefined where a server was started that lives on. Mistakes of the caller
 * become one line on standard error.
 */
export async function run(
  args: readonly string[],
  io: Io,
  programs: Programs,
): Promise<ExitCode | undefined> {
  try {
    const { tongue, others } = tongueIn(args);
    await speakHere(tongue);
    const call = await withDemands(await withListed(readArgs(others), io), io);
    return await perform(call, io, programs);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    complain(io, error.message);
    return exit.failed;
  }
}

async function perform(call: Call, io: Io, programs: Programs): Promise<ExitCode | undefined> {
  switch (call.command) {
    case 'check':
      return call.switches.has('watch') ? repeated(call, io, () => check(call, io)) : check(call, io);
    case 'report':
      return check(call, io);
    case 'export':
      return exportReports(call, io);
    case 'fix':
      return fix(call, io);
    case 'rules':
      return showRules(call, io);
    case 'lsp':
      if (!call.switches.has('stdio')) throw new Failure(say`lsp 需要选项 --stdio`);
      programs.languageServer();
      return undefined;
    case 'mcp':
      programs.agentServer(await createDesk(call, io));
      return undefined;
    case 'version':
      await io.write(`${generator.version}\n`);
      return exit.clean;
    case 'help':
      await io.write(helpText(call.about));
      return exit.clean;
  }
}
