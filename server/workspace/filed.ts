import { parseReport } from '../parse/parse';
import type { Filed } from '../report/neighbours';
import type { Report } from '../report/report';

/** Files reports by their texts and keeps what the latest of them say; older ones are read again when they are asked for. */
export interface Shelf {
  file(document: string, text: string, report?: Report): Filed;
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
    file(document, text, report) {
      const filed: Filed = {
        document,
        text,
        get report() {
          return keep(filed, read.get(filed) ?? parseReport(text));
        },
      };
      if (report) keep(filed, report);
      return filed;
    },
  };
}
