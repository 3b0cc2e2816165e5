import { generator } from '../../export/generator';
import { knownOf } from '../../export/known';
import type { Checked } from '../../export/sarif';
import { cellAt } from '../../form/form';
import { type Report, valueOf } from '../../report/report';
import { mark } from '../../text/say';
import { identityOf } from '../../workspace/identity';
import {
  type Counts,
  countsOf,
  graver,
  noCounts,
  type RuleCount,
  rulesOf,
  sumOfCounts,
} from '../../workspace/summary';
import type { Lost } from '../files/asked';

// What the office above wants to see of many reports at once: facts, and no judgement that no report's own check makes.

/** The figures that are shown of every report, each a cell or a sum of cells; in the order in which they are shown. */
export const mainFigures = {
  received: { name: mark`本年新收`, paths: ['applications.received.total'] },
  results: { name: mark`办理结果总计`, paths: ['applications.results.total.total'] },
  carriedForward: { name: mark`结转下年度`, paths: ['applications.carriedForward.total'] },
  reconsiderations: { name: mark`行政复议`, paths: ['disputes.reconsideration.total'] },
  litigations: {
    name: mark`行政诉讼`,
    paths: ['disputes.litigation.direct.total', 'disputes.litigation.afterReconsideration.total'],
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly paths: readonly string[] }>>;

export type FigureName = keyof typeof mainFigures;

/** The main figures by their names; null for one that could not be read, or is not known for certain. */
export type Figures = Readonly<Record<FigureName, number | null>>;

/** Their names, in the order in which they are shown. */
export const figureNames = Object.keys(mainFigures) as FigureName[];

const figuresFrom = (figureOf: (name: FigureName) => number | null): Figures =>
  Object.fromEntries(figureNames.map((name) => [name, figureOf(name)])) as Record<FigureName, number | null>;

/** The sum of numbers; null where one of them is not known. */
const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);

/** What is looked at of one report; plain data. */
export interface Facts {
  readonly file: string;
  readonly part: number | null;
  readonly key: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly findings: Counts;
  /** The same by rule. */
  readonly rules: readonly RuleCount[];
  /** Equations that could not be decided, and rules that broke down: nobody knows what is there. */
  readonly unchecked: number;
  readonly figures: Figures;
  readonly parts: Parts | null;
}

/** The reports of the agencies that belong to one, as a whole. */
export interface Parts {
  readonly found: number;
  /** Agencies that belong to it by name and whose report was not found. */
  readonly notFound: readonly string[];
  readonly sums: Figures;
}

/** What is looked at of a report that was checked. */
export function factsOf({ file, analysis, part }: Checked): Facts {
  const { report } = knownOf(analysis);
  const { findings, coverage, broken, neighbours } = analysis;
  const { key = null, agency = null, year = null } = identityOf(part === undefined ? file : '', report) ?? {};
  const parts = neighbours?.parts;
  return {
    file,
    part: part ?? null,
    key,
    agency: agency ?? report.agency?.value ?? null,
    year,
    findings: countsOf(findings),
    rules: rulesOf(findings),
    unchecked: coverage.equations - coverage.decided + broken.length,
    figures: figuresOf(report),
    parts: parts
      ? {
          found: parts.found.length,
          notFound: parts.missing,
          sums: sumsOf(parts.found.map((each) => each.report)),
        }
      : null,
  };
}

function figuresOf({ form, cells }: Report): Figures {
  const valueAt = (path: string): number | null => valueOf(cells[cellAt(form, path)]);
  return figuresFrom((name) => sumOf(mainFigures[name].paths.map(valueAt)));
}

function sumsOf(reports: readonly Report[]): Figures {
  const all = reports.map(figuresOf);
  return figuresFrom((name) => sumOf(all.map((figures) => figures[name])));
}

/** What a rule found in some reports. */
export interface RuleShare extends RuleCount {
  /** In how many of them it found something. */
  readonly reports: number;
}

