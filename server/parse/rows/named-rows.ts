import type { Band, LabelledRow, LabelledTable } from './run';

/**
 * The rows that the labels before a band name: the form's own, and a group's where the text names none of its rows. Words name the row
 * that they resemble most, if it is only one, so that the pieces of a broken label all name the same.
 */
export function namedRows(
  { hits }: Pick<Band, 'hits'>,
  { rows, table }: LabelledTable,
): readonly LabelledRow[] {
  const named = new Set<number>();
  for (let from = 0, to = 0; from < hits.length; from = to) {
    while (to < hits.length && hits[to]?.token === hits[from]?.token) to++;
    const own = hits.slice(from, to);
    const most = Math.max(...own.map(({ share }) => share));
    const [first, second] = own.filter(({ share }) => share === most);
    if (first && !second && (most > leastShare || first.token.numbering)) named.add(first.row);
  }
  const groups = new Set(
    [...named].flatMap((row) => (rows[row]?.optional ? [] : [table.rows[rows[row]?.row ?? -1]?.group])),
  );
  return [...named].flatMap((index) => {
    const row = rows[index];
    return row && (!row.optional || (row.id === single && !groups.has(row.id))) ? [row] : [];
  });
}

/** Words that resemble a label name it, and misspelt ones with a number; what may as well be the label of a column does not. */
const leastShare = 0.5;

/** The only group that reports print as a row of its own: （六）其他处理, as in the 2019 form. */
export const single = 'other';
