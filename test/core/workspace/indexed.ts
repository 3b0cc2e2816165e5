import assert from 'node:assert/strict';
import type { Neighbours } from '../../../server/report/neighbours';
import { createShelf } from '../../../server/workspace/filed';
import { createIndex, type ReportIndex } from '../../../server/workspace/reports';
import { reportOf, type Whose } from '../support/whose';

const shelf = createShelf();
/** An agency of these tests. */
export const agency = '云溪县水务局';

/** Files a report; answers whether that changes anything. */
export const file = (index: ReportIndex, document: string, whose: Whose): boolean =>
  index.set(document, [shelf.file({ document, text: reportOf(whose) })]);

/** An index of reports that are told apart by their figures. */
export function indexOf(reports: Readonly<Record<string, Whose>>): ReportIndex {
  const index = createIndex();
  for (const [document, whose] of Object.entries(reports)) file(index, document, whose);
  return index;
}

/** What the only report of a document is held against; undefined where nothing is at hand. */
export function neighbours(index: ReportIndex, document: string): Neighbours | undefined {
  const [filed] = index.get(document) ?? [];
  assert.ok(filed, document);
  return index.neighboursOf(filed);
}

/** Where last year’s report is; undefined where there is none. */
export const lastYear = (index: ReportIndex, document: string): string | undefined =>
  neighbours(index, document)?.lastYear?.document;
