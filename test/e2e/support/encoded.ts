import {
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { fileUri } from './editor';
import { cleanText } from './report';

/** A report on the disk in one encoding, opened in another. */
interface Opening {
  readonly name: string;
  readonly text: string;
  readonly written: string;
  readonly opened: string;
}

/** The beginning of a report in the script that Big5 has. */
const traditional = `示例縣水務局2023年政府信息公開工作年度報告

一、總體情況
全年主動公開政府信息120條，收到公開申請8件。

二、主動公開政府信息情況
規章\t0\t0\t0
行政規範性文件\t1\t0\t3
行政許可\t12

三、收到和處理政府信息公開申請情況
四、政府信息公開行政複議、行政訴訟情況
五、存在的主要問題及改進情況
六、其他需要報告的事項
`;

/** A report that an encoding can hold. */
export const textFor = async (encoding: string): Promise<string> =>
  encoding === 'big5hkscs' ? traditional : cleanText();

/** Writes a report in one encoding and opens it in another in the editor. */
export async function openAs({ name, text, written, opened }: Opening): Promise<TextDocument> {
  const uri = fileUri(name);
  await workspace.fs.writeFile(uri, await workspace.encode(text, { encoding: written }));
  const document = await workspace.openTextDocument(uri, { encoding: opened });
  return (await window.showTextDocument(document)).document;
}

/** Waits until a document has a text; fails where it never gets it. */
export function textBecomes(document: TextDocument, text: string): Promise<void> {
  if (document.getText() === text) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`still ${document.getText().slice(0, 40)}`)), 20_000);
    const listener = workspace.onDidChangeTextDocument(() => {
      if (document.getText() !== text) return;
      clearTimeout(timer);
      listener.dispose();
      resolve();
    });
  });
}

/** What is offered at the beginning of a document. */
export const quickFixes = (document: TextDocument): Thenable<CodeAction[]> =>
  commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(0, 0, 0, 1),
    CodeActionKind.QuickFix.value,
  );
