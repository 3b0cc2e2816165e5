import { jsonOf } from '../../text/json';
import { say } from '../../text/say';
import { Failure } from '../../workspace/failure';
import { globOf } from '../../workspace/glob';
import type { Parts } from '../../workspace/parts';
import type { Io } from '../streams/io';
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
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (list) => Array.isArray(list) && list.every((each) => typeof each === 'string' && each !== ''),
  );
