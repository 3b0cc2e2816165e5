import { generator } from '../export/generator';
import { Failure } from '../workspace/failure';
import { type Call, helpText, readArgs } from './args';
import { withListed } from './asked';
import { check } from './check';
import { exportReports } from './export';
import { fix } from './fix';
import { complain, type ExitCode, exit, type Io } from './io';
import { showRules } from './rules';
import { repeated } from './watch';

/**
 * Runs the command line and answers its exit status; undefined where a server was started that lives on. Mistakes of the caller
 * become one line on standard error.
 */
export async function run(args: readonly string[], io: Io, serve: () => void): Promise<ExitCode | undefined> {
  try {
    return await perform(await withListed(readArgs(args), io), io, serve);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    complain(io, error.message);
    return exit.failed;
  }
}

async function perform(call: Call, io: Io, serve: () => void): Promise<ExitCode | undefined> {
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
      if (!call.switches.has('stdio')) throw new Failure('lsp 需要选项 --stdio');
      serve();
      return undefined;
    case 'version':
      await io.write(`${generator.version}\n`);
      return exit.clean;
    case 'help':
      await io.write(helpText(call.about));
      return exit.clean;
  }
}
