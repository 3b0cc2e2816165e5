import type { Cell } from '../../report/report';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';

/** One sign, however often; not those that say a figure is lost or still to come. */
const sign = /^[\p{P}\p{S}Xx]$/u;
const lost = new Set('?#_□');

/** Of all that may stand for 0 so large a share is the one sign, and so many cells have it. */
const leastShare = 0.75;
const fewestCells = 8;

/**
 * Reads what is no figure (`×`, `*`) as a mark, as `-` and `/` are, where nearly all cells that may be 0 have it: one sign is then
 * what the report writes for none. One among zeros is a slip, and stays what it is.
 */
export function withUniformMarks(cells: Cell[], view: string): void {
  const own = new Map<string, number[]>();
  let all = 0;
  for (const [index, cell] of cells.entries()) {
    const key = cell.kind === 'text' && cell.value === undefined ? signIn(view, cell.span) : undefined;
    if (key !== undefined) own.set(key, [...(own.get(key) ?? []), index]);
    if (key !== undefined || mayBeZero(cell)) all++;
  }
  for (const indices of own.values()) {
    if (indices.length < fewestCells || indices.length < leastShare * all) continue;
    for (const index of indices)
      cells[index] = { kind: 'mark', span: cells[index]?.span ?? { start: 0, end: 0 } };
  }
}

const mayBeZero = (cell: Cell): boolean =>
  cell.kind === 'blank' || cell.kind === 'mark' || (cell.kind === 'count' && cell.value === 0);

function signIn(view: string, { start, end }: Span): string | undefined {
  if (end - start > longest) return undefined;
  const [first = '', ...others] = fold(view.slice(start, end)).replace(/[\0 ]/gu, '');
  const isSign = sign.test(first) && !lost.has(first);
  return isSign && others.every((each) => each === first) ? first : undefined;
}

/** No sign in a cell is longer. */
const longest = 8;
