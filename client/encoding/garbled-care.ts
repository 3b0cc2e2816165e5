import { commands, Disposable, l10n, type TextDocument, type Uri, window, workspace } from 'vscode';
import { alarm, inform, warn } from '../editor/say';
import { sentences } from '../editor/words';
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
import { keepingLine, make } from './typing';

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
    const putBackCursor = keepingLine(document);
    const { right, changes, copies } = await this.putBack(patient);
    if (changes.length === 0) putBackCursor();
    await make(document, right, changes);
    const said = [
      l10n.t(
        '{0} was written in {1} and is now open in this encoding.',
        nameOf(document),
        encodingName(original.encoding),
      ),
      changes.length > 0 && l10n.t('What you typed was carried over and can be undone.'),
      copies > 0 &&
        l10n.t(
          'Of some changes it is not certain where they belong; the changed text is in a new file beside it.',
        ),
    ];
    void inform(sentences(...said));
  }

  /** Writes the right text, which was saved in the encoding of the garbage, in that of the file; false where that does not hold it. */
  async rewrite({ document, original: { encoding } }: Patient): Promise<boolean> {
    const text = document.getText();
    const bytes = await workspace.encode(text, { encoding });
    if ((await workspace.decode(bytes, { encoding })) !== text) return false;
    await this.alone(document.uri, () => switchEncoding(document, encoding));
    await this.letGo(document.uri);
    void inform(
      l10n.t(
        '{0} was written in {1} and is now open in this encoding; what you typed is saved in it too.',
        nameOf(document),
        encodingName(encoding),
      ),
    );
    return true;
  }

  /** Says that a file was written while it showed as garbage, and offers what it was. */
  async offer(found: Case): Promise<void> {
    const message = l10n.t('{0}: {1}.', nameOf(found.document), explained(found));
    const [restore, keep] = [restoreTitle(), keepTitle()];
    const show = found.kind === 'ruined' ? alarm : warn;
    const chosen = await show(message, restore, keep);
    if (chosen === restore) await this.restore(found);
    if (chosen === keep) await this.letGo(found.document.uri);
  }

  /** Does for a document what can be done; says so where there is nothing. */
  async mend(document: TextDocument): Promise<void> {
    const found = this.caseOf(document.uri);
    if (found?.kind === 'converted') return this.offer(found);
    if (found?.kind === 'ruined') return this.restore(found);
    const original = document.isUntitled ? undefined : await originalOf(document);
    if (original) return this.reopen({ document, original });
    const read = l10n.t(
      '{0} is read in {1}, and no other encoding fits it better.',
      nameOf(document),
      encodingName(document.encoding),
    );
    void inform(read);
  }

  private mendAt = async (uri: Uri): Promise<void> => this.mend(await workspace.openTextDocument(uri));

  private async restore({ document: { uri }, original }: Patient): Promise<void> {
    // The document may have been closed since.
    const document = await workspace.openTextDocument(uri);
    const { right, changes, copies } = await this.putBack({ document, original });
    await window.showTextDocument(document);
    const done = sentences(
      l10n.t(
        '{0} is what it was again, and is open in {1}.',
        nameOf(document),
        encodingName(original.encoding),
      ),
      copies > 0 && l10n.t('The text from before is in a new file beside it.'),
    );
    if (changes.length === 0) {
      void inform(done);
      return;
    }
    const bring = l10n.t('Bring Back Changes');
    const question = sentences(
      done,
      l10n.t('Changes from before that are not in the file: {0}.', changes.length),
    );
    if ((await warn(question, bring)) === bring) await make(document, right, changes);
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
    const [own, other] = [encodingName(original.encoding), encodingName(document.encoding)];
    const [reopening, saving] = [
      l10n.t('Reopen in {0}, with the changes', own),
      l10n.t('Save as {0}', other),
    ];
    const question = l10n.t('{0} was written in {1} and shows as garbage.', nameOf(document), own);
    const chosen = await warn(question, { modal: true }, reopening, saving);
    if (chosen === reopening) await this.reopen({ document, original });
    if (chosen === saving) await document.save();
  }
}
