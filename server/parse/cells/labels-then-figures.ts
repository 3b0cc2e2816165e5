import { figuresIn } from '../rows/figure-runs';
import { namedRows } from '../rows/named-rows';
import type { Band, LabelledTable } from '../rows/run';
import { isEitherWay } from './reading-direction';
import type { Share } from './split-run';
import { deal } from './split-run';

/**
 * Labels first, then all figures, as some programs copy a table: where the rows that the labels name have just as many figures as
 * there are, each row gets its own, and what neither labels nor figures show is not in the table; none gets any where nothing tells in
 * which order they are printed. Undefined where that is not so.
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
  return isEitherWay(entries, named) ? [] : deal(entries, named, downwards);
}

/** Of fewer rows the labels before the figures may be those of another part of the table. */
const fewestRows = 3;
