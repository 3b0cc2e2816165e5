import type { Tongue } from '../../tongues/tongues';
import type { Limit } from '../../workspace/limit';
import type { Means } from '../../workspace/read';
import type { Files } from './files';

/** What the server is given by the machine that it runs on; what is missing it does without. */
export interface Machine {
  /** Without files only what is open, or the client reaches, is known. */
  readonly files?: Files;
  /** Stops work on one text that does not come to its end. */
  readonly limit?: Limit;
  /** Has documents read by programs of their own, which lie at the address that the client tells, if it does. */
  apart?(programs: string | undefined): Means['apart'];
  /** Says all in a tongue from then on, of which the catalogue may lie at the address that the client tells; all is Chinese without it. */
  speak?(tongue: Tongue, programs: string | undefined): Promise<void>;
  /** Told who is served once the client has introduced itself: the id of its process, if it has one here. */
  follow?(client: number | null): void;
}

/** No limit at all: for where there is no clock that could stop what is running. */
export const unlimited: Limit = (work) => work();
