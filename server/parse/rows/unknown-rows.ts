import type { Table } from '../../form/form';
import { isLikeLabel, significant } from '../lexicon/lexicon';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { type ReadRegion, replaced } from './read-region';
import { type Run, runsIn } from './row-runs';
import type { LabelledTable } from './run';
import { beginsWithFigures, surplusIn } from './surplus-rows';

// Reports add rows that the form does not have, 行政征收 below 行政处罚: their figures are nobody's, neither the surplus of the row above nor
// those of a row that lost its label.

/** A region without the rows that no form knows, and the figures of these. */
export function withoutUnknownRows(
  read: ReadRegion,
  known: LabelledTable,
  view: string,
): { readonly read: ReadRegion; readonly figures: readonly Token[] } {
  if (known.table.sideBySide) return { read, figures: [] };
  const runs = [...runsIn(read.items, read.region, view, known)];
  if (beginsWithFigures(runs)) return { read, figures: [] };
  const gone = new Set([...runs.flatMap((run) => unknownIn(run, known, view)), ...surplusIn(runs)]);
  if (gone.size === 0) return { read, figures: [] };
  return {
    read: replaced(read, new Map([...gone].map((token) => [token, []]))),
    figures: [...gone].filter(({ kind }) => kind === 'value'),
  };
}

/** The rows that begin, with words that are no label, behind the cells of a known row, the label of a group or the head of a part. */
function unknownIn(run: Run, { table }: LabelledTable, view: string): Token[] {
  const { label, members, needs, isGroup } = run;
  const tokens = members.map(({ token }) => token);
  const first = tokens.findIndex(({ kind }) => kind === 'words');
  const isHead = run.isColumn || needs.length === 0;
  if (!label || first < 0 || (isHead && (table.groups.length > 0 || first > 0))) return [];
  const before = tokens.slice(0, first).filter(isCell);
  const isWhole = [before, before.filter(isFigure)].some(({ length }) => needs.includes(length));
  const rows = rowsIn(tokens.slice(first));
  // Words without figures are pieces of a label over several lines, and so may the others be.
  if (!rows.every((row) => row.some(isFigure) && isUnknown(row, table, view))) return [];
  const isBehind = rows.every((row) => {
    const [words] = row;
    const isOnLine = row.every(({ line }) => line === words?.line);
    const isBelow = before.length > 0 && before.at(-1)?.line !== words?.line;
    return isHead || (isOnLine ? isBelow || isGroup : isWhole);
  });
  return isBehind ? rows.flat() : [];
}

const isCell = (token: Token): boolean => token.kind === 'blank' || isFigure(token);

/** Tokens cut where words stand behind cells. */
function rowsIn(tokens: readonly Token[]): Token[][] {
  const rows: Token[][] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.kind === 'words' && (!before || isCell(before))) rows.push([]);
    rows.at(-1)?.push(token);
  }
  return rows;
}

/** Whether the words of a row are of a length that labels have, and neither a label of the form nor a piece of one. */
function isUnknown(row: readonly Token[], { rows }: Table, view: string): boolean {
  const words = row.filter(({ kind }) => kind === 'words');
  const textOf = ({ start, end, numbering }: Token): string =>
    significant(view.slice(numbering?.end ?? start, end));
  const [name] = words;
  const isLike = (word: Token): boolean =>
    isLikeLabel(textOf(word), word.numbering !== undefined) ||
    rows.some(({ columns }) => columns.some(({ label }) => label.includes(textOf(word))));
  return (
    words.length <= mostWords && name?.parted === false && hanWords.test(textOf(name)) && !words.some(isLike)
  );
}

/** A name, and what may stand beside it on its line: a unit. */
const mostWords = 2;
const hanWords = /^\p{Script=Han}[\p{Script=Han}\w]{3,30}$/u;
