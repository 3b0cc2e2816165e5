import { isObject, jsonOf } from '../../text/json';
import { listed, say } from '../../text/say';
import type { Known } from '../../workspace/choice';
import { Failure } from '../../workspace/failure';
import { globOf } from '../../workspace/glob';
import { candidateOf, type Parts, unusedIn } from '../../workspace/parts';
import { complain, type Io } from '../streams/io';
import type { Call } from './args';
import { optionText } from './option-file';

/** Reads which agencies belong to which from a JSON file; throws a Failure where it says something else. */
export async function partsFrom(file: string, io: Io): Promise<Parts> {
  const value = jsonOf(await optionText(file, io));
  if (!isParts(value)) throw new Failure(say`${file}：应为 JSON 对象，如 {"某县人民政府": ["某县*局"]}`);
  for (const [parent, list] of Object.entries(value))
    for (const { fault } of list.map((each) => globOf(each)))
      if (fault !== undefined) throw new Failure(say`${file}：“${parent}”的通配符${fault}`);
  return value;
}

const isParts = (value: unknown): value is Parts =>
  isObject(value) &&
  Object.values(value).every(
    (list) => Array.isArray(list) && list.every((each) => typeof each === 'string' && each !== ''),
  );

/** Complains of what the list names and no report is of: a slip in a name is not to pass for an agency that lacks nothing. */
export function complainOfUnusedParts(
  { values }: Call,
  parts: Parts,
  reports: readonly Pick<Known, 'document' | 'report'>[],
  io: Io,
): void {
  const candidates = reports.map(({ document, report }) => candidateOf(document, report));
  for (const { whole, hasReport, unmatched } of unusedIn(parts, candidates)) {
    if (!hasReport) complain(io, say`${values.parts ?? ''}：“${whole}”没有用到：这里没有它的年报`);
    if (unmatched.length > 0)
      complain(io, say`${values.parts ?? ''}：“${whole}”的名单里，这里没有年报相符的：${listed(unmatched)}`);
  }
}
