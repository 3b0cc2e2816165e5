import { exportedAs } from '../../export/exporting';
import { exportKinds, exportNames } from '../../export/kinds';
import { rulePage } from '../../rules/pages';
import type { Opened } from '../documents/documents';
import type { Feature } from '../documents/host';
import { base64Of } from '../messages/bytes';
import * as messages from '../messages/messages';
import { exportNameOf, lastName, linesNameOf } from '../protocol/file-name';

/** The questions that only our own client asks. */
export const custom: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.exportAs,
    guard.answer<messages.ExportParams, messages.ExportedFile | null>('exportAs', exportOf),
  );
  connection.onRequest(
    messages.rulePage,
    guard.always<messages.RulePageParams, string | null>('rulePage', ({ id }) => rulePage(id) ?? null),
  );
  connection.onRequest(messages.alive, () => true);
  return {};
};

/** All reports of the document in one file, or, as what takes only one, the first. */
function exportOf(
  { document: { uri }, reports }: Opened,
  { to }: messages.ExportParams,
): messages.ExportedFile | null {
  const [first] = reports;
  if (!first || !exportNames.includes(to)) return null;
  const isAlone = reports.length === 1;
  const { content, left } = exportedAs(
    to,
    reports.map(({ analysis }, index) => ({
      file: lastName(uri),
      part: isAlone ? undefined : index + 1,
      analysis,
    })),
  );
  const fileName =
    to === 'json' && !isAlone
      ? linesNameOf(uri)
      : exportNameOf(uri, first.analysis.report, exportKinds[to].ending);
  const written = typeof content === 'string' ? { text: content } : { base64: base64Of(content) };
  return { ...written, fileName, reports: reports.length, left };
}
