import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { rewritten } from '../../../server/documents/writing/rewrite';
import { docx } from './layouts/docx';

const bodyOf = (bytes: Uint8Array): string =>
  /<w:body>(.*)<w:sectPr\/>/su.exec(readDocx(bytes).parts.get('word/document.xml') ?? '')?.[1] ?? '';

/** Writes a text into a document with a body; answers its body then, which says that text. */
export function written(body: string, text: string): string {
  const now = rewritten(readDocx(docx(body)), text);
  assert.equal(readDocx(now).text, text);
  return bodyOf(now);
}

/** Why a text is not written into a document. */
export function refusalOf(bytes: Uint8Array, text: string): string {
  try {
    rewritten(readDocx(bytes), text);
  } catch (error) {
    if (error instanceof Unwritable) return error.message;
    throw error;
  }
  return assert.fail('it was written');
}
