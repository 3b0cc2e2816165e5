import { documentOf, type Filed, type Neighbours } from '../report/neighbours';
import { type Report, valueOf } from '../report/report';
import { type Choice, type Entry, folderOf, isOne, type Known, pick } from './choice';
import { type Identity, identityOf } from './identity';
import { type Members, membersOf, type Parts } from './parts';

/**
 * Many reports by agency and year: which of them one is held against, and which lean on one. Nothing is paired by guess: where two
 * different reports are there for one agency and year, the one in the own folder counts; where that does not tell, there is none.
 */
export interface ReportIndex<F extends Known = Filed> {
  /** Files the reports of a document in place of those that were filed before; answers whether that changes anything. */
  set(document: string, reports: readonly F[]): boolean;
  /** Answers whether there was such a document. */
  remove(document: string): boolean;
  /** Says anew which agencies belong to which. */
  setParts(parts: Parts): void;
  /** The reports of a document; undefined where it has none. */
  get(document: string): readonly F[] | undefined;
  /** All documents, those of one agency together, by year. */
  documents(): readonly string[];
  /** What a report is held against; undefined where nothing is at hand. It need not be filed itself. */
  neighboursOf(own: Own<F>): Neighbours<F> | undefined;
  /** Names the neighbours and their contents: the same as long as none of them is changed. */
  revisionOf(neighbours: Neighbours<F> | undefined): string;
  /** Documents that contradict each other, so that a report is held against none of them; empty where there are none. */
  doubtsOf(own: Own<F>): readonly string[];
  /** Documents that contradict what a report is held against, and lie elsewhere; empty where there are none. */
  passedOverBy(own: Own<F>): readonly string[];
  /** Other documents whose neighbours may include reports of this one. */
  dependentsOf(document: string): readonly string[];
}

type Own<F extends Known> = Pick<Known, 'document' | 'excerpt'> & { readonly report: F['report'] };

type Years<F extends Known> = Map<number, Set<Entry<F>>>;

/** What an index holds. */
interface Shelves<F extends Known> {
  /** The reports of every document, at least one. */
  readonly documents: Map<string, readonly Entry<F>[]>;
  readonly agencies: Map<string, Years<F>>;
  /** All the figures of a report. */
  readonly figuresOf: (report: F['report']) => string;
  members: ReadonlyMap<string, Members>;
}

/** An index with nothing in it. */
export const createIndex = (): ReportIndex => createIndexOf<Filed>(figuresIn);

/** An index of what has at least its figures: `figuresOf` tells them. */
export function createIndexOf<F extends Known>(figuresOf: (report: F['report']) => string): ReportIndex<F> {
  const shelves: Shelves<F> = { documents: new Map(), agencies: new Map(), members: new Map(), figuresOf };
  const revisions = new WeakMap<F, number>();
  let revision = 0;
  return {
    set(document, reports) {
      const before = shelves.documents.get(document) ?? [];
      if (before.length === reports.length && reports.every((each, at) => isSame(each, before[at]?.filed)))
        return false;
      drop(shelves, document);
      // What has not changed keeps its revision: what is held against it need not be checked again.
      const old = new Map(before.map(({ filed }) => [filed.document, filed]));
      const filed = reports.map((each) => {
        const known = old.get(each.document);
        return known && isSame(each, known) ? known : each;
      });
      for (const each of filed) if (!revisions.has(each)) revisions.set(each, ++revision);
      add(shelves, document, filed);
      return true;
    },
    remove: (document) => drop(shelves, document),
    setParts(parts) {
      shelves.members = membersOf(parts);
    },
    get: (document) => shelves.documents.get(document)?.map(({ filed }) => filed),
    documents: () => [...new Set(ordered(shelves).map(({ filed }) => documentOf(filed)))],
    neighboursOf: (own) => neighboursIn(lookUp(shelves, own)),
    revisionOf: (neighbours) => {
      const beside = [neighbours?.lastYear, ...(neighbours?.parts?.found ?? [])];
      const numbers = beside.map((filed) => filed && revisions.get(filed));
      return [...numbers, ...(neighbours?.parts?.missing ?? [])].join(',');
    },
    doubtsOf: (own) => namesIn(lookUp(shelves, own), (each) => ('doubtful' in each ? each.doubtful : [])),
    passedOverBy: (own) => namesIn(lookUp(shelves, own), (each) => ('others' in each ? each.others : [])),
    dependentsOf: (document) => dependentsOf(shelves, document),
  };
}

const isSame = (one: Known, other: Known | undefined): boolean =>
  one.document === other?.document &&
  one.text === other.text &&
  one.excerpt?.origin.line === other.excerpt?.origin.line &&
  one.excerpt?.origin.character === other.excerpt?.origin.character;

const on = <F extends Known>({ agencies }: Shelves<F>, key: string, year: number): readonly Entry<F>[] => [
  ...(agencies.get(key)?.get(year) ?? []),
];