/** An agency in a year of which there is a report, or of which one was to be expected. */
export interface AgencyYear {
  readonly year: number;
  /** `not-found`: there is one on the year before, and none on this one among the files that were read. */
  readonly state: 'found' | 'not-found';
  readonly reports: readonly Facts[];
  readonly findings: Counts;
  readonly rules: readonly RuleShare[];
  readonly unchecked: number;
  /** Null where several reports say different things. */
  readonly figures: Figures;
  /** By how much more than on the year before; null where either is not known. */
  readonly change: Figures;
}

/** An agency with its years, rising. */
export interface AgencyRow {
  readonly agency: string;
  readonly years: readonly AgencyYear[];
}

/** Many reports at once. */
export interface Overview {
  readonly generator: typeof generator;
  /** The years on which there are reports, rising. */
  readonly years: readonly number[];
  readonly agencies: readonly AgencyRow[];
  /** How many reports were checked. */
  readonly reports: number;
  /** What was found in them all, also in those of which it is not clear whose they are; and the same by rule, the gravest first. */
  readonly findings: Counts;
  readonly rules: readonly RuleShare[];
  /** Reports of which it is not clear whose they are or on which year. */
  readonly unidentified: readonly Facts[];
  /** Files that could not be read or checked; what was not found may be among them. */
  readonly failed: number;
  /** Those of them that have a name, in order, and why. */
  readonly lost: readonly Lost[];
}

/** 第 2 stands before 第 10. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Puts the facts of many reports together. */
export function overviewOf(all: readonly Facts[], lost: readonly Lost[], failed: number): Overview {
  const known = all.filter(({ key, year }) => key !== null && year !== null);
  const years = [...new Set(known.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const byAgency = new Map<string | null, Facts[]>();
  for (const each of known) byAgency.set(each.key, [...(byAgency.get(each.key) ?? []), each]);
  const agencies = [...byAgency.values()].map((reports) => ({
    agency: reports[0]?.agency ?? '',
    years: yearsOf(reports, years),
  }));
  return {
    generator,
    years,
    agencies: agencies.sort((a, b) => byName.compare(a.agency, b.agency)),
    reports: all.length,
    findings: sumOfFindings(all),
    rules: sharesOf(all),
    unidentified: all.filter((each) => !known.includes(each)),
    failed,
    lost,
  };
}

function yearsOf(reports: readonly Facts[], years: readonly number[]): AgencyYear[] {
  const rows: AgencyYear[] = [];
  for (const year of years) {
    const own = reports.filter((each) => each.year === year);
    const before = rows.at(-1);
    const last = before?.year === year - 1 && before.state === 'found' ? before : undefined;
    if (own.length === 0 && !last) continue;
    const figures = figuresFrom((name) => onlyOne(own.map((each) => each.figures[name])));
    rows.push({
      year,
      state: own.length > 0 ? 'found' : 'not-found',
      reports: own,
      findings: sumOfFindings(own),
      rules: sharesOf(own),
      unchecked: own.reduce((sum, { unchecked }) => sum + unchecked, 0),
      figures,
      change: figuresFrom((name) => difference(figures[name], last?.figures[name] ?? null)),
    });
  }
  return rows;
}

const sumOfFindings = (reports: readonly Facts[]): Counts =>
  sumOfCounts(reports.map(({ findings }) => findings));

/** What each rule found in reports, the gravest first. */
export function sharesOf(all: readonly Facts[]): RuleShare[] {
  const shares = new Map<string, RuleShare>();
  for (const { rule, counts } of all.flatMap(({ rules }) => rules)) {
    const known = shares.get(rule) ?? { rule, reports: 0, counts: noCounts };
    shares.set(rule, { rule, reports: known.reports + 1, counts: sumOfCounts([known.counts, counts]) });
  }
  return [...shares.values()].sort(graver);
}

/** What all say; null where they differ, or there are none. */
const onlyOne = (values: readonly (number | null)[]): number | null => {
  const [first = null, ...others] = values;
  return others.every((other) => other === first) ? first : null;
};

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;
