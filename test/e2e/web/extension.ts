import { type ExtensionContext, Uri, workspace } from 'vscode';
import report from '../workspace/示例县水务局2023年政府信息公开工作年度报告.txt';
import note from '../workspace/随笔.txt';
import { Memory } from './memory';

/** The files of test/e2e/workspace, under a scheme that the extension under test has never heard of. */
export function activate({ subscriptions }: ExtensionContext): void {
  const memory = new Memory();
  const folder = Uri.parse('memfs:/年报');
  memory.createDirectory(folder);
  for (const [name, text] of Object.entries({
    '示例县水务局2023年政府信息公开工作年度报告.txt': report,
    '随笔.txt': note,
  }))
    memory.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text));
  subscriptions.push(workspace.registerFileSystemProvider('memfs', memory, { isCaseSensitive: true }));
}
