import { readingOf } from '../features/reading';
import { toRange } from './convert';
import type { Feature } from './host';
import * as messages from './messages';

/** How a document was read, for the view that shows it over the text. */
export const reading: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.reading,
    guard.answer<messages.DocumentParams, messages.DocumentReading>('reading', ({ document, analysis }) => {
      const { marks, numerals } = readingOf(analysis);
      return {
        version: document.version,
        marks: marks.map(({ span, class: kind, description }) => ({
          range: toRange(document, span),
          class: kind,
          description,
        })),
        numerals,
      };
    }),
  );
  return {};
};
