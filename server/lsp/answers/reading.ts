import { type Mark, readingOf } from '../../features/showing/reading';
import type { Feature } from '../documents/host';
import * as messages from '../messages/messages';
import { toRange } from '../protocol/convert';
import type { Page } from '../protocol/page';

/** How a document was read, for the view that shows it over the text. */
export const reading: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.reading,
    guard.answer<messages.DocumentParams, messages.DocumentReading>('reading', (opened) => {
      const readings = opened.reports.map(({ document, analysis }) => {
        const { marks, numerals } = readingOf(analysis);
        return { marks: marks.map((mark) => toMark(document, mark)), numerals };
      });
      const count = (kind: messages.ReadingClass): number =>
        readings.reduce((sum, { numerals }) => sum + numerals[kind], 0);
      return {
        version: opened.document.version,
        marks: readings.flatMap(({ marks }) => marks),
        numerals: Object.fromEntries(
          messages.readingClasses.map((kind) => [kind, count(kind)]),
        ) as messages.DocumentReading['numerals'],
      };
    }),
  );
  return {};
};

const toMark = (document: Page, { span, class: kind, description }: Mark): messages.ReadingMark => ({
  range: toRange(document, span),
  class: kind,
  description,
});