function add<F extends Known>(shelves: Shelves<F>, document: string, reports: readonly F[]): void {
  if (reports.length === 0) return;
  const { documents, agencies, figuresOf } = shelves;
  const entries = reports.map((filed) => ({
    filed,
    ...identityIn(filed),
    figures: figuresOf(filed.report),
    folder: folderOf(filed),
  }));
  documents.set(document, entries);
  for (const entry of entries) {
    const { key, year } = entry;
    if (key === undefined || year === undefined) continue;
    const years: Years<F> = agencies.get(key) ?? new Map();
    agencies.set(key, years.set(year, (years.get(year) ?? new Set()).add(entry)));
  }
}

function drop<F extends Known>({ documents, agencies }: Shelves<F>, document: string): boolean {
  for (const entry of documents.get(document) ?? []) {
    const { key = '', year = 0 } = entry;
    const years = agencies.get(key);
    const reports = years?.get(year);
    reports?.delete(entry);
    if (reports?.size === 0) years?.delete(year);
    if (years?.size === 0) agencies.delete(key);
  }
  return documents.delete(document);
}

function ordered<F extends Known>({ documents, agencies }: Shelves<F>): readonly Entry<F>[] {
  const known = [...agencies.values()].flatMap((years) =>
    [...years].sort(([a], [b]) => a - b).flatMap(([, reports]) => [...reports]),
  );
  return [...known, ...[...documents.values()].flat().filter(({ key }) => key === undefined)];
}

function lookUp<F extends Known>(shelves: Shelves<F>, own: Own<F>): Found<F> {
  const identity = identityIn(own);
  if (!identity) return { parts: [], missing: [] };
  const { key, year } = identity;
  const siblings = on(shelves, key, year).filter(({ filed }) => filed.document !== own.document);
  // Several of one year may be those of different places, or drafts: then folders have to tell.
  const isAlone = siblings.length === 0 || isOne(siblings, shelves.figuresOf(own.report));
  const among = (candidates: readonly Entry<F>[], isClear = true): Choice<F> =>
    pick(folderOf(own), candidates, siblings, isClear);
  const lastYear = among(on(shelves, key, year - 1), isAlone);
  return { lastYear, ...partsOf(shelves.members.get(key), year, shelves.agencies, among) };
}

/** The name of a document that has several reports tells nothing of any of them. */
const identityIn = ({ document, report, excerpt }: Own<Known>): Identity | undefined =>
  identityOf(excerpt ? '' : document, report);

function dependentsOf<F extends Known>(shelves: Shelves<F>, document: string): readonly string[] {
  const leaning = (shelves.documents.get(document) ?? []).flatMap(({ key, year, agency = '' }) => {
    if (key === undefined || year === undefined) return [];
    const parents = [...shelves.members].filter(([, each]) => each.has({ key, agency, document }));
    return [on(shelves, key, year + 1), ...parents.map(([parent]) => on(shelves, parent, year))].flat();
  });
  const names = new Set(leaning.map(({ filed }) => documentOf(filed)));
  names.delete(document);
  return [...names];
}

/** All figures of a report, one behind the other. */
export const figuresIn = ({ cells }: Report): string => cells.map((cell) => valueOf(cell) ?? '').join(' ');

interface Found<F extends Known> {
  readonly lastYear?: Choice<F>;
  readonly parts: readonly Choice<F>[];
  readonly missing: readonly string[];
}

/** The reports of all members on a year; those that belong by name and have none are missing. */
function partsOf<F extends Known>(
  members: Members | undefined,
  year: number,
  agencies: ReadonlyMap<string, Years<F>>,
  among: (candidates: readonly Entry<F>[]) => Choice<F>,
) {
  const parts: Choice<F>[] = [];
  const missing: string[] = [];
  for (const [key, name] of members?.named ?? []) {
    const reports = agencies.get(key)?.get(year);
    if (reports) parts.push(among([...reports]));
    else missing.push(name);
  }
  if (members?.open) {
    for (const [key, years] of agencies) {
      if (members.named.has(key)) continue;
      const own = [...(years.get(year) ?? [])].filter(({ agency = '', filed }) =>
        members.has({ key, agency, document: documentOf(filed) }),
      );
      if (own.length > 0) parts.push(among(own));
    }
  }
  return { parts, missing };
}

/** A sum of which one part is in doubt cannot be told; one of which no part is there was never meant to be. */
function neighboursIn<F extends Known>({ lastYear, parts, missing }: Found<F>): Neighbours<F> | undefined {
  const found = parts.flatMap((each) => (each && 'certain' in each ? [each.certain.filed] : []));
  const isWhole = found.length > 0 && found.length === parts.length;
  const before = lastYear && 'certain' in lastYear ? lastYear.certain.filed : undefined;
  if (!before && !isWhole) return undefined;
  return { ...(before && { lastYear: before }), ...(isWhole && { parts: { found, missing } }) };
}

function namesIn<F extends Known>(
  { lastYear, parts }: Found<F>,
  entriesOf: (choice: NonNullable<Choice<F>>) => readonly Entry<F>[],
): readonly string[] {
  const entries = [lastYear, ...parts].flatMap((each) => (each ? entriesOf(each) : []));
  return [...new Set(entries.map(({ filed }) => documentOf(filed)))];
}
