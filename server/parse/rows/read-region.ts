import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import type { Region } from './region';

/** A region's items, and where it ends: a cell that cannot be read may be its last. */
export interface ReadRegion {
  readonly items: readonly Item[];
  readonly region: Region;
}

/** A region in which other tokens stand in the place of some: several, or none. */
export function replaced(
  { items, region }: ReadRegion,
  places: ReadonlyMap<Token, readonly Token[]>,
): ReadRegion {
  const mine = items.slice(region.from, region.to);
  const read = mine.flatMap(
    (item) => places.get(item.token)?.map((token) => ({ token, meanings: [] })) ?? item,
  );
  return {
    items: [...items.slice(0, region.from), ...read, ...items.slice(region.to)],
    region: { ...region, to: region.to + read.length - mine.length },
  };
}
