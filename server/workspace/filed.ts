import { parseReport } from '../parse/parse';
import type { Excerpt } from '../parse/reports-in-text';
import type { Filed } from '../report/neighbours';
import type { Report } from '../report/report';

/** Between the name of a document and the number of a report in it; in no name of a file. */
const separator = '\0';

/** The reports of a document as they are filed. */
export function filedIn(document: string, excerpts: readonly Excerpt[]): readonly Filed[] {
  if (excerpts.length === 1) return excerpts.map(({ text, report }) => ({ document, text, report }));
  return excerpts.map(({ text, report, origin }, index) => ({
    document: `${document}${separator}${index + 1}`,
    text,
    report,
    excerpt: { of: document, part: index + 1, origin },
  }));
}

/** Files reports by their texts and keeps what the latest of them say; older ones are read again when they are asked for. */
export interface Shelf {
  file(filed: Pick<Filed, 'document' | 'text' | 'excerpt'>, report?: Report): Filed;
}

/** A report that was read takes several times the place of its text: of thousands, these many stay as they were read. */
const mostRead = 256;

/** Makes a shelf; it holds on to the `most` reports that were asked for last. */
export function createShelf(most = mostRead): Shelf {
  const read = new Map<object, Report>();
  const keep = (filed: object, report: Report): Report => {
    read.delete(filed);
    read.set(filed, report);
    for (const oldest of read.keys()) {
      if (read.size <= most) break;
      read.delete(oldest);
    }
    return report;
  };
  return {
    file({ document, text, excerpt }, report) {
      const filed: Filed = {
        document,
        text,
        ...(excerpt && { excerpt }),
        get report() {
          return keep(filed, read.get(filed) ?? parseReport(text));
        },
      };
      if (report) keep(filed, report);
      return filed;
    },
  };
}
