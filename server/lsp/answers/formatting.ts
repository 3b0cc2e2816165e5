import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { formatTables } from '../../features/writing/format';
import { tableOf } from '../../form/form';
import type { CellLayout } from '../../form/written';
import type { Edit } from '../../report/finding';
import { changesBetween } from '../../text/changes';
import type { Opened } from '../documents/documents';
import type { Feature } from '../documents/host';
import type { TableLayout } from '../documents/settings';
import * as messages from '../messages/writing';
import { toRange, toSpan } from '../protocol/convert';

/**
 * The languages for which this is offered as the formatter. Those of Markdown and HTML have others, and a second one would make the
 * editor ask which to use, in every document; our client asks for the edits by a command there.
 */
const documentSelector = [{ language: 'nianbao' }, { language: 'plaintext' }];

/** Tables are laid out anew when users ask for it, with as little changed as can be; null leaves a document that is no report as it is. */
export const formatting: Feature = ({ connection, client, guard, whenReady }) => {
  connection.onDocumentFormatting(guard.answer('formatting', (opened) => formattingIn(opened).edits));
  connection.onDocumentRangeFormatting(
    guard.answer('rangeFormatting', (opened, { range }) => formattingIn(opened, range).edits),
  );
  connection.onRequest(
    messages.formatTables,
    guard.answer<messages.FormatParams, messages.Formatting>('formatTables', (opened, { range }) =>
      formattingIn(opened, range ?? undefined),
    ),
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

function formattingIn(opened: Opened, range?: Range) {
  const layout = layoutOf(opened);
  const edits: TextEdit[] = [];
  const left: string[] = [];
  let [found, count] = [0, 0];
  for (const { document, analysis } of opened.reports) {
    const { text, report } = analysis;
    const span = range ? toSpan(document, range) : { start: 0, end: text.length };
    const formatted = formatTables(analysis, layout, span);
    found += report.tables.length;
    count += formatted.edits.length;
    left.push(...formatted.left.map((id) => tableOf(report.form, id).name));
    edits.push(
      ...formatted.edits
        .flatMap((edit) => leastOf(text, edit))
        .map(({ span: at, newText }) => ({
          range: toRange(document, at),
          newText,
        })),
    );
  }
  return { version: opened.document.version, edits, found, count, left };
}

/** What changes by an edit, so that the cursor stays in its cell. */
const leastOf = (text: string, { span: { start, end }, newText }: Edit): Edit[] =>
  changesBetween(text.slice(start, end), newText).map((change) => ({
    ...change,
    span: { start: start + change.span.start, end: start + change.span.end },
  }));

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
