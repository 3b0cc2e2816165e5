import { l10n, type TextDocument, workspace } from 'vscode';
import { looksLikeReport } from '../../server/parse/view/detect';
import { baseName } from '../editor/names';

/** What stands for bytes that mean nothing in an encoding. */
export const unreadable = '\ufffd';
/** What reports are written in, the ones that tell most clearly first: few other bytes are valid UTF-8. */
const encodings = ['utf8', 'gb18030', 'big5hkscs', 'utf16le', 'utf16be'] as const;
const names = (): Readonly<Record<string, string>> => ({
  utf8: 'UTF-8',
  gb18030: l10n.t('GB18030 (GBK)'),
  gbk: 'GBK',
  gb2312: 'GB2312',
  big5hkscs: 'Big5',
  utf16le: 'UTF-16',
  utf16be: l10n.t('UTF-16 (big-endian)'),
});
/** What an encoding is called. */
export const encodingName = (encoding: string): string => names()[encoding] ?? encoding.toUpperCase();

/** The bytes of a file, and the encoding in which they read like a report. */
export interface Original {
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

/** What is on the disk of a document that does not read like a report, where that does; undefined where there is no encoding in which it does. */
export async function originalOf(document: TextDocument): Promise<Original | undefined> {
  const shown = document.getText();
  // A file may be damaged here and there, and is garbage as a whole only in the wrong encoding.
  let fewest = looksLikeReport(shown) ? unreadableIn(shown) : shown.length / mostDamage;
  if (fewest === 0) return undefined;
  const bytes = await workspace.fs.readFile(document.uri);
  let original: Original | undefined;
  for (const encoding of encodings) {
    if (encoding === document.encoding || fewest === 0) continue;
    const text = await workspace.decode(bytes, { encoding });
    const count = unreadableIn(text);
    if (count >= fewest || !looksLikeReport(text)) continue;
    original = { bytes, encoding };
    fewest = count;
  }
  return original;
}

/** One character in so many may be unreadable in the right encoding. */
const mostDamage = 50;

const unreadableIn = (text: string): number => text.split(unreadable).length - 1;

/** A document's name without its folder. */
export const nameOf = ({ uri }: TextDocument): string => baseName(uri);
