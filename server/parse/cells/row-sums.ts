import { isFigure } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import type { PlacedRow } from './table-draft';

type Laid = Pick<PlacedRow, 'entries' | 'ways'>;

/** Whether the figures of a row, an empty cell as 0, are the parts of the last of them. */
export const isRowInSum = ({ entries, ways }: Laid): boolean =>
  addsUp((ways[0] ?? []).map((index) => entries[index]));

/** Whether the last figure is the sum of the others but does not stand in the last cell: that of a row that was closed up. */
export function endsInSum({ entries, ways }: Laid): boolean {
  const [way = []] = ways;
  const last = way.findLastIndex((index) => isFigure(entries[index]));
  const total = entries[way[last] ?? -1]?.value?.number ?? 0;
  return last < way.length - 1 && total > 0 && isRowInSum({ entries, ways: [way.slice(0, last + 1)] });
}
