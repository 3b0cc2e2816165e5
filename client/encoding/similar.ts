import { type TextDocument, workspace } from 'vscode';
import { reread } from './rescue';
import { make } from './typing';

// What Word and web pages put for characters that every Chinese encoding has.
const similar: readonly (readonly [characters: string, to: string])[] = [
  ['\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f', ' '],
  ['\u200b\u200c\u200d\u2060\u00ad\ufeff', ''],
  ['•‧∙・', '·'],
  ['−–‒‑‐', '-'],
  ['✓✔', '√'],
];

/** A character that says the same and is in every Chinese encoding; undefined where none is known. */
export function similarTo(character: string): string | undefined {
  const row = similar.find(([characters]) => characters.includes(character));
  if (row) return row[1];
  // Radicals and compatibility forms that PDF copies have in place of plain characters.
  const plain = character.normalize('NFKC');
  return plain === character ? undefined : plain;
}

/**
 * Saves a document in another encoding and goes on in it, with what is typed meanwhile. Its text reaches the disk whole before anything
 * is read again; rejects where that fails, with the document as it was.
 */
export async function switchEncoding(document: TextDocument, encoding: string): Promise<void> {
  const bytes = await workspace.encode(document.getText(), { encoding });
  const { right, changes } = await reread({ document, original: { bytes, encoding } });
  await make(document, right, changes);
}
