import {
  type Disposable,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { readsLikeReport } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { baseName } from '../editor/names';
import { inform } from '../editor/say';
import { exists } from '../editor/write';
import { endingOf } from './saving';

/**
 * Offers an ending for a report that was saved under a name without one, as VS Code proposes for texts that have no file yet; nothing
 * can make it propose another. Once a file.
 */
export function offerEnding(log: LogOutputChannel): Disposable {
  const asked = new Set<string>();
  return workspace.onDidSaveTextDocument((document) => {
    const { uri } = document;
    if (!isWithoutEnding(uri) || asked.has(uri.toString()) || !readsLikeReport(document.getText())) return;
    asked.add(uri.toString());
    offer(document).catch((error) => tell(log, l10n.t('It was not renamed: {0}', messageOf(error)), error));
  });
}

const isWithoutEnding = (uri: Uri): boolean => !baseName(uri).includes('.');

async function offer(document: TextDocument): Promise<void> {
  const { uri } = document;
  const target = uri.with({ path: `${uri.path}.${endingOf(document)}` });
  if (await exists(target)) return;
  const rename = l10n.t('Rename to “{0}”', baseName(target));
  const message = l10n.t(
    'The report was saved as a file without an extension, which other programs may not open.',
  );
  if ((await inform(message, rename)) !== rename) return;
  const change = new WorkspaceEdit();
  change.renameFile(uri, target);
  if (!(await workspace.applyEdit(change))) throw new Error(l10n.t('VS Code did not rename it'));
}
