import { readDocx } from '../../../server/documents/word/docx';
import { rewriting } from '../../../server/documents/writing/rewrite';
import { docx, paragraph, run } from './layouts/docx';

// Cells of a word processor's document as they are read, and as they are written.

export type Parts = Readonly<Record<string, string>>;

export const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
export const plain = (text: string): string => paragraph(run(text));
export const beside = (content: string): string => `<w:tbl>${row(plain('规章'), content)}</w:tbl>`;
export const textOf = (body: string, parts?: Parts): string => readDocx(docx(body, parts)).text;
/** What a cell says that has these runs. */
export const cellOf = (runs: string, parts?: Parts): string | undefined =>
  textOf(beside(paragraph(runs)), parts)
    .split('\n')[0]
    ?.split('\t')[1];
export const raised = (text: string, look = '<w:vertAlign w:val="superscript"/>'): string =>
  run(text, `<w:rPr>${look}</w:rPr>`);

/** The text of a cell with these runs once it was to say something else, and why it does not. */
export function rewrittenCell(
  runs: string,
  now: string,
  parts?: Parts,
): { text: string; refusals: readonly string[] } {
  const document = readDocx(docx(beside(paragraph(runs)), parts));
  const { bytes, refusals } = rewriting(document, `规章\t${now}\n`);
  return { text: readDocx(bytes).text, refusals: refusals.map(({ message }) => message) };
}
