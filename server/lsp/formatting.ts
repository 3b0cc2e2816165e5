import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { formatTables } from '../features/format';
import type { CellLayout } from '../form/written';
import { toRange, toSpan } from './convert';
import type { Opened } from './documents';
import type { Feature } from './host';
import type { TableLayout } from './settings';

/**
 * The languages for which this is offered as the formatter. Those of Markdown and HTML have others, and a second one would make the
 * editor ask which to use, in every document; our client asks for the edits by a command there.
 */
const documentSelector = [{ language: 'nianbao' }, { language: 'plaintext' }];

/** Tables are laid out anew, one edit a table, when users ask for it; null leaves a document that is no report as it is. */
export const formatting: Feature = ({ connection, client, guard, whenReady }) => {
  connection.onDocumentFormatting(guard.answer('formatting', (opened) => editsIn(opened)));
  connection.onDocumentRangeFormatting(
    guard.answer('rangeFormatting', (opened, { range }) => editsIn(opened, range)),
  );
  if (!client.registersFormatting) {
    return { documentFormattingProvider: true, documentRangeFormattingProvider: true };
  }
  whenReady(() => {
    void connection.client.register(DocumentFormattingRequest.type, { documentSelector });
    void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
  });
  return {};
};

const editsIn = (opened: Opened, range?: Range): TextEdit[] =>
  opened.reports.flatMap(({ document, analysis }) => {
    const whole = { start: 0, end: analysis.text.length };
    return formatTables(analysis, layoutOf(opened), range ? toSpan(document, range) : whole).map(
      ({ span, newText }) => ({ range: toRange(document, span), newText }),
    );
  });

const layouts: Readonly<Record<Exclude<TableLayout, 'auto'>, CellLayout>> = {
  tabs: 'tab',
  pipes: 'pipe',
  markdown: 'markdown',
  aligned: 'aligned',
};

function layoutOf({ document, settings }: Opened): CellLayout {
  if (settings.tables !== 'auto') return layouts[settings.tables];
  return document.languageId === 'markdown' ? 'markdown' : 'tab';
}
