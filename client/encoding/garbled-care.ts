import { commands, Disposable, type TextDocument, type Uri, window, workspace } from 'vscode';
import { encodingName, nameOf, originalOf } from './encoding';
import {
  type Case,
  explained,
  keepCommand,
  keepTitle,
  mendCommand,
  restoreCommand,
  restoreTitle,
  viewOf,
} from './garbled-view';
import type { Originals } from './originals';
import { type Patient, reopenRight } from './rescue';
import { switchEncoding } from './similar';
import { make } from './typing';

/** On the key that saves, while the active document shows as garbage; in no menu. */
const saveCommand = 'nianbao.saveGarbled';

/** The cases that there are, and the ways out of them. */
export class Care implements Disposable {
  private readonly cases = new Map<string, Case>();
  /** What is being reopened looks after itself. */
  private readonly busy = new Set<string>();
  private readonly view = viewOf(this.cases);
  private readonly ways: Disposable;

  constructor(
    private readonly originals: Originals,
    attempt: (work: Promise<void>) => Promise<void>,
  ) {
    this.ways = Disposable.from(
      commands.registerCommand(mendCommand, (uri: Uri) => attempt(this.mendAt(uri))),
      commands.registerCommand(restoreCommand, (uri: Uri) => {
        const found = this.caseOf(uri);
        return found && attempt(this.restore(found));
      }),
      commands.registerCommand(keepCommand, (uri: Uri) => attempt(this.letGo(uri))),
      commands.registerCommand(saveCommand, () => attempt(this.askBeforeSaving())),
    );
  }

  dispose(): void {
    this.ways.dispose();
    this.view.dispose();
  }

  caseOf(uri: Uri): Case | undefined {
    return this.cases.get(uri.toString());
  }

  isBusy(uri: Uri): boolean {
    return this.busy.has(uri.toString());
  }

  /** Takes note of a document's case, or that there is none. */
  put(uri: Uri, found: Case | undefined): void {
    if (found) this.cases.set(uri.toString(), found);
    else if (!this.cases.delete(uri.toString())) return;
    this.view.update();
  }

  /** Opens a report in its own encoding, with what was typed; says so. */
  async reopen(patient: Patient): Promise<void> {
    const { document, original } = patient;
    const { right, changes, copies } = await this.putBack(patient);
    await make(document, right, changes);
    const said = [
      `${nameOf(document)} 是用 ${encodingName(original.encoding)} 写成的，已经按这个编码打开。`,
      changes.length > 0 && '键入的改动已经带过来，可以撤销。',
      copies > 0 && '有改动不能确定是改原文的哪里，改过的文字放在了旁边的新文件里。',
    ];
    void window.showInformationMessage(said.filter(Boolean).join(''));
  }

  /** Writes the right text, which was saved in the encoding of the garbage, in that of the file; false where that does not hold it. */
  async rewrite({ document, original: { encoding } }: Patient): Promise<boolean> {
    const text = document.getText();
    const bytes = await workspace.encode(text, { encoding });
    if ((await workspace.decode(bytes, { encoding })) !== text) return false;
    await this.alone(document.uri, () => switchEncoding(document, encoding));
    await this.letGo(document.uri);
    void window.showInformationMessage(
      `${nameOf(document)} 是用 ${encodingName(encoding)} 写成的，已经按这个编码打开，键入的改动也按这个编码存好了。`,
    );
    return true;
  }

  /** Says that a file was written while it showed as garbage, and offers what it was. */
  async offer(found: Case): Promise<void> {
    const message = `${nameOf(found.document)}：${explained(found)}。`;
    const show = found.kind === 'ruined' ? window.showErrorMessage : window.showWarningMessage;
    const chosen = await show(message, restoreTitle, keepTitle);
    if (chosen === restoreTitle) await this.restore(found);
    if (chosen === keepTitle) await this.letGo(found.document.uri);
  }

  /** Does for a document what can be done; says so where there is nothing. */
  async mend(document: TextDocument): Promise<void> {
    const found = this.caseOf(document.uri);
    if (found?.kind === 'converted') return this.offer(found);
    if (found?.kind === 'ruined') return this.restore(found);
    const original = document.isUntitled ? undefined : await originalOf(document);
    if (original) return this.reopen({ document, original });
    const read = `${nameOf(document)} 现在按 ${encodingName(document.encoding)} 读取，没有更合适的编码。`;
    void window.showInformationMessage(read);
  }

  private mendAt = async (uri: Uri): Promise<void> => this.mend(await workspace.openTextDocument(uri));

  private async restore({ document: { uri }, original }: Patient): Promise<void> {
    // The document may have been closed since.
    const document = await workspace.openTextDocument(uri);
    const { right, changes, copies } = await this.putBack({ document, original });
    await window.showTextDocument(document);
    const left = copies > 0 ? '恢复前的文字放在了旁边的新文件里。' : '';
    const done = `已恢复 ${nameOf(document)} 的原文件，按 ${encodingName(original.encoding)} 打开。${left}`;
    if (changes.length === 0) {
      void window.showInformationMessage(done);
      return;
    }
    const bring = '带回改动';
    const question = `${done}恢复前改动的 ${changes.length} 处没有写进原文件。`;
    if ((await window.showWarningMessage(question, bring)) === bring) await make(document, right, changes);
  }

  private async putBack(patient: Patient): ReturnType<typeof reopenRight> {
    const typed = await this.alone(patient.document.uri, () => reopenRight(this.originals, patient));
    this.put(patient.document.uri, undefined);
    return typed;
  }

  private async alone<T>(uri: Uri, work: () => Promise<T>): Promise<T> {
    this.busy.add(uri.toString());
    try {
      return await work();
    } finally {
      this.busy.delete(uri.toString());
    }
  }

  private async letGo(uri: Uri): Promise<void> {
    await this.originals.forget(uri);
    this.put(uri, undefined);
  }

  private async askBeforeSaving(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const original = await originalOf(document);
    if (!original) {
      await document.save();
      return;
    }
    const [own, other] = [original.encoding, document.encoding].map(encodingName);
    const [reopening, saving] = [`以 ${own} 重新打开，带上改动`, `改存为 ${other}`];
    const question = `${nameOf(document)} 是用 ${own} 写成的，现在显示为乱码。`;
    const chosen = await window.showWarningMessage(question, { modal: true }, reopening, saving);
    if (chosen === reopening) await this.reopen({ document, original });
    if (chosen === saving) await document.save();
  }
}
