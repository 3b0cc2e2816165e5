import { say } from '../../text/say';
import { demandsOn, type Notice, readDemands } from '../../workspace/demands';
import { Failure } from '../../workspace/failure';
import type { Whose } from '../../workspace/identity';
import { complain, type Io } from '../streams/io';
import type { Call } from './args';
import { optionText } from './option-file';

/** What is looked at of a report to see which notices are for it. */
interface Addressed {
  readonly report: Whose;
  readonly document: string;
}

/** The call with what `--demands` states; throws a Failure that names the place where the file says something else. */
export async function withDemands(call: Call, io: Io): Promise<Call> {
  const file = call.values.demands;
  if (file === undefined) return call;
  const read = readDemands(await optionText(file, io));
  if ('fault' in read) throw new Failure(say`${file}：${read.fault}`);
  return { ...call, notices: read.notices };
}

/** Complains of notices that demand nothing of any of the reports: nobody is to take that for a demand that is met. */
export function complainOfUnused(
  { notices = [], values }: Call,
  reports: readonly Addressed[],
  io: Io,
): void {
  const isUsed = (notice: Notice): boolean =>
    reports.some(({ report, document }) => demandsOn([notice], report, document).length > 0);
  for (const notice of notices)
    if (!isUsed(notice))
      complain(
        io,
        say`${values.demands ?? ''}：“${notice.source}”没有用到：它所说的机关和年度，这里没有一份年报是`,
      );
}
