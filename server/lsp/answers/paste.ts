import { analyze } from '../../analysis';
import { pasted } from '../../features/writing/paste';
import { looksLikeReport } from '../../parse/view/detect';
import { applyEdits } from '../../report/finding';
import { type Documents, reportsAt } from '../documents/documents';
import type { Feature } from '../documents/host';
import * as messages from '../messages/messages';

/** Tables of the form that are copied from Word, WPS or a browser, as rows of the document they are pasted into. */
export const paste: Feature = ({ connection, guard, documents }) => {
  connection.onRequest(
    messages.paste,
    guard.always('paste', (params) => pastedInto(documents, params)),
  );
  return {};
};

/** Null where the piece has no table of the form, or the document is no report, neither before nor with what is pasted. */
async function pastedInto(
  documents: Documents,
  { uri, position, end, html }: messages.PasteParams,
): Promise<messages.Pasted | null> {
  const opened = await documents.open(uri);
  const document = documents.get(uri);
  if (!document) return null;
  const [served] = opened ? reportsAt(opened, { start: position, end: position }) : [];
  const page = served?.document ?? document;
  const analysis = served?.analysis ?? analyze(document.getText());
  const span = { start: page.offsetAt(position), end: page.offsetAt(end) };
  // Where there is no table yet, a file of Markdown has them in its own layout.
  const isBare = document.languageId === 'markdown' && analysis.report.tables.length === 0;
  const newText = pasted(analysis, span, html, isBare ? 'markdown' : undefined);
  if (newText === undefined) return null;
  // The first thing that is done with a new document is to paste the report into it.
  const isReport =
    served || analysis.text.trim() === '' || looksLikeReport(applyEdits(analysis.text, [{ span, newText }]));
  return isReport ? { text: newText } : null;
}
