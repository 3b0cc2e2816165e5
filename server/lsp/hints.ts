import type { InlayHint } from 'vscode-languageserver';
import { hints } from '../features/hints';
import { toSpan } from './convert';
import type { Feature } from './host';

/** Behind figures that do not add up, what they would have to be; none where users do not want them. */
export const inlayHints: Feature = ({ connection, client, guard, settings }) => {
  connection.languages.inlayHint.on(
    guard.each('inlayHint', ({ document, analysis, settings: { hints: wanted } }, { range }) => {
      if (!wanted) return [];
      const { start, end } = toSpan(document, range);
      return hints(analysis)
        .filter(({ offset }) => start <= offset && offset <= end)
        .map(
          ({ offset, text }): InlayHint => ({
            position: document.positionAt(offset),
            label: text,
            paddingLeft: true,
          }),
        );
    }),
  );
  settings.onDidChange(() => {
    if (!client.refreshesInlayHints) return;
    connection.languages.inlayHint
      .refresh()
      .catch((error: unknown) => connection.console.warn(`inlayHint：${error}`));
  });
  return { inlayHintProvider: true };
};
