import { type Band, figuresIn, type LabelledRow, type LabelledTable } from './bands';
import type { Share } from './deal';
import { deal } from './deal';

/**
 * Labels first, then all figures, as some programs copy a table: where the rows that the labels name have just as many figures as
 * there are, each row gets its own, and what neither labels nor figures show is not in the table. Undefined where that is not so.
 */
export function listed(
  bands: readonly Band[],
  known: LabelledTable,
  downwards: boolean,
): readonly Share[] | undefined {
  const [first, ...others] = bands.filter(({ entries, hits }) => hits.length > 0 || figuresIn(entries) > 0);
  if (!first || figuresIn(first.entries) === 0 || others.some(({ hits }) => hits.length > 0))
    return undefined;
  const named = namedRows(first, known);
  const entries = [first, ...others].flatMap((band) => band.entries);
  const need = named.reduce((sum, row) => sum + row.need, 0);
  if (named.length < fewestRows || entries.length !== need || figuresIn(entries) !== need) return undefined;
  return deal(entries, named, downwards);
}

/** Of fewer rows the labels before the figures may be those of another part of the table. */
const fewestRows = 3;

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
const single = 'other';
