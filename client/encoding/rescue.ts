import { commands, EndOfLine, l10n, Range, type TextDocument, TextEdit, window, workspace } from 'vscode';
import { laidAside } from '../editor/write';
import { type Change, changed, type Misread, typedChanges } from './carry';
import { encodingName, type Original } from './encoding';
import { type Originals, sameBytes } from './originals';
import { heedTyping, isSame, type Typing } from './typing';

/** A document that shows as garbage, or was saved while it did, and what its file was. */
export interface Patient {
  readonly document: TextDocument;
  readonly original: Original;
}

/** What was typed into garbage. */
export interface Typed {
  /** The text that is right. */
  readonly right: string;
  /** What of it can be made again in that. */
  readonly changes: readonly Change[];
  /** How many texts lie in new documents, since nobody could tell where in the right text their changes belong. */
  readonly copies: number;
}

/** While somebody types, or a save is under way, VS Code reads nothing anew. */
const mostTries = 100;
const betweenTries = 30;

/**
 * Opens a report in the encoding that it is written in, with its file as it was, byte by byte. What was typed into the garbage is answered,
 * or lies in a new document. Rejects where the file cannot be written or read; what was kept of it stays then.
 */
export async function reopenRight(originals: Originals, patient: Patient): Promise<Typed> {
  await originals.keep(patient.document.uri, patient.original);
  const typed = await reread(patient);
  await originals.forget(patient.document.uri);
  return typed;
}

/**
 * Sees to it that a file has these bytes and its document is read from them in their encoding. What was or is typed is answered, or lies
 * in a new document. Rejects where the file cannot be written or read.
 */
export async function reread(patient: Patient): Promise<Typed> {
  const { document, original } = patient;
  const misread = await misreadOf(original, document.encoding);
  const typing = heedTyping(document, [misread.shown, misread.right]);
  try {
    for (let tries = 1; ; tries++) {
      await rereadOnce(patient);
      if (!document.isDirty && isSame(document.getText(), misread.right)) break;
      if (tries === mostTries)
        throw new Error(l10n.t('The file could not be opened in {0}', encodingName(original.encoding)));
      await new Promise((resolve) => setTimeout(resolve, betweenTries));
    }
  } catch (error) {
    for (const [text] of typing.typed) if (text && text !== document.getText()) await laidAside(text);
    throw error;
  } finally {
    typing.dispose();
  }
  return sorted(misread, typing.typed);
}

/** What makes the text of a garbled document right before it is saved in whatever encoding it has; nothing where that has no certain answer. */
export async function rightEdits({ document, original }: Patient): Promise<TextEdit[]> {
  const { encoding } = document;
  const misread = await misreadOf(original, encoding);
  const changes = await typedChanges(misread, document.getText(), workspace);
  if (!changes) return [];
  const text = changed(misread.right, changes, document.eol === EndOfLine.CRLF ? '\r\n' : '\n');
  const bytes = await workspace.encode(text, { encoding });
  if ((await workspace.decode(bytes, { encoding })) !== text) return [];
  return [TextEdit.replace(new Range(0, 0, document.lineCount, 0), text)];
}

/** Says whether what was typed into a garbled document can be made again in the right text. */
export async function isCarriable({ document, original }: Patient): Promise<boolean> {
  const misread = await misreadOf(original, document.encoding);
  return (await typedChanges(misread, document.getText(), workspace)) !== undefined;
}

async function misreadOf({ bytes, encoding }: Original, shownAs: string): Promise<Misread> {
  const shown = await workspace.decode(bytes, { encoding: shownAs });
  const right = await workspace.decode(bytes, { encoding });
  return { shown, right, shownAs, writtenIn: encoding };
}

/** Does not get to the end where somebody types meanwhile. */
async function rereadOnce({ document, original }: Patient): Promise<void> {
  const { uri } = document;
  // What the document has may be nowhere else.
  if (!sameBytes(await workspace.fs.readFile(uri), original.bytes))
    await workspace.fs.writeFile(uri, original.bytes);
  if (document.isDirty || document.encoding === original.encoding) await readAgain(document);
  if (document.encoding === original.encoding) return;
  try {
    await workspace.openTextDocument(uri, { encoding: original.encoding });
  } catch (error) {
    if (!document.isDirty) throw error;
  }
}

/** Reads a document anew from the disk, whatever was changed in it. */
async function readAgain(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.revert');
}

async function sorted(misread: Misread, typed: Typing['typed']): Promise<Typed> {
  const all: Change[] = [];
  let copies = 0;
  for (const texts of typed) {
    const changes = await latest(misread, texts);
    if (changes) all.push(...changes);
    else {
      await laidAside(texts[0] ?? '');
      copies++;
    }
  }
  return { right: misread.right, changes: all, copies };
}

/** The changes of the last text that tells them: it has what was typed into those before it. */
async function latest(misread: Misread, texts: readonly string[]): Promise<readonly Change[] | undefined> {
  for (const text of [...texts].reverse()) {
    const changes = await typedChanges(misread, text, workspace);
    if (changes) return changes;
  }
  return undefined;
}
