import { Unwritable } from '../../documents/writing/changes';
import { Failure } from '../../workspace/failure';
import { reasonOf } from '../../workspace/reason';
import type { FileRefusal } from '../messages/files';

/** What was foreseen, or the file system says, is an answer; anything else is a fault of ours and stays one. */
export async function refusing<T>(work: () => Promise<T>): Promise<T | FileRefusal> {
  try {
    return await work();
  } catch (error) {
    const isForeseen =
      error instanceof Failure || error instanceof Unwritable || (error instanceof Error && 'code' in error);
    if (isForeseen) return { refusal: reasonOf(error) };
    throw error;
  }
}
