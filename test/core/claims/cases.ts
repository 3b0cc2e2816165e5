import type { Span } from '../../../server/text/span';
import changes from './changes.md';
import columns from './columns.md';
import company from './company.md';
import contradictions from './contradictions.md';
import counts from './counts.md';
import { type Place, places, reportOf } from './facts';
import kept from './kept.md';
import kinds from './kinds.md';
import lists from './lists.md';
import offices from './offices.md';
import phrasings from './phrasings.md';
import rates from './rates.md';
import ratios from './ratios.md';
import rows from './rows.md';
import said from './said.md';
import sentences from './sentences.md';
import settled from './settled.md';
import topics from './topics.md';
import traps from './traps.md';
import understood from './understood.md';
import wholes from './wholes.md';
import wordings from './wordings.md';

/** A paragraph of a corpus within its report. */
export interface Case {
  readonly line: string;
  /** The page that it stands on, by name. */
  readonly page: string;
  /** True for those in which nothing may be found. */
  readonly trap: boolean;
  readonly text: string;
  /** Last year's report, where that is at hand. */
  readonly last: string | undefined;
  /** Where a number of the text agrees with the tables, and where it has to be looked at. */
  readonly agreeing: readonly Span[];
  readonly differing: readonly Span[];
  /** The paragraph without its marks. */
  readonly span: Span;
}

/** The report that the paragraphs below a heading are put into: its tables, the section, last year's report. */
interface Table {
  readonly name: string;
  readonly place: Place;
  readonly last: string | undefined;
}

const isSilent = (line: string): boolean => !line.includes('⟦');

/** All paragraphs of the corpora. Throws where marks do not pair. */
export const cases: readonly Case[] = [
  ...read('sentences', sentences, () => false),
  ...read('traps', traps, () => true),
  ...read('kinds', kinds, isSilent),
  ...read('kept', kept, isSilent),
  ...read('counts', counts, isSilent),
  ...read('rates', rates, isSilent),
  ...read('ratios', ratios, isSilent),
  ...read('settled', settled, isSilent),
  ...read('topics', topics, isSilent),
  ...read('wordings', wordings, isSilent),
  ...read('company', company, isSilent),
  ...read('columns', columns, isSilent),
  ...read('changes', changes, isSilent),
  ...read('wholes', wholes, isSilent),
  ...read('offices', offices, isSilent),
  ...read('rows', rows, isSilent),
  ...read('understood', understood, isSilent),
  ...read('lists', lists, isSilent),
  ...read('contradictions', contradictions, isSilent),
  ...read('said', said, isSilent),
  ...read('phrasings', phrasings, isSilent),
];

function read(page: string, lines: string, isTrap: (line: string) => boolean): Case[] {
  let table: Table | undefined;
  return lines.split('\n').flatMap((line) => {
    const [heading, name = '', last, section] = /^## 表 (\w+)(?: 上年 (\w+))?(?: 节 (.))?$/u.exec(line) ?? [];
    if (heading) {
      const place = places.find((each) => each === section) ?? '一';
      table = { name, place, last: last && reportOf(last, '') };
    }
    if (!table || line === '' || line.startsWith('#')) return [];
    return [caseOf(line, table, { page, last: table.last, trap: isTrap(line) })];
  });
}

function caseOf(line: string, { name, place }: Table, about: Pick<Case, 'page' | 'last' | 'trap'>): Case {
  const marked = reportOf(name, line.replaceAll('⏎', '\n'), place);
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
  return { ...about, line, text, agreeing: spans['‹'] ?? [], differing: spans['⟦'] ?? [], span };
}
