import { documentOf } from '../../report/neighbours';
import type { Parts } from '../../workspace/parts';
import { createIndexOf } from '../../workspace/reports';
import type { Lost } from '../files/asked';
import type { DocumentPlaces } from '../files/document-places';
import type { Sent, Summary } from '../processes/sent';
import type { Checking, Read } from './check-one';
import type { Doubt } from './summary';

/** All reports of a call, each with those that it is held against. */
export interface Filing {
  /** Files the reports of a file. */
  add(file: string, read: Read): void;
  /** Files one of which nothing came, in its place among the others. */
  lose(lost: Lost): void;
  /** The reports that were filed, in order. */
  readonly reports: readonly Sent[];
  /** The same with what was lost between them. */
  readonly entries: readonly (Sent | Lost)[];
  /** What has to be known to check one of them; asked for once of each. */
  checkingOf(report: Sent): Checking;
  /** What contradicts those that were asked for. */
  readonly doubts: readonly Doubt[];
}

/** A filing with nothing in it. */
export function createFiling(parts: Parts): Filing {
  const index = createIndexOf<Sent>(({ figures }: Summary) => figures);
  index.setParts(parts);
  const places = new Map<string, DocumentPlaces>();
  const reports: Sent[] = [];
  const entries: (Sent | Lost)[] = [];
  const doubts: Doubt[] = [];
  return {
    add(file, read) {
      if (read.places) places.set(file, read.places);
      reports.push(...read.reports);
      entries.push(...read.reports);
      const recognised = read.reports.filter(({ report }) => report.isRecognised);
      index.set(file, recognised);
    },
    lose: (lost) => void entries.push(lost),
    reports,
    entries,
    checkingOf(report) {
      const file = documentOf(report);
      const doubt = { file, doubtful: index.doubtsOf(report), passedOver: index.passedOverBy(report) };
      if (doubt.doubtful.length + doubt.passedOver.length > 0) doubts.push(doubt);
      const neighbours = index.neighboursOf(report);
      const beside = [report, neighbours?.lastYear, ...(neighbours?.parts?.found ?? [])];
      const documents = beside.flatMap((each) => (each ? [documentOf(each)] : []));
      const known = documents.flatMap((document) => {
        const own = places.get(document);
        return own ? [[document, own] as const] : [];
      });
      return { report, neighbours, places: new Map(known) };
    },
    doubts,
  };
}
