import { documentOf } from '../../report/neighbours';
import { say } from '../../text/say';
import { reasonOf } from '../../workspace/reason';
import type { Call } from '../arguments/args';
import { complainOfUnused } from '../arguments/demands';
import { complainOfUnusedParts, partsFrom } from '../arguments/parts';
import { complainOfLost, isStreamed, type Lost } from '../files/asked';
import { type From, statusOf, type Tally } from '../files/sources';
import { type Crew, createCrew } from '../processes/crew';
import { eachReport } from '../processes/each';
import { inOrder } from '../processes/in-order';
import type { Sent } from '../processes/sent';
import { type ExitCode, exit, type Io, writeAsIs } from '../streams/io';
import { checkWorks, type Outcome, reporterOf } from './check-one';
import { createFiling, type Filing } from './filing';
import type { Doubt } from './summary';

/**
 * Checks reports: 1 where something was found at or above `--fail-on`, 2 where a path could not be checked. All are read before the
 * first is checked, since any may be another's report of the year before; those that come as a stream are checked each by itself.
 */
export async function check(call: Call, io: Io): Promise<ExitCode> {
  const here = checkWorks(call, io);
  const parts = call.values.parts === undefined ? {} : await partsFrom(call.values.parts, io);
  const filing = createFiling(parts);
  const teller = createTeller(call, io);
  const { works, ahead, end } = createCrew(call, io, here);
  try {
    if (isStreamed(call)) {
      const use = (outcome: Outcome, { file }: From): Promise<void> => teller.tell(file, outcome);
      const read = await eachReport(call, io, {
        reading: works.answer,
        here: here.answer,
        ahead,
        use,
        lose: teller.lose,
      });
      return await teller.end(read, []);
    }
    const read = await eachReport(call, io, {
      reading: works.read,
      here: here.read,
      ahead,
      use: (made, { file }) => filing.add(file, made),
      lose: (lost) => filing.lose(lost),
    });
    complainOfUnused(call, filing.reports, io);
    complainOfUnusedParts(call, parts, filing.reports, io);
    await tellAll(filing, { works, ahead }, teller, io);
    return await teller.end(read, filing.doubts);
  } finally {
    end();
  }
}

/** Checks what was filed and tells of each in its turn, and of what was lost in its place. */
async function tellAll(
  { entries, reports, checkingOf }: Filing,
  { works, ahead }: Pick<Crew<ReturnType<typeof checkWorks>>, 'works' | 'ahead'>,
  teller: ReturnType<typeof createTeller>,
  io: Io,
): Promise<void> {
  const start = async (entry: Sent | Lost): Promise<Outcome> =>
    'error' in entry ? { failed: entry.error } : works.check(checkingOf(entry));
  let done = 0;
  for await (const { task, answer } of inOrder(entries, start, ahead)) {
    if ('error' in task) await teller.lose(task);
    else {
      await teller.tell(documentOf(task), await answer.catch(brokenDown));
      io.progress(say`已核对 ${++done} / ${reports.length} 份`);
    }
  }
  io.progress('');
}

const brokenDown = (error: unknown): Outcome => ({ failed: reasonOf(error) });

/** Tells what came of reports, one after another. */
function createTeller(call: Call, io: Io) {
  const reporter = reporterOf(call, io);
  // What is for people has colours, and of the reports only what does nothing.
  const isForPeople = call.values.format === 'text' && !isStreamed(call);
  const put = (text: string): Promise<void> => (isForPeople ? io.write(text) : writeAsIs(io, text));
  const lose = (lost: Lost): Promise<void> => put(reporter.lose(lost));
  let found = false;
  let failed = 0;
  return {
    lose,
    async tell(file: string, outcome: Outcome): Promise<void> {
      if ('failed' in outcome) {
        failed++;
        const lost = { file, error: outcome.failed };
        complainOfLost(call, lost, io);
        return lose(lost);
      }
      found ||= outcome.isFailing;
      if (outcome.traces !== '') io.writeError(outcome.traces);
      await put(reporter.take(outcome.one as never));
    },
    async end(read: Tally, doubts: readonly Doubt[]): Promise<ExitCode> {
      const tally = { ...read, failed: read.failed + failed };
      await put(reporter.end(tally, doubts));
      return statusOf(tally) || (found ? exit.found : exit.clean);
    },
  };
}
