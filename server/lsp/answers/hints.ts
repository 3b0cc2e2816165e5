import type { InlayHint, InlayHintParams, Range } from 'vscode-languageserver';
import { hints } from '../../features/showing/hints';
import { say } from '../../text/say';
import type { Served } from '../documents/documents';
import type { Feature } from '../documents/host';
import { toSpan } from '../protocol/convert';

/** Behind figures that do not add up, what they would have to be; none where users do not want them. */
export const inlayHints: Feature = ({ connection, client, documents, due, guard, settings }) => {
  connection.languages.inlayHint.on(
    guard.answer('inlayHint', (opened, { range }: InlayHintParams) =>
      // Where findings wait for saving these do too.
      opened.settings.hints && due.isDue(opened)
        ? opened.reports.flatMap((served) => hintsIn(served, range))
        : [],
    ),
  );
  const refresh = (): void => {
    if (!client.refreshesInlayHints) return;
    connection.languages.inlayHint
      .refresh()
      .catch((error: unknown) => connection.console.warn(say`${'inlayHint'}：${String(error)}`));
  };
  settings.onDidChange(refresh);
  documents.all.onDidSave(async ({ document: { uri } }) => {
    if ((await settings.of(uri)).run === 'onSave') refresh();
  });
  return { inlayHintProvider: true };
};

function hintsIn({ document, analysis }: Served, range: Range): InlayHint[] {
  const { start, end } = toSpan(document, range);
  return hints(analysis)
    .filter(({ offset }) => start <= offset && offset <= end)
    .map(({ offset, text }) => ({ position: document.positionAt(offset), label: text, paddingLeft: true }));
}
