import {
  Disposable,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  type TextEdit,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { looksLikeReport } from '../../server/parse/view/detect';
import { isCandidate, isGuessed, ownLanguage, sign } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { afterPause } from '../editor/pause';
import { originalOf, unreadable } from './encoding';
import { Care } from './garbled-care';
import type { Case } from './garbled-view';
import { type Originals, sameBytes } from './originals';
import { isCarriable, type Patient, rightEdits } from './rescue';

/** What the commonest characters of UTF-8 become when it is read as GBK, and any bytes when they are read as Latin letters. */
const traces = /[锛銆鐨\u0080-\u00ff]/gu;
const fewestTraces = 8;
/** So much of a text shows how it was read. */
const head = 4000;

/** Looks after the encodings of reports that are opened. */
export interface EncodingGuard extends Disposable {
  /** Opens a document in the encoding that it is written in, or says that it is. */
  mend(document: TextDocument): Promise<void>;
}

/**
 * Opens a report again in the encoding that it is written in, where it was opened in another: saving would destroy it. Files under
 * other names than those of reports are opened as UTF-8, and many offices still write GBK. It is done at once, and once while a file is
 * open; what was typed meanwhile is made again in the right text. Where users want it otherwise, or what was typed cannot be carried
 * over, the file is marked while it shows as garbage. Whatever saves it then, by itself or not, saves the right text where it can; and
 * what the file was is kept until it is back or no longer wanted.
 */
export function guardEncoding(originals: Originals, log: LogOutputChannel): EncodingGuard {
  const guard = new Guard(originals, log);
  for (const document of workspace.textDocuments) guard.meet(document);
  return guard;
}

class Guard implements EncodingGuard {
  private readonly care: Care;
  private readonly reopened = new Set<string>();
  /** What was saved a moment ago, until it is known what became of it. */
  private readonly settling = new Map<string, Promise<Case | undefined>>();
  private readonly pauses = afterPause((document) => this.start(document));
  private readonly listeners: Disposable;

  constructor(
    private readonly originals: Originals,
    private readonly log: LogOutputChannel,
  ) {
    this.care = new Care(originals, (work) => this.attempt(work));
    this.listeners = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.meet(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.changed(document)),
      workspace.onDidCloseTextDocument(({ uri }) => setTimeout(() => this.closed(uri))),
      workspace.onWillSaveTextDocument((event) => {
        if (this.isDoubtful(event.document)) event.waitUntil(this.beforeSaving(event.document));
      }),
      workspace.onDidSaveTextDocument((document) => this.attempt(this.saved(document))),
    );
  }

  mend(document: TextDocument): Promise<void> {
    return this.care.mend(document);
  }

  /** Looks at a document that has been opened, before anybody can type. */
  meet(document: TextDocument): void {
    if (document.isUntitled) return;
    if (this.originals.has(document.uri) || this.isDoubtful(document)) this.start(document);
  }

  dispose(): void {
    for (const each of [this.listeners, this.pauses, this.care]) each.dispose();
  }

  private changed(document: TextDocument): void {
    const isKnown = this.care.caseOf(document.uri) !== undefined;
    // What was typed into readable text makes no garbage of it; only what is read anew may.
    if (document.isUntitled || (document.isDirty && !isKnown)) return;
    if (isKnown || this.isDoubtful(document)) this.pauses.start(document);
  }

  private isDoubtful(document: TextDocument): boolean {
    if (this.care.caseOf(document.uri)?.kind === 'shown') return true;
    return (isCandidate(document) || isGuessed(document)) && looksGarbled(document);
  }

  private start(document: TextDocument): void {
    this.look(document).catch((error) =>
      this.log.warn(l10n.t('Could not tell the encoding of a file'), error),
    );
  }

  private async look(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const key = uri.toString();
    // What is read anew meanwhile is looked at afterwards.
    if (this.isUnderWay(uri)) return this.pauses.start(document);
    const before = this.care.caseOf(uri);
    const isDoubtful = !this.isSavedOver(uri) && this.isDoubtful(document);
    // The file of what was changed may be written this moment.
    const known = document.isDirty ? before?.original : undefined;
    const original = isDoubtful ? (known ?? (await originalOf(document))) : undefined;
    const found = original ? ({ kind: 'shown', document, original } as const) : await this.keptOf(document);
    const canReopen = found?.kind === 'shown' && !this.reopened.has(key) && (await isEasy(found));
    if (document.isClosed) return;
    const isOutdated = document.version !== version || this.care.caseOf(uri) !== before;
    if (isOutdated || this.isUnderWay(uri)) {
      this.pauses.start(document);
    } else if (canReopen) {
      this.reopened.add(key);
      await this.care.reopen(found).catch((error) => {
        this.pauses.start(document);
        throw error;
      });
    } else {
      this.care.put(uri, found);
      if (found?.kind === 'shown') await this.originals.keep(uri, found.original);
    }
  }

  private isUnderWay(uri: Uri): boolean {
    return this.care.isBusy(uri) || this.settling.has(uri.toString());
  }

  /** Says whether a file holds garbage or another encoding already; it may still read in its own, but for what was typed. */
  private isSavedOver(uri: Uri): boolean {
    return (this.care.caseOf(uri)?.kind ?? 'shown') !== 'shown';
  }

  /** What is to be said of a document of whose file something was kept. */
  private async keptOf(document: TextDocument): Promise<Case | undefined> {
    const { uri } = document;
    const original = document.isUntitled ? undefined : await this.originals.find(uri);
    if (!original) return undefined;
    const bytes = await workspace.fs.readFile(uri);
    const isWritten = await this.originals.isWritten(uri, bytes);
    // What has not been saved, or is being written this moment, is as it was.
    if (document.isDirty && !isWritten) return this.care.caseOf(uri);
    if (sameBytes(bytes, original.bytes)) {
      await this.originals.forget(uri);
      return undefined;
    }
    // Another program has put something else in the place of either.
    if (!isWritten) return undefined;
    return { kind: looksLikeReport(document.getText()) ? 'converted' : 'ruined', document, original };
  }

  private async beforeSaving(document: TextDocument): Promise<TextEdit[]> {
    const { uri } = document;
    if (this.care.isBusy(uri)) return [];
    await this.settling.get(uri.toString())?.catch(() => undefined);
    if (this.isSavedOver(uri)) return [];
    try {
      const original = await originalOf(document);
      if (!original) return [];
      const patient: Patient = { document, original };
      // Should anything go wrong from here on, what the file was is safe.
      await this.originals.keep(uri, original);
      this.care.put(uri, { kind: 'shown', ...patient });
      return await rightEdits(patient);
    } catch (error) {
      // VS Code asks no more who rejects a few times.
      void tell(
        this.log,
        l10n.t('Before saving, what the file was could not be kept: {0}', messageOf(error)),
        error,
      );
      return [];
    }
  }

  private async saved(document: TextDocument): Promise<void> {
    const { uri } = document;
    const key = uri.toString();
    if (this.care.isBusy(uri) || !this.originals.has(uri)) return;
    const settled = this.settle(document);
    this.settling.set(key, settled);
    const found = await settled.finally(() => {
      if (this.settling.get(key) === settled) this.settling.delete(key);
    });
    if (found) await this.care.offer(found);
  }

  /** Finds out what saving made of a document, and mends what it can; returns what has to be told anew. */
  private async settle(document: TextDocument): Promise<Case | undefined> {
    const { uri } = document;
    const before = this.care.caseOf(uri);
    // What another program has written is saved as ever.
    if (!before) return undefined;
    await this.originals.wrote(uri, await workspace.fs.readFile(uri));
    const found = await this.keptOf(document);
    // Users who have not asked for the encoding of the garbage would have saved in that of the file.
    if (found && !this.reopened.has(uri.toString())) {
      if (found.kind === 'converted' && (await this.care.rewrite(found))) return undefined;
      if (found.kind === 'ruined' && (await isCarriable(found))) {
        await this.care.reopen(found);
        return undefined;
      }
    }
    this.care.put(uri, found);
    return found?.kind === before.kind ? undefined : found;
  }

  private closed(uri: Uri): void {
    const key = uri.toString();
    // A change of language closes a document and opens it again at once.
    if (workspace.textDocuments.some((each) => each.uri.toString() === key)) return;
    this.reopened.delete(key);
    this.care.put(uri, undefined);
    if (this.originals.has(uri)) void this.attempt(this.forgetUnwritten(uri));
  }

  /** What was never written over needs no keeping. */
  private async forgetUnwritten(uri: Uri): Promise<void> {
    const original = await this.originals.find(uri);
    if (original && sameBytes(await workspace.fs.readFile(uri), original.bytes))
      await this.originals.forget(uri);
  }

  private attempt(work: Promise<void>): Promise<void> {
    return work.catch((error) =>
      tell(this.log, l10n.t('The garbage could not be mended: {0}', messageOf(error)), error),
    );
  }
}

/** Says whether a document can be opened anew without anybody's losing anything or being led elsewhere. */
const isEasy = async (patient: Patient): Promise<boolean> =>
  !patient.document.isDirty ||
  (window.activeTextEditor?.document === patient.document && (await isCarriable(patient)));

/** Says whether a text may be garbage; one under a report's name is, where it says nothing that every report says. */
function looksGarbled(document: TextDocument): boolean {
  const text = document.getText();
  if (text.includes(unreadable)) return true;
  if (document.languageId === ownLanguage && text !== '' && !sign.test(text)) return true;
  return (text.slice(0, head).match(traces)?.length ?? 0) >= fewestTraces;
}
