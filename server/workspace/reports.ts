import type { Filed, Neighbours } from '../report/neighbours';
import { type Report, valueOf } from '../report/report';
import { type Identity, identityOf } from './identity';
import { type Members, membersOf, type Parts } from './parts';
import { segmentsOf } from './paths';

/**
 * Many reports by agency and year: which of them one is held against, and which lean on one. Nothing is paired by guess: where two
 * different reports are there for one agency and year, and folders do not tell them apart, there is none.
 */
export interface ReportIndex {
  /** Files a report in place of what was filed as this document; answers whether that changes anything. */
  set(filed: Filed): boolean;
  /** Answers whether there was such a document. */
  remove(document: string): boolean;
  /** Says anew which agencies belong to which. */
  setParts(parts: Parts): void;
  get(document: string): Filed | undefined;
  /** All documents, those of one agency together, by year. */
  documents(): readonly string[];
  /** What `report` is held against; undefined where nothing is at hand. It need not be filed itself. */
  neighboursOf(document: string, report: Report): Neighbours | undefined;
  /** Names the neighbours and their contents: the same as long as none of them is changed. */
  revisionOf(neighbours: Neighbours | undefined): string;
  /** Documents that contradict each other, so that `report` is held against none of them; empty where there are none. */
  doubtsOf(document: string, report: Report): readonly string[];
  /** Documents whose neighbours may include this one. */
  dependentsOf(document: string): readonly string[];
}

interface Entry extends Partial<Identity> {
  readonly filed: Filed;
  /** All its figures: two reports with the same are copies of one. */
  readonly figures: string;
  /** Its folder, but for years in the names. */
  readonly folder: string;
}

type Years = Map<number, Set<Entry>>;

/** One report for an agency and a year, or several of which nobody knows which one counts. */
type Choice = { readonly certain: Entry } | { readonly doubtful: readonly Entry[] } | undefined;

/** What an index holds. */
interface Shelves {
  readonly entries: Map<string, Entry>;
  readonly agencies: Map<string, Years>;
  members: ReadonlyMap<string, Members>;
}

/** An index with nothing in it. */
export function createIndex(): ReportIndex {
  const shelves: Shelves = { entries: new Map(), agencies: new Map(), members: new Map() };
  const revisions = new WeakMap<Filed, number>();
  let revision = 0;
  return {
    set(filed) {
      const { document, text } = filed;
      if (shelves.entries.get(document)?.filed.text === text) return false;
      drop(shelves, document);
      add(shelves, filed);
      revisions.set(filed, ++revision);
      return true;
    },
    remove: (document) => drop(shelves, document),
    setParts(parts) {
      shelves.members = membersOf(parts);
    },
    get: (document) => shelves.entries.get(document)?.filed,
    documents: () => ordered(shelves).map(({ filed }) => filed.document),
    neighboursOf: (document, report) => neighboursIn(lookUp(shelves, document, report)),
    revisionOf: (neighbours) => {
      const beside = [neighbours?.lastYear, ...(neighbours?.parts?.found ?? [])];
      const numbers = beside.map((filed) => filed && revisions.get(filed));
      return [...numbers, ...(neighbours?.parts?.missing ?? [])].join(',');
    },
    doubtsOf: (document, report) => doubtsIn(lookUp(shelves, document, report)),
    dependentsOf: (document) => dependentsOf(shelves, document),
  };
}

const on = ({ agencies }: Shelves, key: string, year: number): readonly Entry[] => [
  ...(agencies.get(key)?.get(year) ?? []),
];

function add({ entries, agencies }: Shelves, filed: Filed): void {
  const entry = entryOf(filed);
  const { key, year } = entry;
  entries.set(filed.document, entry);
  if (key === undefined || year === undefined) return;
  const years: Years = agencies.get(key) ?? new Map();
  const reports = years.get(year) ?? new Set();
  agencies.set(key, years.set(year, reports.add(entry)));
}

function drop({ entries, agencies }: Shelves, document: string): boolean {
  const entry = entries.get(document);
  if (!entry) return false;
  const { key = '', year = 0 } = entry;
  const years = agencies.get(key);
  const reports = years?.get(year);
  reports?.delete(entry);
  if (reports?.size === 0) years?.delete(year);
  if (years?.size === 0) agencies.delete(key);
  return entries.delete(document);
}

function ordered({ entries, agencies }: Shelves): readonly Entry[] {
  const known = [...agencies.values()].flatMap((years) =>
    [...years].sort(([a], [b]) => a - b).flatMap(([, reports]) => [...reports]),
  );
  return [...known, ...[...entries.values()].filter(({ key }) => key === undefined)];
}

