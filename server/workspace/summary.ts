import type { Finding, Severity } from '../report/finding';
import { agencyKey } from './agency';

export type Counts = Readonly<Record<Severity, number>>;

/** How often a rule found something. */
export interface RuleCount {
  readonly rule: string;
  readonly counts: Counts;
}

/** What was found in the reports of an agency. */
export interface AgencyCount {
  /** As its first report names it; null for reports that name none. */
  readonly agency: string | null;
  readonly reports: number;
  readonly counts: Counts;
}

/** What the findings of many reports add up to, what is gravest and most frequent first. */
export interface Summary {
  readonly reports: number;
  readonly counts: Counts;
  /** The rules that found something. */
  readonly rules: readonly RuleCount[];
  /** All agencies, also those with nothing to complain of. */
  readonly agencies: readonly AgencyCount[];
}

/** What counts of a finding. */
export type Found = Pick<Finding, 'rule' | 'severity'>;

/** Adds up findings, report by report. */
export interface Tallying {
  add(agency: string | undefined, findings: readonly Found[]): void;
  summary(): Summary;
}

/** No findings. */
export const noCounts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Pick<Finding, 'severity'>[]): Counts {
  const counts: Record<Severity, number> = { ...noCounts };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What counts add up to. */
export function sumOfCounts(all: readonly Counts[]): Counts {
  const sum: Record<Severity, number> = { ...noCounts };
  for (const counts of all) for (const severity of severities) sum[severity] += counts[severity];
  return sum;
}

/** A sum of findings with nothing in it. */
export function createTally(): Tallying {
  const rules = new Map<string, Record<Severity, number>>();
  const agencies = new Map<
    string,
    { agency: string | null; reports: number; counts: Record<Severity, number> }
  >();
  const all: Record<Severity, number> = { ...noCounts };
  let reports = 0;
  return {
    add(name, findings) {
      const key = name === undefined ? '' : agencyKey(name);
      const agency = agencies.get(key) ?? { agency: name ?? null, reports: 0, counts: { ...noCounts } };
      agencies.set(key, agency);
      agency.reports++;
      reports++;
      for (const { rule, severity } of findings) {
        const counts = rules.get(rule) ?? { ...noCounts };
        rules.set(rule, counts);
        for (const each of [counts, agency.counts, all]) each[severity]++;
      }
    },
    summary: () => ({
      reports,
      counts: { ...all },
      rules: [...rules].map(([rule, counts]) => ({ rule, counts: { ...counts } })).sort(graver),
      agencies: [...agencies.values()].map((each) => ({ ...each, counts: { ...each.counts } })).sort(graver),
    }),
  };
}

/** The rules that found something among these, and how often. */
export function rulesOf(findings: readonly Found[]): readonly RuleCount[] {
  const tally = createTally();
  tally.add(undefined, findings);
  return tally.summary().rules;
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Puts what is graver first; what is even stays in the order in which it was met. */
export function graver(
  { counts: a }: { readonly counts: Counts },
  { counts: b }: { readonly counts: Counts },
): number {
  for (const severity of severities) if (a[severity] !== b[severity]) return b[severity] - a[severity];
  return 0;
}
