import { type Table, type TableId, tableOf } from '../../form/form';
import { significant } from '../../parse/lexicon/lexicon';
import type { Item } from '../../parse/tokens/item';
import type { Report } from '../../report/report';
import type { Span } from '../../text/span';

/** The text of a report as it is read. */
export interface Source {
  readonly report: Report;
  readonly text: string;
  readonly items: readonly Item[];
}

/** The lines of a table, and where its labels and figures stand. */
interface Lines {
  readonly id: TableId;
  readonly span: Span;
  readonly labels: readonly Span[];
  readonly figures: readonly Span[];
}

/** Whether anything stands in the lines of a table that is neither label nor figure nor sets them off from each other. */
export function hasMore({ report, text, items }: Source, { id, span, labels, figures }: Lines): boolean {
  const covers = (spans: readonly Span[], { start, end }: Span): boolean =>
    spans.some((each) => each.start <= start && end <= each.end);
  const isStray = items.some(({ token }) => {
    if (token.start < span.start || token.end > span.end || token.start === token.end) return false;
    if (token.kind === 'furniture') return !isRuler(text.slice(token.start, token.end));
    const isFigure = token.kind === 'value' || token.kind === 'mark';
    return isFigure && !covers(figures, token);
  });
  if (isStray) return true;
  const free = new Uint8Array(text.length).fill(1);
  for (const { start, end } of [...figures, ...labels]) free.fill(0, start, end);
  const head = Math.min(...figures.map(({ start }) => start), span.end);
  const left = (from: number, to: number): string => {
    let left = '';
    for (let at = from; at < to; at++) if (free[at] === 1) left += report.shown.charAt(at);
    return significant(left.replace(border, ''));
  };
  const known = wordsOfHead(tableOf(report.form, id));
  return !consistsOf(left(span.start, head), known) || without(left(head, span.end), known) !== '';
}

/** What tables are drawn with. */
export const border = /[\u2500-\u257f]/gu;

const isRuler = (sign: string): boolean => /^[\s+:=\-|\u2500-\u257f]{2,}$/u.test(sign);

/** The words that are written anew as the form has them, the longest first. */
function wordsOfHead({ headers, groups, rows }: Table): string[] {
  const labels = rows.flatMap(({ under, columns }) => [
    under,
    ...columns.flatMap(({ label, variants }) => [label, ...variants]),
  ]);
  const ofGroups = groups.flatMap(({ number, label, variants }) =>
    [label, ...variants].flatMap((each) => [`${number}${each}`, each]),
  );
  const words = [...headers, ...labels, ...ofGroups, '类别'].map(significant).filter((each) => each !== '');
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Whether some characters of a head, which may be the pieces of its labels line by line, are all of its words. */
function consistsOf(characters: string, words: readonly string[]): boolean {
  let open = words.join('');
  return [...characters].every((character) => {
    const left = open.replace(character, '');
    const isKnown = left !== open;
    open = left;
    return isKnown;
  });
}

/** Shorter words are not told from others outside of a head. */
const unmistakable = 4;

/** A text without words of the form; they may be broken around the rows that they stand beside. */
const without = (text: string, words: readonly string[]): string =>
  words
    .filter(({ length }) => length >= unmistakable)
    .reduce((left, word) => left.replaceAll(word, ''), text);