function lookUp(shelves: Shelves, document: string, report: Report): Found {
  const identity = identityOf(document, report);
  if (!identity) return { parts: [], missing: [] };
  const { key, year } = identity;
  const own = { document, report, folder: folderOf(document) };
  const lastYear = pick(own, on(shelves, key, year - 1), on(shelves, key, year));
  return { lastYear, ...partsOf(shelves.members.get(key), year, shelves.agencies) };
}

function dependentsOf(shelves: Shelves, document: string): readonly string[] {
  const { key, year, agency = '' } = shelves.entries.get(document) ?? {};
  if (key === undefined || year === undefined) return [];
  const parents = [...shelves.members].filter(([, each]) => each.has({ key, agency, document }));
  const leaning = [
    on(shelves, key, year + 1),
    ...parents.map(([parent]) => on(shelves, parent, year)),
  ].flat();
  return [...new Set(leaning.map(({ filed }) => filed.document))];
}

function entryOf(filed: Filed): Entry {
  const { document, report } = filed;
  const identity = identityOf(document, report);
  return { filed, ...identity, figures: figuresOf(report), folder: folderOf(document) };
}

const figuresOf = ({ cells }: Report): string => cells.map((cell) => valueOf(cell) ?? '').join(' ');

const folderOf = (document: string): string =>
  segmentsOf(document)
    .slice(0, -1)
    .map((name) => name.replace(/20[0-9]{2}/gu, '#'))
    .join('/');

interface Own {
  readonly document: string;
  readonly report: Report;
  readonly folder: string;
}

/**
 * The one of last year's reports that `own` follows. Where an agency has several of a year, their names may be those of agencies in
 * different places, or some are drafts: then only what lies where `own` lies, but for the year, belongs to it.
 */
function pick(own: Own, candidates: readonly Entry[], siblings: readonly Entry[]): Choice {
  if (candidates.length === 0) return undefined;
  const others = siblings.filter(({ filed }) => filed.document !== own.document);
  const isAlone = others.length === 0 || isOne(others, figuresOf(own.report));
  const isClear = isOne(candidates) && isAlone;
  const near = isClear ? candidates : candidates.filter(({ folder }) => folder === own.folder);
  return isOne(near) ? { certain: first(near) } : { doubtful: candidates };
}

/** Whether there are reports and all have the same figures. */
const isOne = (entries: readonly Entry[], same = entries[0]?.figures): boolean =>
  entries.length > 0 && entries.every(({ figures }) => figures === same);

/** Of copies always the same one, whichever was filed first. */
const first = (copies: readonly Entry[]): Entry =>
  copies.reduce((one, other) => (other.filed.document < one.filed.document ? other : one));

interface Found {
  readonly lastYear?: Choice;
  readonly parts: readonly Choice[];
  readonly missing: readonly string[];
}

/** The reports of all members on a year; those that belong by name and have none are missing. */
function partsOf(members: Members | undefined, year: number, agencies: ReadonlyMap<string, Years>) {
  const parts: Choice[] = [];
  const missing: string[] = [];
  const add = (reports: readonly Entry[]): void => {
    if (reports.length > 0) parts.push(isOne(reports) ? { certain: first(reports) } : { doubtful: reports });
  };
  for (const [key, name] of members?.named ?? []) {
    const reports = agencies.get(key)?.get(year);
    if (reports) add([...reports]);
    else missing.push(name);
  }
  if (members?.open) {
    for (const [key, years] of agencies) {
      if (members.named.has(key)) continue;
      const reports = [...(years.get(year) ?? [])];
      add(reports.filter(({ agency = '', filed: { document } }) => members.has({ key, agency, document })));
    }
  }
  return { parts, missing };
}

/** A sum of which one part is in doubt cannot be told; one of which no part is there was never meant to be. */
function neighboursIn({ lastYear, parts, missing }: Found): Neighbours | undefined {
  const found = parts.flatMap((each) => (each && 'certain' in each ? [each.certain.filed] : []));
  const isWhole = found.length > 0 && found.length === parts.length;
  const before = lastYear && 'certain' in lastYear ? lastYear.certain.filed : undefined;
  if (!before && !isWhole) return undefined;
  return { ...(before && { lastYear: before }), ...(isWhole && { parts: { found, missing } }) };
}

const doubtsIn = ({ lastYear, parts }: Found): readonly string[] =>
  [lastYear, ...parts].flatMap((each) =>
    each && 'doubtful' in each ? each.doubtful.map(({ filed }) => filed.document) : [],
  );
