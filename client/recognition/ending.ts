import {
  type Disposable,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { readsLikeReport } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { baseName } from '../editor/names';
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
    offer(document).catch((error) => tell(log, `没有改名：${messageOf(error)}`, error));
  });
}

const isWithoutEnding = (uri: Uri): boolean => !baseName(uri).includes('.');

async function offer(document: TextDocument): Promise<void> {
  const { uri } = document;
  const target = uri.with({ path: `${uri.path}.${endingOf(document)}` });
  if (await exists(target)) return;
  const rename = `改名为“${baseName(target)}”`;
  const message = '年报存成了没有扩展名的文件，别的程序可能打不开。';
  if ((await window.showInformationMessage(message, rename)) !== rename) return;
  const change = new WorkspaceEdit();
  change.renameFile(uri, target);
  if (!(await workspace.applyEdit(change))) throw new Error('VS Code 没有改名');
}
