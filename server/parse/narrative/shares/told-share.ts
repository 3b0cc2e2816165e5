import type { ShareRelation } from '../../../report/relation';

/** What the percentage at `at` is a share of, as far as it is told beside it. */
export type Told = Pick<ShareRelation, 'part' | 'wholes'> & Partial<Pick<ShareRelation, 'ratios' | 'bound'>>;

/** What the words between 占 and its percentage name: all applications, all that was settled, answered or came in, all disputes of a kind, or a class of results by its key. */
export type NamedWhole =
  | 'all'
  | 'settled'
  | 'answered'
  | 'receivedNew'
  | 'disputes'
  | 'refused'
  | 'unable'
  | 'notProcessed';
