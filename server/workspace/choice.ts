import { documentOf, type Filed } from '../report/neighbours';
import type { Identity, Whose } from './identity';
import { segmentsOf } from './paths';

/** A report as far as others are looked for beside it. */
export interface Known extends Pick<Filed, 'document' | 'text' | 'excerpt'> {
  readonly report: Whose;
}

/** A report with what is compared of it. */
export interface Entry<F extends Known> extends Partial<Identity> {
  readonly filed: F;
  /** All its figures: two reports with the same are copies of one. */
  readonly figures: string;
  /** Its folder, but for years in the names. */
  readonly folder: string;
}

/** One report for an agency and a year, with others that were passed over, or several of which nobody knows which counts. */
export type Choice<F extends Known> =
  | { readonly certain: Entry<F>; readonly others: readonly Entry<F>[] }
  | { readonly doubtful: readonly Entry<F>[] }
  | undefined;

/** The folder of a report, but for years in the names. */
export const folderOf = (own: Pick<Known, 'document' | 'excerpt'>): string =>
  segmentsOf(documentOf(own))
    .slice(0, -1)
    .map((name) => name.replace(/20[0-9]{2}/gu, '#'))
    .join('/');

/**
 * The one of several reports on one agency and year that a report in `folder` is held against: where they differ, the one that
 * lies there too, but for years in the names. The others are passed over, but for those that belong to a report beside them.
 */
export function pick<F extends Known>(
  folder: string,
  candidates: readonly Entry<F>[],
  siblings: readonly Entry<F>[],
  isClear: boolean,
): Choice<F> {
  if (candidates.length === 0) return undefined;
  const near = candidates.filter((each) => each.folder === folder);
  if (isClear && isOne(candidates))
    return { certain: first(near.length > 0 ? near : candidates), others: [] };
  if (!isOne(near)) return { doubtful: candidates };
  const certain = first(near);
  const others = candidates.filter(
    (each) => each.figures !== certain.figures && !siblings.some((sibling) => sibling.folder === each.folder),
  );
  return { certain, others };
}

/** Whether all have the same figures, and there are some. */
export const isOne = <F extends Known>(entries: readonly Entry<F>[], same = entries[0]?.figures): boolean =>
  entries.length > 0 && entries.every(({ figures }) => figures === same);

/** Of copies always the same one. */
const first = <F extends Known>(copies: readonly Entry<F>[]): Entry<F> =>
  copies.reduce((one, other) => (other.filed.document < one.filed.document ? other : one));
