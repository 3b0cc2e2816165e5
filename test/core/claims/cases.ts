import type { Span } from '../../../server/text/span';
import { reportOf } from './facts';
import sentences from './sentences.md';
import traps from './traps.md';

/** A paragraph of a corpus within its report. */
export interface Case {
  readonly line: string;
  /** True for those in which nothing may be found. */
  readonly trap: boolean;
  readonly text: string;
  /** Where a number of the text agrees with the tables, and where it has to be looked at. */
  readonly agreeing: readonly Span[];
  readonly differing: readonly Span[];
  /** The paragraph without its marks. */
  readonly span: Span;
}

/** All paragraphs of the two corpora. Throws where marks do not pair. */
export const cases: readonly Case[] = [...read(sentences, false), ...read(traps, true)];

function read(page: string, trap: boolean): Case[] {
  let name = '';
  return page.split('\n').flatMap((line) => {
    const heading = /^## 表 (\w+)$/u.exec(line);
    if (heading) name = heading[1] ?? '';
    return name === '' || line === '' || line.startsWith('#') ? [] : [caseOf(line, name, trap)];
  });
}

function caseOf(line: string, name: string, trap: boolean): Case {
  const marked = reportOf(name, line.replaceAll('⏎', '\n'));
  const spans: Record<string, Span[]> = { '‹': [], '⟦': [] };
  let text = '';
  let open: { readonly mark: string; readonly start: number } | undefined;
  for (const piece of marked.split(/([‹›⟦⟧])/u)) {
    if (piece === '‹' || piece === '⟦') open = { mark: piece, start: text.length };
    else if (piece === '›' || piece === '⟧') {
      if (!open || (piece === '›') !== (open.mark === '‹')) throw new Error(`marks do not pair: ${line}`);
      spans[open.mark]?.push({ start: open.start, end: text.length });
      open = undefined;
    } else text += piece;
  }
  const plain = line.replace(/[‹›⟦⟧]/gu, '').replaceAll('⏎', '\n');
  const start = text.indexOf(plain);
  const span = { start, end: start + plain.length };
  return { line, trap, text, agreeing: spans['‹'] ?? [], differing: spans['⟦'] ?? [], span };
}
