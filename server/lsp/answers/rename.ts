import { ErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { agencyAt, renamed, whyNoName } from '../../features/writing/rename';
import { say } from '../../text/say';
import type { Served } from '../documents/documents';
import type { Feature } from '../documents/host';
import { toRange } from '../protocol/convert';
import { toWorkspaceEdit } from '../protocol/edits';

/** The agency of a report under another name, wherever the report has it in full. */
export const rename: Feature = ({ connection, client, guard }) => {
  connection.onPrepareRename(
    guard.at('prepareRename', (served, { position }): Range => agencyRange(served, position)),
  );
  connection.onRenameRequest(
    guard.at('rename', (served, { position, newName }): WorkspaceEdit => {
      agencyRange(served, position);
      const why = whyNoName(newName);
      if (why !== undefined) throw refusal(why);
      const { document, analysis } = served;
      return toWorkspaceEdit(document, [{ edits: renamed(analysis, newName.trim()) }], client);
    }),
  );
  return { renameProvider: { prepareProvider: true } };
};

/** Where the name at a place stands; throws what tells users why nothing there can be renamed. */
function agencyRange({ document, analysis }: Served, position: Range['start']): Range {
  const place = agencyAt(analysis, document.offsetAt(position));
  if (place) return toRange(document, place);
  const name = analysis.report.agency?.value;
  throw refusal(
    name ? say`只能给报告的机关改名：请把光标放在“${name}”上` : say`没有读出这是哪个机关的报告，不能改名`,
  );
}

// Editors show the message.
const refusal = (message: string): ResponseError<void> =>
  new ResponseError(ErrorCodes.InvalidParams, message);
