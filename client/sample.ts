import { window, workspace } from 'vscode';
import text from '../samples/青岚市水务局2024年政府信息公开工作年度报告.txt';
import { ownLanguage } from './documents';

/** Opens a made-up report with two wrong sums, in a document of its own: nothing of the user's is touched. */
export async function openSample(): Promise<void> {
  const document = await workspace.openTextDocument({ language: ownLanguage, content: text });
  await window.showTextDocument(document);
}
