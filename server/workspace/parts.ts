import { agencyKey } from './agency';
import { globOf } from './glob';
import { identityOf, type Whose } from './identity';
import { segmentsOf } from './paths';

/** Which agencies' figures a report includes: agency, and those that belong to it by name or by pattern. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** What is asked of a report to know whether it belongs to another. */
export interface Candidate {
  readonly key: string;
  readonly agency: string;
  readonly document: string;
}

/** The agencies that belong to one. */
export interface Members {
  /** Those that are named, by their keys. */
  readonly named: ReadonlyMap<string, string>;
  /** Whether there are any beside those that are named. */
  readonly open: boolean;
  /** Whether a report belongs to it, by name or by pattern. */
  has(candidate: Candidate): boolean;
}

/** Reads what a setting or a file says of parts; what makes no sense is left out. */
export function readParts(value: unknown): Parts {
  if (typeof value !== 'object' || value === null) return {};
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  return Object.fromEntries(
    lists.map(([parent, list]) => [
      parent,
      list.filter((each): each is string => typeof each === 'string' && each !== ''),
    ]),
  );
}

/** The members of every agency that has some, by its key. */
export function membersOf(parts: Parts): ReadonlyMap<string, Members> {
  const lists = new Map<string, string[]>();
  for (const [parent, list] of Object.entries(parts)) {
    const key = agencyKey(parent);
    if (key !== '' && list.length > 0) lists.set(key, [...(lists.get(key) ?? []), ...list]);
  }
  return new Map([...lists].map(([parent, list]) => [parent, members(parent, list)]));
}

type Test = (candidate: Candidate) => boolean;

/** `*` stands for any characters of a name; with a slash it is a pattern of paths; a `!` before it takes out what it matches. */
function members(parent: string, list: readonly string[]): Members {
  const { wanted, out } = sorted(list);
  const plain = wanted.filter((each) => !isPattern(each));
  const patterns = wanted.filter(isPattern).map(testOf);
  const named = new Map(
    plain.map((name) => [agencyKey(name), name] as const).filter(([key]) => key !== parent),
  );
  return {
    named,
    open: patterns.length > 0,
    has: (candidate) =>
      candidate.key !== parent &&
      (named.has(candidate.key) ||
        (patterns.some((test) => test(candidate)) && !out.some((test) => test(candidate)))),
  };
}

/** Tells whether a report is one of those that a list names. */
export function memberTest(list: readonly string[]): Test {
  const { wanted, out } = sorted(list);
  const tests = wanted.map(testOf);
  return (candidate) => tests.some((test) => test(candidate)) && !out.some((test) => test(candidate));
}

const sorted = (list: readonly string[]) => ({
  wanted: list.filter((each) => !each.startsWith('!') && each !== ''),
  out: list.filter((each) => each.startsWith('!')).map((each) => testOf(each.slice(1))),
});

/** Who a report is of, as lists of agencies ask: as it says, or else as its file is called. */
export function candidateOf(document: string, report: Whose): Candidate {
  const { key, agency } = identityOf(document, report) ?? {};
  const stated = report.agency?.value ?? '';
  return { key: key ?? agencyKey(stated), agency: agency ?? stated, document };
}

/**
 * What a list names and no report matches: wholes, and of each those that it names or takes out. Not those that are named one by one
 * beside the report of their whole: that they were not found is told there.
 */
export function unusedIn(parts: Parts, reports: readonly Candidate[]): readonly Unused[] {
  return Object.entries(parts).flatMap(([whole, list]) => {
    const hasReport = reports.some(({ key }) => key === agencyKey(whole));
    const isToldThere = (entry: string): boolean => hasReport && !entry.startsWith('!') && !isPattern(entry);
    const unmatched = list.filter(
      (entry) => !isToldThere(entry) && !reports.some(memberTest([entry.replace(/^!/u, '')])),
    );
    return hasReport && unmatched.length === 0 ? [] : [{ whole, hasReport, unmatched }];
  });
}

/** What no report matches of what a list says of one agency. */
export interface Unused {
  readonly whole: string;
  /** Whether there is a report of the agency itself. */
  readonly hasReport: boolean;
  readonly unmatched: readonly string[];
}

const isPattern = (entry: string): boolean => /[*?/]/u.test(entry);

function testOf(entry: string): Test {
  if (!isPattern(entry)) {
    const key = agencyKey(entry);
    return (candidate) => candidate.key === key;
  }
  if (!entry.includes('/')) {
    const names = globOf(entry);
    return ({ agency }) => names.matches(agency);
  }
  const paths = globOf(`**/${entry.replace(/^\.?\//u, '')}`);
  return ({ document }) => paths.matches(segmentsOf(document).join('/'));
}
