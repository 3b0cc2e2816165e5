import type { Limit } from '../../workspace/limit';
import type { Means } from '../../workspace/read';
import type { Files } from './files';

/** What the server is given by the machine that it runs on; what is missing it does without. */
export interface Machine {
  /** Without files only what is open is known. */
  readonly files?: Files;
  /** Stops work on one text that does not come to its end. */
  readonly limit?: Limit;
  /** Has a document read by a program of its own. */
  readonly apart?: Means['apart'];
  /** Told who is served once the client has introduced itself: the id of its process, if it has one here. */
  follow?(client: number | null): void;
}

/** No limit at all: for where there is no clock that could stop what is running. */
export const unlimited: Limit = (work) => work();
