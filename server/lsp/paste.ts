import { pasted } from '../features/paste';
import type { Feature } from './host';
import * as messages from './messages';

/** Tables of the form that are copied from Word, WPS or a browser, as rows of the document they are pasted into. */
export const paste: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.paste,
    guard.at<messages.PasteParams, messages.Pasted | null>(
      'paste',
      ({ document, analysis }, { position, end, html }) => {
        const span = { start: document.offsetAt(position), end: document.offsetAt(end) };
        const text = pasted(analysis, span, html);
        return text === undefined ? null : { text };
      },
    ),
  );
  return {};
};
