import { type TableId, tableIds } from '../../form/form';
import { type Meaning, resembles } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import { headlessRegion } from './headless';
import type { Region } from './region';

/** Words of this many characters that are no label are prose, or a label broken over lines. */
const proseLength = 14;
/** So many of them in a row end a table. */
const proseRun = 3;
/** How far before its first whole label a table may begin. */
const farthestPiece = 30;

interface Cluster extends Region {
  readonly score: number;
}

/**
 * Where each table stands: the stretch in which its labels are dense. A table is looked for by its labels, wherever it stands;
 * the section's heading helps only where the labels are too damaged (`headings`: the item of a heading by its table).
 */
export function findRegions(
  items: readonly Item[],
  view: string,
  headings: ReadonlyMap<TableId, number>,
  barriers: ReadonlySet<number>,
): ReadonlyMap<TableId, Region> {
  const regions = new Map<TableId, Region>();
  const labelled = new Map<TableId, Region>();
  const labels: number[] = [];
  for (let index = 0; index < items.length; index++) if (items[index]?.meanings.length) labels.push(index);
  for (const table of tableIds) {
    const heading = headings.get(table);
    const best = bestCluster(clustersOf(items, labels, view, table, barriers), heading);
    if (best) labelled.set(table, best);
    const region = best ?? (heading === undefined ? undefined : { from: heading + 1, to: heading + 1 });
    if (region) regions.set(table, region);
  }
  for (const [table, { from, to: last }] of regions) {
    const others = [...regions].filter(([id]) => id !== table).map(([, region]) => region.from);
    // Tables share labels such as 总计: where the next table begins, this one is over.
    const to = Math.min(last, ...others.filter((other) => other > from));
    regions.set(table, { from, to: extend(items, view, table, to, barriers, others) });
  }
  addHeadless(regions, items, { labels: labelled, heading: headings.get('disputes'), barriers });
  for (const [table, { from, to }] of regions) {
    const before = Math.max(
      0,
      ...[...regions.values()].map((region) => region.to).filter((end) => end <= from),
    );
    regions.set(table, { from: backwards({ items, view, table }, from, before, barriers), to });
  }
  return regions;
}

/** What is known of 表四 where no label of it was found: the labels of the other tables, and its heading. */
interface Known {
  readonly labels: ReadonlyMap<TableId, Region>;
  readonly heading: number | undefined;
  readonly barriers: ReadonlySet<number>;
}

/** Adds 表四 where it is found by its figures alone: in its section, or behind 表三, which ends there then. */
function addHeadless(
  regions: Map<TableId, Region>,
  items: readonly Item[],
  { labels, heading, barriers }: Known,
): void {
  const before = regions.get('applications');
  const from = heading === undefined ? labels.get('applications')?.to : heading + 1;
  if (labels.has('disputes') || from === undefined) return;
  const found = headlessRegion(items, from, barriers, heading === undefined);
  if (!found) return;
  regions.set('disputes', heading === undefined ? found : { from, to: found.to });
  if (before && before.from < found.from && before.to > found.from)
    regions.set('applications', { from: before.from, to: found.from });
}

/** Figures right before the first label that is whole belong to the table, and so do pieces of its labels. */
function backwards(
  { items, view, table }: { readonly items: readonly Item[]; readonly view: string; readonly table: TableId },
  from: number,
  before: number,
  barriers: ReadonlySet<number>,
): number {
  let start = from;
  for (
    let index = from - 1;
    index >= before && from - index < farthestPiece && !barriers.has(index);
    index--
  ) {
    const item = items[index];
    if (!item) break;
    const { token, meanings } = item;
    if (token.kind !== 'words') start = index;
    else if (meanings.some((meaning) => belongsTo(meaning, table))) start = index;
    else if (
      meanings.length > 0 ||
      (resembles(view.slice(token.start, token.end), table)[0]?.share ?? 0) < 0.5
    )
      break;
    else start = index;
  }
  return start;
}

function bestCluster(clusters: readonly Cluster[], heading: number | undefined): Cluster | undefined {
  let best: Cluster | undefined;
  for (const cluster of clusters) {
    // Between equals the one right behind its heading, then the first.
    const near = heading !== undefined && cluster.from > heading && cluster.from - heading < 8 ? 0.5 : 0;
    if (cluster.score >= 4 && (!best || cluster.score + near > best.score))
      best = { ...cluster, score: cluster.score + near };
  }
  return best;
}

function clustersOf(
  items: readonly Item[],
  labels: readonly number[],
  view: string,
  table: TableId,
  barriers: ReadonlySet<number>,
): Cluster[] {
  const clusters: Cluster[] = [];
  let seen = new Set<string>();
  let from = -1;
  let last = -1;
  const close = (): void => {
    if (from >= 0) clusters.push({ from, to: last + 1, score: seen.size });
    from = -1;
    seen = new Set();
  };
  for (const index of labels) {
    const meanings = items[index]?.meanings ?? [];
    if (!meanings.some((meaning) => belongsTo(meaning, table))) continue;
    if (from >= 0 && isBroken(items, view, table, last, index, barriers)) close();
    if (from < 0) {
      if (!opens(meanings, table)) continue;
      from = index;
    }
    last = index;
    for (const meaning of meanings)
      if (belongsTo(meaning, table)) seen.add(meaning.kind === 'header' ? 'header' : meaning.id);
  }
  close();
  return clusters;
}

const belongsTo = (meaning: Meaning, table: TableId): boolean =>
  meaning.kind !== 'section' && meaning.table === table;

/** A label that several tables share, or that is a common word, does not open a table. */
const opens = (meanings: readonly Meaning[], table: TableId): boolean =>
  meanings.every(
    (meaning) => belongsTo(meaning, table) && !(meaning.kind === 'column' && common.has(meaning.id)),
  );

const common = new Set(['total', 'other']);

/** Says whether something between two labels of a table shows that they do not belong to one table. */
function isBroken(
  items: readonly Item[],
  view: string,
  table: TableId,
  first: number,
  last: number,
  barriers: ReadonlySet<number>,
): boolean {
  let run = 0;
  for (let index = first + 1; index < last; index++) {
    if (barriers.has(index)) return true;
    const item = items[index];
    if (item?.token.kind !== 'words') continue;
    run = isProse(item, view, table) ? run + 1 : 0;
    if (run >= proseRun) return true;
  }
  return barriers.has(last);
}

function isProse({ token, meanings }: Item, view: string, table: TableId): boolean {
  if (token.kind !== 'words' || token.length < proseLength || meanings.length > 0) return false;
  return (resembles(view.slice(token.start, token.end), table)[0]?.share ?? 0) < 0.4;
}

/** The end of a region moves on over the figures behind its last label. */
function extend(
  items: readonly Item[],
  view: string,
  table: TableId,
  from: number,
  barriers: ReadonlySet<number>,
  others: readonly number[],
): number {
  let end = from;
  let prose = 0;
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (!item || barriers.has(index) || others.includes(index)) break;
    if (item.token.kind === 'words') {
      if (isProse(item, view, table) && ++prose >= 2) break;
      continue;
    }
    if (item.token.kind === 'value' || item.token.kind === 'mark') end = index + 1;
    else if (item.token.kind === 'blank' && index === end) end = index + 1;
  }
  return end;
}
